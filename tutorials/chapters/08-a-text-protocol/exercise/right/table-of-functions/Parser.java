import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of functions. talk walks along the stream of lines. */
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

    /** Carries a Refused through a function. */
    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrapped(String code, String words) {
            super(words, new Refused(code, words));
        }
    }

    private static final Pattern NAME =
            Pattern.compile("\\p{Alpha}[\\p{Alnum}_-]{0,19}+"); // of ASCII only, without a flag

    private static final Map<String, Function<String, Command>> VERBS = Map.of(
            "say", rest -> new Say(text(rest)),
            "nick", rest -> new Nick(name(rest)),
            "msg",
                    rest -> {
                        int space = (rest + " ").indexOf(' ');
                        return new Msg(
                                name(rest.substring(0, space)),
                                text(rest.substring(Math.min(rest.length(), space + 1))));
                    },
            "who", rest -> new Who(),
            "quit", rest -> new Quit());

    private Parser() {}

    private static String text(String text) {
        if (text.isEmpty()) {
            throw new Wrapped("bad-args", "something should stand here");
        }
        return text;
    }

    private static String name(String name) {
        if (!NAME.matcher(text(name)).matches()) {
            throw new Wrapped("bad-name", "at most 20 of a-z A-Z 0-9 - _, a letter first");
        }
        return name;
    }

    private static int harmless(int c) {
        return c != '\t' && Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c;
    }

    private static String clean(String line) {
        return line.codePoints()
                .map(Parser::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What the line means. */
    public static Command parse(String line) throws Refused {
        String clean = clean(line);
        try {
            if (clean.length() > 1
                    && clean.charAt(0) == '/'
                    && "abcdefghijklmnopqrstuvwxyz".indexOf(clean.charAt(1) | 0x20) >= 0
                    && clean.charAt(1) < 0x80) {
                int space = (clean + " ").indexOf(' ');
                String verb = clean.substring(1, space);
                String rest = clean.substring(Math.min(space + 1, clean.length()));
                Function<String, Command> unknown = any -> {
                    throw new Wrapped("unknown-command", verb);
                };
                return VERBS.getOrDefault(verb.toLowerCase(Locale.ENGLISH), unknown)
                        .apply(rest);
            }
            return new Say(text(clean));
        } catch (Wrapped e) {
            throw (Refused) e.getCause();
        }
    }

    /** The line for a command. */
    public static String print(Command command) throws IllegalArgumentException {
        Stream<String> words;
        if (command instanceof Say say) {
            words = Stream.of("/say", checked(say.text(), Parser::text));
        } else if (command instanceof Nick nick) {
            words = Stream.of("/nick", checked(nick.name(), Parser::name));
        } else if (command instanceof Msg msg) {
            words = Stream.of("/msg", checked(msg.to(), Parser::name), checked(msg.text(), Parser::text));
        } else {
            words = Stream.of("/" + command.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        }
        return words.collect(Collectors.joining(" "));
    }

    private static String checked(String argument, Function<String, String> check) {
        try {
            if (argument != null && clean(argument).equals(check.apply(argument))) {
                return argument;
            }
        } catch (Wrapped e) {
            throw new IllegalArgumentException(argument, e.getCause());
        }
        throw new IllegalArgumentException("no line has the argument " + argument);
    }

    /** Answers each line with one line, until the client quits or its stream ends. Leaves empty lines out. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        Iterator<String> lines = new Iterator<>() {
            private String next;

            @Override
            public boolean hasNext() {
                try {
                    return (next = in.readLine()) != null;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public String next() {
                return next;
            }
        };
        try {
            boolean open = true;
            while (open && lines.hasNext()) {
                open = answer(lines.next(), out);
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean answer(String line, PrintWriter out) {
        try {
            Command command = parse(line);
            if (command instanceof Quit) {
                return false;
            }
            out.println("* " + print(command));
        } catch (Refused e) {
            if (!line.isEmpty()) {
                out.println(e.getMessage());
            }
        }
        return true;
    }
}
