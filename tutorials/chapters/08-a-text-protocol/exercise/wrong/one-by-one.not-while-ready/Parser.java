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
    public static Command parse(String received) throws Refused {
        String line = clean(received);
        if (!line.matches("/[A-Za-z].*")) {
            return new Say(line);
        }
        String[] words = line.substring(1).split(" ", 2);
        String rest = words.length == 2 ? words[1] : "";
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "say":
                return new Say(needed(rest, "TEXT"));
            case "nick":
                return new Nick(checked(needed(rest, "NAME")));
            case "msg":
                int space = needed(rest, "NAME").indexOf(' ');
                String to = checked(needed(space < 0 ? rest : rest.substring(0, space), "NAME"));
                return new Msg(to, needed(space < 0 ? "" : rest.substring(space + 1), "TEXT"));
            case "who":
                return new Who();
            case "quit":
                return new Quit();
            default:
                throw new Refused("unknown-command", "There is no /" + words[0]);
        }
    }

    private static String needed(String argument, String what) throws Refused {
        if (argument.isEmpty()) {
            throw new Refused("bad-args", what + " is missing");
        }
        return argument;
    }

    private static String checked(String name) throws Refused {
        if (!name.matches("[A-Za-z][A-Za-z0-9_-]{0,19}")) {
            throw new Refused("bad-name", "A name is a letter and up to 19 letters, digits, - or _");
        }
        return name;
    }

    /** A text in which nothing can be taken for the end of a line. */
    private static String clean(String line) {
        return line.replaceAll("[\\p{IsControl}\\u2028\\u2029&&[^\\t]]", " ");
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        String line = written(command);
        try {
            if (!parse(line).equals(command)) {
                throw new IllegalArgumentException("no line means " + command);
            }
        } catch (Refused e) {
            if (!command.equals(new Say(""))) {
                throw new IllegalArgumentException("no line means " + command, e);
            }
        }
        return line;
    }

    private static String written(Command command) {
        if (command instanceof Say say) {
            return "/say " + say.text();
        } else if (command instanceof Nick nick) {
            return "/nick " + nick.name();
        } else if (command instanceof Msg msg) {
            return "/msg " + msg.to() + " " + msg.text();
        }
        return command instanceof Who ? "/who" : "/quit";
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer;
            try {
                Command command = parse(line);
                if (command instanceof Quit) {
                    break;
                }
                answer = "* " + print(command);
            } catch (Refused e) {
                answer = e.getMessage();
            }
            out.print(answer + "\n");
            if (!in.ready()) {
                out.flush(); // now we are going to wait, so the client must have its answers
            }
        }
        out.flush();
    }
}
