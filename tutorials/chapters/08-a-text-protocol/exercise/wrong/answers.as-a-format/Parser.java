import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;

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

    /** What the line means. Any character may be in it. */
    public static Command parse(String line) throws Refused {
        String clean = line.replaceAll("[\\p{IsControl}\\u2028\\u2029&&[^\\t]]", " ");
        if (!clean.matches("/[A-Za-z].*")) {
            return new Say(clean);
        }
        int space = clean.indexOf(' ');
        String verb = space < 0 ? clean.substring(1) : clean.substring(1, space);
        String rest = space < 0 ? "" : clean.substring(space + 1);
        switch (verb.toLowerCase(Locale.ROOT)) {
            case "who":
                return new Who();
            case "quit":
                return new Quit();
            case "say":
                needs(!rest.isEmpty(), "bad-args", "TEXT is missing");
                return new Say(rest);
            case "nick":
                needs(!rest.isEmpty(), "bad-args", "NAME is missing");
                needs(isName(rest), "bad-name", "A name is 1 to 20 letters, digits, - or _");
                return new Nick(rest);
            case "msg":
                int end = rest.indexOf(' ');
                needs(end > 0 && end + 1 < rest.length(), "bad-args", "NAME or TEXT is missing");
                String to = rest.substring(0, end);
                needs(isName(to), "bad-name", "A name is 1 to 20 letters, digits, - or _");
                return new Msg(to, rest.substring(end + 1));
            default:
                throw new Refused("unknown-command", "There is no such command");
        }
    }

    private static void needs(boolean condition, String code, String words) throws Refused {
        if (!condition) {
            throw new Refused(code, words);
        }
    }

    private static boolean isName(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_-]{0,19}");
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        String line;
        if (command instanceof Say say) {
            line = "/say " + say.text();
        } else if (command instanceof Nick nick) {
            line = "/nick " + nick.name();
        } else if (command instanceof Msg msg) {
            line = "/msg " + msg.to() + " " + msg.text();
        } else if (command instanceof Who) {
            line = "/who";
        } else {
            line = "/quit";
        }
        try {
            if (parse(line).equals(command)) {
                return line;
            }
        } catch (Refused e) {
            throw new IllegalArgumentException("no line means " + command, e);
        }
        throw new IllegalArgumentException("no line means " + command);
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                continue;
            }
            try {
                Command command = parse(line);
                if (command instanceof Quit) {
                    return;
                }
                out.printf("* " + print(command) + "%n");
            } catch (Refused e) {
                out.printf("%s%n", e.getMessage());
            }
            out.flush();
        }
    }
}
