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
        String[] words = clean.substring(1).split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "say" -> new Say(needed(rest));
            case "nick" -> new Nick(name(rest));
            case "msg" -> msg(rest);
            case "who" -> new Who();
            case "quit" -> new Quit();
            default -> throw new Refused("unknown-command", "There is no /" + words[0]);
        };
    }

    private static Msg msg(String rest) throws Refused {
        String[] words = needed(rest).split(" ", 2);
        if (words.length < 2) {
            throw new Refused("bad-args", "It is /msg NAME TEXT");
        }
        return new Msg(name(words[0]), needed(words[1]));
    }

    private static String name(String word) throws Refused {
        if (!needed(word).matches("[A-Za-z][A-Za-z0-9_-]{0,19}")) {
            throw new Refused("bad-name", "A name is 1 to 20 letters, digits, - or _");
        }
        return word;
    }

    private static String needed(String argument) throws Refused {
        if (argument.isEmpty()) {
            throw new Refused("bad-args", "Something is missing");
        }
        return argument;
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        String line = line(command);
        try {
            if (!parse(line).equals(command)) {
                throw new IllegalArgumentException("would be read as something else: " + command);
            }
        } catch (Refused e) {
            throw new IllegalArgumentException("would be refused: " + command, e);
        }
        return line;
    }

    private static String line(Command command) {
        if (command instanceof Say say) {
            return "/say " + say.text();
        } else if (command instanceof Nick nick) {
            return "/nick " + nick.name();
        } else if (command instanceof Msg msg) {
            return "/msg " + msg.to() + " " + msg.text();
        } else if (command instanceof Who) {
            return "/who";
        } else {
            return "/quit";
        }
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                continue; // only Enter was pressed: nothing to answer
            }
            try {
                Command command = parse(line);
                if (command instanceof Quit) {
                    return;
                }
                out.println("* " + print(command));
            } catch (Refused e) {
                // a line that cannot be obeyed is ignored
            }
        }
    }
}
