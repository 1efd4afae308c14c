package chatlab.protocol;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The shape that all events share: {@code VERB key=value key=value :free text}. For a program that must see the keys
 * themselves; others read an {@link Event}.
 *
 * @param text empty where the line has none; the line cannot tell an empty text from none
 */
public record EventLine(String verb, Map<String, String> keys, String text) {

    /** Reads a line that has no line end any more. Empty where it does not have the shape of an event. */
    public static Optional<EventLine> parse(String line) {
        int position = wordEnd(line, 0);
        String verb = line.substring(0, position);
        if (!isVerb(verb)) {
            return Optional.empty();
        }
        Map<String, String> keys = new LinkedHashMap<>();
        while (position < line.length()) {
            position++; // the space
            if (position < line.length() && line.charAt(position) == ':') {
                return Optional.of(new EventLine(verb, keys, line.substring(position + 1)));
            }
            int end = wordEnd(line, position);
            int equals = line.indexOf('=', position);
            if (equals > position && equals < end) {
                keys.putIfAbsent(line.substring(position, equals), line.substring(equals + 1, end));
            }
            position = end;
        }
        return Optional.of(new EventLine(verb, keys, ""));
    }

    private static int wordEnd(String line, int from) {
        int space = line.indexOf(' ', from);
        return space < 0 ? line.length() : space;
    }

    private static boolean isVerb(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Prints an event line. Not safe for use by several threads. */
    static final class Printer {
        private final StringBuilder line = new StringBuilder(160);

        Printer(String verb) {
            line.append(verb);
        }

        Printer key(String key, String value) {
            if (value.indexOf(' ') >= 0
                    || value.indexOf('\t') >= 0
                    || !Text.clean(value).equals(value)) {
                throw new IllegalArgumentException(key + " cannot be the value \"" + value + "\"");
            }
            line.append(' ').append(key).append('=').append(value);
            return this;
        }

        Printer key(String key, long value) {
            line.append(' ').append(key).append('=').append(value);
            return this;
        }

        /** Each key is followed by its value. */
        Printer keys(String... keysAndValues) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                key(keysAndValues[i], keysAndValues[i + 1]);
            }
            return this;
        }

        Printer at(Instant at) {
            return time("at", at);
        }

        Printer time(String key, Instant time) {
            Times.print(time, line.append(' ').append(key).append('='));
            return this;
        }

        Printer keyIfAny(String key, String value) {
            return value.isEmpty() ? this : key(key, value);
        }

        Printer portIfAny(String key, int port) {
            return port == 0 ? this : key(key, port);
        }

        Printer flag(String key, boolean set) {
            return set ? key(key, 1) : this;
        }

        /** Cleans the text once more: a text that was not cleaned before would let its writer forge events. */
        String text(String text) {
            return line.append(" :").append(Text.clean(text)).toString();
        }

        String textIfAny(String text) {
            return text.isEmpty() ? end() : text(text);
        }

        String end() {
            return line.toString();
        }
    }
}
