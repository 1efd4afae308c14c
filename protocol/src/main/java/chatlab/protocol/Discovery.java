package chatlab.protocol;

import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two messages with which clients find servers on their network: one UDP datagram each, one line of text. */
public final class Discovery {
    /** The most bytes of a datagram of either kind. */
    public static final int MAX_BYTES = 512;

    private static final String QUESTION = "CHAT? 1 ";

    /** A client of a later version asks with that version's number; the server answers it, too. */
    private static final Pattern ANY_QUESTION = Pattern.compile("CHAT\\? [1-9][0-9]{0,2} (.*)");

    private static final String ANSWER = "CHAT! 1 ";
    private static final int MAX_NONCE = 32;
    private static final int MAX_TITLE = 60;

    private Discovery() {}

    /** A client asks for servers. {@code nonce} tells the answers to this question from all others. */
    public record Question(String nonce) {
        public byte[] print() {
            return Utf8.encode(QUESTION + nonce + "\n");
        }

        /** Empty where the datagram is something else. */
        public static Optional<Question> parse(byte[] datagram, int length) {
            return line(datagram, length)
                    .map(ANY_QUESTION::matcher)
                    .filter(Matcher::matches)
                    .map(question -> firstWord(question.group(1)))
                    .filter(Discovery::isNonce)
                    .map(Question::new);
        }
    }

    /**
     * A server answers: it listens on this TCP port of the address that the datagram came from.
     *
     * @param users how many people it has now
     * @param web the TCP port of its page, or 0
     */
    public record Answer(String nonce, int port, String run, int users, int web, String title) {
        public byte[] print() {
            String keys = new EventLine.Printer("")
                    .key("port", port)
                    .key("run", run)
                    .key("users", users)
                    .portIfAny("web", web)
                    .text(shorten(title));
            return Utf8.encode(ANSWER + nonce + keys + "\n");
        }

        /** Empty where the datagram is something else, or lacks a key, or has a number that cannot be. */
        public static Optional<Answer> parse(byte[] datagram, int length) {
            Optional<String> line = line(datagram, length).filter(l -> l.startsWith(ANSWER));
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String rest = line.get().substring(ANSWER.length());
            String nonce = firstWord(rest);
            return EventLine.parse("CHAT" + rest.substring(nonce.length()))
                    .filter(event -> isNonce(nonce))
                    .flatMap(event -> answer(nonce, event.keys(), event.text()));
        }

        private static Optional<Answer> answer(String nonce, Map<String, String> keys, String title) {
            try {
                int port = Numbers.port(keys.getOrDefault("port", ""));
                int web = Numbers.port(keys.getOrDefault("web", ""));
                int users = (int) Numbers.parse(keys.getOrDefault("users", ""), Integer.MAX_VALUE);
                String run = keys.getOrDefault("run", "");
                boolean possible = port >= 1 && !run.isEmpty();
                return possible
                        ? Optional.of(new Answer(nonce, port, run, users, web, shorten(title)))
                        : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    private static Optional<String> line(byte[] datagram, int length) {
        if (length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(Text.clean(Utf8.decode(datagram, 0, length).stripTrailing()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private static boolean isNonce(String nonce) {
        return !nonce.isEmpty()
                && nonce.length() <= MAX_NONCE
                && nonce.chars()
                        .allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
    }

    private static String shorten(String title) {
        return title.codePointCount(0, title.length()) <= MAX_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MAX_TITLE));
    }
}
