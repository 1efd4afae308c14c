package chatlab.protocol;

import chatlab.protocol.ClassroomCommand.Did;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of a command, taken from left to right. Words that are left over at the end are refused. */
final class Arguments {
    private static final Words WORDS = new Words(Arguments.class);
    private static final String AFTER = "after=";
    static final String OFF = "off";

    /** Like {@code 5m}. */
    private static final Pattern TIME = Pattern.compile("(\\d{1,5})([smh])");

    private static final Pattern FACT =
            Pattern.compile("read|tried|hint|passed|solution|" + Did.PREDICTED + "[a-" + Chat1.LAST_PREDICTION + "]");

    /** A day. */
    private static final int MAX_SECONDS = 24 * 60 * 60;

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

    /** The rest of the line, unchanged. It must not be blank. */
    String text() throws BadCommandException {
        required(rest.strip());
        return textIfAny();
    }

    String textIfAny() {
        String text = rest;
        rest = "";
        return text;
    }

    int version() throws BadCommandException {
        int version = (int) Math.min(number(word()), Integer.MAX_VALUE);
        if (version < 1) {
            throw bad();
        }
        return version;
    }

    /** {@code after=id}; 0 where it is not given. */
    long after() throws BadCommandException {
        String after = "";
        for (String word = wordIfAny(); !word.isEmpty(); word = wordIfAny()) {
            if (after.isEmpty() && word.startsWith(AFTER)) {
                after = word;
            } else {
                refuseUnlessKey(word);
            }
        }
        return after.isEmpty() ? 0 : number(after.substring(AFTER.length()));
    }

    /**
     * Refuses further words: {@code /join group 1} would lead to another room than the person meant. A key is ignored,
     * since a later version of the protocol may know it.
     */
    void end() throws BadCommandException {
        for (String word = wordIfAny(); !word.isEmpty(); word = wordIfAny()) {
            refuseUnlessKey(word);
        }
    }

    private void refuseUnlessKey(String word) throws BadCommandException {
        if (word.indexOf('=') <= 0) {
            throw bad();
        }
    }

    /** Whether the next word, of which there may be none, says to undo something. */
    boolean undoIfAny() throws BadCommandException {
        String word = wordIfAny();
        boolean undo = word.equalsIgnoreCase(ClassroomCommand.Hands.UNDO);
        if (!undo && !word.isEmpty()) {
            refuseUnlessKey(word);
        }
        return undo;
    }

    boolean onOrOff() throws BadCommandException {
        return switch (word().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case OFF -> false;
            default -> throw bad();
        };
    }

    /** What to do about a poll: nothing, one of two verbs in any case, or several answers with commas between them. */
    String pollWord() throws BadCommandException {
        String word = wordIfAny();
        String verb = word.toLowerCase(Locale.ROOT);
        if (verb.equals(ClassroomCommand.Poll.CLOSE) || verb.equals(ClassroomCommand.Poll.SHOW)) {
            return verb;
        }
        if (!word.isEmpty() && word.indexOf(',') < 0) {
            throw bad();
        }
        return word;
    }

    /** A time from a second to a day; 0 for {@code off}. */
    int seconds() throws BadCommandException {
        String word = word().toLowerCase(Locale.ROOT);
        if (word.equals(OFF)) {
            return 0;
        }
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            throw bad();
        }
        int unit = Map.of("s", 1, "m", 60, "h", 60 * 60).get(time.group(2));
        int seconds = Integer.parseInt(time.group(1)) * unit;
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw bad();
        }
        return seconds;
    }

    /** The id of a message, like {@code #12}; 0 where none is given. */
    long messageIfAny() throws BadCommandException {
        String word = wordIfAny();
        if (word.isEmpty()) {
            return 0;
        }
        long id = word.startsWith("#") ? number(word.substring(1)) : 0;
        if (id == 0) {
            throw bad();
        }
        return id;
    }

    InstructorCommand.Lock.Kind lockKind() throws BadCommandException {
        String word = word();
        for (InstructorCommand.Lock.Kind kind : InstructorCommand.Lock.Kind.values()) {
            if (kind.word().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw bad();
    }

    /** A question of the course; its first one stands for the chapter. */
    CourseQuestion question() throws BadCommandException {
        return CourseQuestion.parse(word()).orElseThrow(this::bad);
    }

    int chapter() throws BadCommandException {
        CourseQuestion question = question();
        if (question.number() != 1) {
            throw bad();
        }
        return question.chapter();
    }

    /** What was done in the course about this question; only predictions tell the questions of a chapter apart. */
    String fact(CourseQuestion question) throws BadCommandException {
        String fact = word();
        if (!FACT.matcher(fact).matches() || question.number() != 1 && !fact.startsWith(Did.PREDICTED)) {
            throw bad();
        }
        return fact;
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
        String key = verb == Verb.TIMER ? "bad-args.timer" : "bad-args";
        return new BadCommandException(ErrorCode.BAD_ARGS, verb, tag, WORDS.get(key, verb.usage()));
    }

    private static String withoutLeadingSpaces(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return text.substring(i);
    }
}
