import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
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

    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z][^ ]*)(?: (.*))?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,19}");
    private static final Pattern MSG = Pattern.compile("([^ ]+) (.+)");

    /** What the line means. Any character may be in it. */
    public static Command parse(String raw) throws Refused {
        StringBuilder line = new StringBuilder();
        for (char c : raw.toCharArray()) {
            line.append(isControl(c) ? ' ' : c);
        }
        Matcher matcher = COMMAND.matcher(line);
        if (!matcher.matches()) {
            return new Say(line.toString());
        }
        String verb = matcher.group(1);
        String rest = matcher.group(2) == null ? "" : matcher.group(2);
        if (verb.equalsIgnoreCase("say")) {
            if (rest.isEmpty()) {
                throw new Refused("bad-args", "/say what?");
            }
            return new Say(rest);
        } else if (verb.equalsIgnoreCase("nick")) {
            if (rest.isEmpty()) {
                throw new Refused("bad-args", "/nick who?");
            }
            checkName(rest);
            return new Nick(rest);
        } else if (verb.equalsIgnoreCase("msg")) {
            Matcher msg = MSG.matcher(rest);
            if (!msg.matches()) {
                throw new Refused("bad-args", "/msg NAME TEXT");
            }
            checkName(msg.group(1));
            return new Msg(msg.group(1), msg.group(2));
        } else if (verb.equalsIgnoreCase("who")) {
            return new Who();
        } else if (verb.equalsIgnoreCase("quit")) {
            return new Quit();
        }
        throw new Refused("unknown-command", "No such command: " + verb);
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\t' || c == 0x2028 || c == 0x2029;
    }

    private static void checkName(String name) throws Refused {
        if (!NAME.matcher(name).matches()) {
            throw new Refused("bad-name", "Not a name");
        }
    }

    /** The line for a command, without line end. Throws IllegalArgumentException if no line means just this. */
    public static String print(Command command) {
        if (command instanceof Say) {
            return "/say " + text(((Say) command).text());
        } else if (command instanceof Nick) {
            return "/nick " + name(((Nick) command).name());
        } else if (command instanceof Msg) {
            Msg msg = (Msg) command;
            return "/msg " + name(msg.to()) + " " + text(msg.text());
        }
        return command instanceof Who ? "/who" : "/quit";
    }

    private static String name(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name");
        }
        return name;
    }

    private static String text(String text) {
        if (text.isEmpty() || text.chars().anyMatch(Parser::isControl)) {
            throw new IllegalArgumentException("not a text");
        }
        return text;
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        while (true) {
            String line = in.readLine();
            if (line == null) {
                return;
            }
            String answer;
            try {
                Command command = parse(line);
                if (command.equals(new Quit())) {
                    return;
                }
                answer = "* " + print(command);
            } catch (Refused e) {
                answer = e.getMessage();
            } catch (IllegalArgumentException e) {
                answer = "! bad-args: " + e.getMessage();
            }
            out.println(answer);
        }
    }
}
