package chatlab.swing.hood;

import chatlab.swing.hood.WireLine.Direction;
import java.util.regex.Pattern;

/** Takes keys and tokens out of lines, so that a panel on a projector shows none. */
final class Masking {
    static final String MASK = "***";

    /** Everything behind {@code /op}; the quantifiers give nothing back, or a key could hide in half a tag. */
    private static final Pattern KEY = Pattern.compile("^(/op(?:@[\\w-]*+)?+)(?!\\p{Alpha})(\\s*+)\\S.*", flags());

    /** Everything behind version and name; without a version, which is a mistake, everything behind the first word. */
    private static final Pattern INTRODUCTION = Pattern.compile(
            "^(/proto(?:@[\\w-]*+)?+(?!\\p{Alpha})\\s*+(?:\\d\\S*+\\s++\\S++|(?!\\d)\\S++)\\s++)\\S.*", flags());

    /** The key {@code token} of an event. */
    private static final Pattern TOKEN = Pattern.compile("(\\stoken=)\\S++", flags());

    private static final Pattern EVENT = Pattern.compile("^\\p{Alpha}+\\s.*", flags());

    private Masking() {}

    /** The same line, or one in which a mask stands in place of what is secret. */
    static String mask(Direction direction, String line) {
        return direction == Direction.TO_SERVER ? maskCommand(line) : maskEvent(line);
    }

    private static String maskCommand(String line) {
        String withoutKey = KEY.matcher(line).replaceFirst("$1$2" + MASK);
        return INTRODUCTION.matcher(withoutKey).replaceFirst("$1" + MASK);
    }

    /** What somebody has said, behind the first " :", stays as it is. */
    private static String maskEvent(String line) {
        int text = line.indexOf(" :");
        String head = text < 0 ? line : line.substring(0, text);
        if (!EVENT.matcher(head).matches()) {
            return line;
        }
        return TOKEN.matcher(head).replaceAll("$1" + MASK) + line.substring(head.length());
    }

    /** Verbs are written in any case, and a strange kind of space must not save a key from its mask. */
    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CHARACTER_CLASS;
    }
}
