import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of the chat: lines become commands, and commands become lines. */
public final class Parser {
    /** What a line means. */
    public sealed interface Command permits Say, Nick, Msg, Who, Quit {}

    public record Say(String text) implements Command {}

    public record Nick(String name) implements Command {}

    public record Msg(String to, String text) implements Command {}

    public record Who() implements Command {}

    public record Quit() implements Command {}

    /** A line that cannot be obeyed. The code is a word for programs: unknown-command, bad-args or bad-name. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        public final String code;

        public Refused(String code, String words) {
            super("! " + code + ": " + words);
            this.code = code;
        }
    }

    private Parser() {}

    @FunctionalInterface
    private interface Rule {
        Command of(Optional<String> rest) throws Refused;
    }

    private static final Pattern NO_CONTROLS = Pattern.compile("[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F\\u2028\\u2029]");
    private static final Pattern SHAPE =
            Pattern.compile("/(?<verb>\\p{Alpha}[^ ]*+)(?: (?<rest>.*+))?+", Pattern.DOTALL);
    private static final Predicate<String> NAME =
            Pattern.compile("\\p{Alpha}[\\p{Alnum}_-]{0,19}+").asMatchPredicate();

    private static final Map<String, Rule> RULES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        RULES.put("say", rest -> new Say(present(rest)));
        RULES.put("nick", rest -> new Nick(name(present(rest))));
        RULES.put("msg", rest -> {
            String both = present(rest);
            int end = both.indexOf(' ');
            if (end <= 0 || end + 1 == both.length()) {
                throw new Refused("bad-args", "/msg NAME TEXT");
            }
            return new Msg(name(both.substring(0, end)), both.substring(end + 1));
        });
        RULES.put("who", rest -> new Who());
        RULES.put("quit", rest -> new Quit());
    }

    private static String present(Optional<String> argument) throws Refused {
        return argument.filter(Predicate.not(String::isEmpty))
                .orElseThrow(() -> new Refused("bad-args", "something is missing"));
    }

    private static String name(String candidate) throws Refused {
        return Optional.of(candidate).filter(NAME).orElseThrow(() -> new Refused("bad-name", '"' + candidate + '"'));
    }

    /** What the line means. Any character may be in it. */
    public static Command parse(String line) throws Refused {
        String cleaned = NO_CONTROLS.matcher(line).replaceAll(" ");
        Matcher shape = SHAPE.matcher(cleaned);
        if (!shape.matches()) {
            return new Say(cleaned);
        }
        String verb = shape.group("verb");
        Rule unknown = rest -> {
            throw new Refused("unknown-command", verb);
        };
        return RULES.getOrDefault(verb, unknown).of(Optional.ofNullable(shape.group("rest")));
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        if (command instanceof Msg msg) {
            return "/msg " + sayableName(msg.to()) + " " + sayableText(msg.text());
        }
        if (command instanceof Nick nick) {
            return "/nick " + sayableName(nick.name());
        }
        if (command instanceof Say say) {
            return "/say " + sayableText(say.text());
        }
        return command.equals(new Quit()) ? "/quit" : "/who";
    }

    private static String sayableName(String name) {
        return Optional.of(name).filter(NAME).orElseThrow(IllegalArgumentException::new);
    }

    private static String sayableText(String text) {
        return Optional.of(text)
                .filter(t -> !t.isEmpty() && !NO_CONTROLS.matcher(t).find())
                .orElseThrow(IllegalArgumentException::new);
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        try {
            in.lines()
                    .filter(line -> !line.matches("[ \t]*+"))
                    .map(Parser::answer)
                    .takeWhile(Optional::isPresent)
                    .flatMap(Optional::stream)
                    .forEachOrdered(answer -> {
                        out.print(answer + System.lineSeparator());
                        out.flush();
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Nothing, if the client quits. */
    private static Optional<String> answer(String line) {
        try {
            return Optional.of(parse(line))
                    .filter(command -> !(command instanceof Quit))
                    .map(command -> "* " + print(command));
        } catch (Refused refused) {
            return Optional.of(refused.getMessage());
        }
    }
}
