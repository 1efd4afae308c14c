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
        char[] chars = line.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            boolean isControl = c < ' ' || c >= 127 && c < 160 || c == 0x2028 || c == 0x2029;
            if (isControl && c != '\t') {
                chars[i] = ' ';
            }
        }
        String text = new String(chars);
        boolean isCommand = text.length() > 1 && text.charAt(0) == '/' && isLetter(text.charAt(1));
        if (!isCommand) {
            return new Say(text);
        }
        int space = text.indexOf(' ');
        String verb = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? null : text.substring(space + 1);
        switch (verb.toUpperCase(java.util.Locale.ROOT)) {
            case "/SAY":
                require(rest != null && !rest.isEmpty(), "bad-args");
                return new Say(rest);
            case "/NICK":
                require(rest != null && !rest.isEmpty(), "bad-args");
                require(isName(rest), "bad-name");
                return new Nick(rest);
            case "/MSG":
                require(rest != null, "bad-args");
                int end = rest.indexOf(' ');
                require(end > 0 && end + 1 < rest.length(), "bad-args");
                require(isName(rest.substring(0, end)), "bad-name");
                return new Msg(rest.substring(0, end), rest.substring(end + 1));
            case "/WHO":
                return new Who();
            case "/QUIT":
                return new Quit();
            default:
                throw new Refused("unknown-command", verb);
        }
    }

    private static void require(boolean ok, String code) throws Refused {
        if (!ok) {
            throw new Refused(code, "Try again");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isName(String name) {
        for (char c : name.toCharArray()) {
            boolean isDigit = c >= '0' && c <= '9';
            if (!isLetter(c) && !isDigit && c != '-' && c != '_') {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= 20 && isLetter(name.charAt(0));
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        String line = "/" + command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        if (command instanceof Say say) {
            line += " " + say.text();
        }
        if (command instanceof Nick nick) {
            line += " " + nick.name();
        }
        if (command instanceof Msg msg) {
            line += " " + msg.to() + " " + msg.text();
        }
        Command again = null;
        try {
            again = parse(line);
        } catch (Refused e) {
            // then it is not the same
        }
        if (!command.equals(again)) {
            throw new IllegalArgumentException(command.toString());
        }
        return line;
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        String line = in.readLine();
        while (line != null && answer(line, out)) {
            line = in.readLine();
        }
    }

    private static boolean answer(String line, PrintWriter out) {
        if (line.isBlank()) {
            out.println("! bad-args: Say something");
            return true;
        }
        try {
            Command command = parse(line);
            if (command instanceof Quit) {
                return false;
            }
            out.println("* " + print(command));
        } catch (Refused e) {
            out.println(e.getMessage());
        }
        return true;
    }
}
