package chatlab.swing.hood;

import chatlab.swing.hood.Wire.Direction;
import java.util.regex.Pattern;

/** Masks keys and tokens in lines, so that a panel on a projector shows none. */
final class Masking {
    static final String MASK = "***";

    /** Matches all behind {@code /op}. The quantifiers are possessive: a key cannot pass as a part of the tag. */
    private static final Pattern KEY = Pattern.compile("^(/op(?:@[\\w-]*+)?+)(?!\\p{Alpha})(\\s*+)\\S.*", flags());

    /**
     * Matches all behind version and name; where the version is missing, which is a mistake, all behind the first word.
     */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^(/proto(?:@[\\w-]*+)?+(?!\\p{Alpha})\\s*+(?:\\d\\S*+\\s++\\S++|(?!\\d)\\S++)\\s++)\\S.*", flags());

    /** Matches the value of the key {@code token} of an event. */
    private static final Pattern TOKEN = Pattern.compile("(\\stoken=)\\S++", flags());

    private static final Pattern EVENT = Pattern.compile("^\\p{Alpha}+\\s.*", flags());

    private Masking() {}

    /** The line, with a mask in place of a key or a token. */
    static String mask(Direction direction, String line) {
        return direction == Direction.TO_SERVER ? maskCommand(line) : maskEvent(line);
    }

    private static String maskCommand(String line) {
        String withoutKey = KEY.matcher(line).replaceFirst("$1$2" + MASK);
        return INTRODUCTION.matcher(withoutKey).replaceFirst("$1" + MASK);
    }

    /** Masks nothing in the text of a message, which is behind the first " :". */
    private static String maskEvent(String line) {
        int text = line.indexOf(" :");
        String head = text < 0 ? line : line.substring(0, text);
        if (!EVENT.matcher(head).matches()) {
            return line;
        }
        return TOKEN.matcher(head).replaceAll("$1" + MASK) + line.substring(head.length());
    }

    /** Verbs may have any case, and the blank before a key may be any white space of Unicode. */
    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS;
    }
}
