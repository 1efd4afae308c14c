import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

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
        return new Say(line); // TODO: commands, and checks
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        return ""; // TODO
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            // TODO: "* " and the printed command, or the message of the Refused
        }
    }
}
