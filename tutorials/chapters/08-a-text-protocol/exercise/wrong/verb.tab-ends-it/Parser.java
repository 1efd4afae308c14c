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

    private static String clean(String line) {
        return line.replaceAll("[\\p{IsControl}\\u2028\\u2029&&[^\\t]]", " ");
    }

    public static Command parse(String line) throws Refused {
        String text = clean(line);
        if (text.isEmpty()) {
            throw new Refused("bad-args", "Say something");
        }
        if (!text.matches("/[A-Za-z].*")) {
            return new Say(text);
        }
        String[] words = text.substring(1).split("\\s", 2);
        String rest = words.length == 2 ? words[1] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "say" -> new Say(given(rest));
            case "nick" -> new Nick(name(given(rest)));
            case "msg" -> msg(rest);
            case "who" -> new Who();
            case "quit" -> new Quit();
            default -> throw new Refused("unknown-command", "There is no /" + words[0]);
        };
    }

    private static Msg msg(String rest) throws Refused {
        int space = rest.indexOf(' ');
        if (space < 0) {
            throw new Refused("bad-args", "/msg NAME TEXT");
        }
        String to = given(rest.substring(0, space));
        String text = given(rest.substring(space + 1));
        return new Msg(name(to), text);
    }

    private static String given(String argument) throws Refused {
        if (argument.isEmpty()) {
            throw new Refused("bad-args", "Something is missing");
        }
        return argument;
    }

    private static String name(String name) throws Refused {
        if (!isName(name)) {
            throw new Refused("bad-name", "A name is 1 to 20 letters, digits, - or _");
        }
        return name;
    }

    private static boolean isName(String name) {
        return name != null && name.matches("[A-Za-z][A-Za-z0-9_-]{0,19}");
    }

    private static boolean isText(String text) {
        return text != null && !text.isEmpty() && clean(text).equals(text);
    }

    public static String print(Command command) {
        if (command instanceof Say say && isText(say.text())) {
            return "/say " + say.text();
        }
        if (command instanceof Nick nick && isName(nick.name())) {
            return "/nick " + nick.name();
        }
        if (command instanceof Msg msg && isName(msg.to()) && isText(msg.text())) {
            return "/msg " + msg.to() + " " + msg.text();
        }
        if (command instanceof Who) {
            return "/who";
        }
        if (command instanceof Quit) {
            return "/quit";
        }
        throw new IllegalArgumentException("no line means " + command);
    }

    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                Command command = parse(line);
                if (command instanceof Quit) {
                    return;
                }
                out.println("* " + print(command));
            } catch (Refused e) {
                out.println(e.getMessage());
            }
        }
    }
}
