package chatlab.protocol;

import java.util.Locale;

/** What stands behind a verb, taken from the left to the right. What is left over at the end is ignored. */
final class Arguments {
    private final Verb verb;
    private final String tag;
    private String rest;

    Arguments(Verb verb, String rest, String tag) {
        this.verb = verb;
        this.rest = rest;
        this.tag = tag;
    }

    String word() throws BadCommandException {
        return required(wordIfAny());
    }

    String wordIfAny() {
        String words = withoutLeadingSpaces(rest);
        int space = words.indexOf(' ');
        rest = space < 0 ? "" : words.substring(space + 1);
        return space < 0 ? words : words.substring(0, space);
    }

    /** All the rest as it stands, and something must stand there. */
    String text() throws BadCommandException {
        required(rest.strip());
        return rest;
    }

    String textIfAny() {
        return rest;
    }

    int version() throws BadCommandException {
        int version = (int) Math.min(number(word()), Integer.MAX_VALUE);
        if (version < 1) {
            throw bad();
        }
        return version;
    }

    /** {@code after=id}, among words that mean nothing here; 0 where it is not given. */
    long after() throws BadCommandException {
        for (String word = wordIfAny(); !word.isEmpty(); word = wordIfAny()) {
            if (word.startsWith("after=")) {
                return number(word.substring("after=".length()));
            }
        }
        return 0;
    }

    boolean onOrOff() throws BadCommandException {
        return switch (word().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw bad();
        };
    }

    private long number(String digits) throws BadCommandException {
        try {
            return Numbers.parse(digits, Long.MAX_VALUE);
        } catch (NumberFormatException e) {
            throw bad();
        }
    }

    private String required(String argument) throws BadCommandException {
        if (argument.isEmpty()) {
            throw bad();
        }
        return argument;
    }

    private BadCommandException bad() {
        return new BadCommandException(ErrorCode.BAD_ARGS, tag, Words.get("bad-args", verb.usage()));
    }

    private static String withoutLeadingSpaces(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return text.substring(i);
    }
}
