import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Without regular expressions: a scanner that goes over the characters. print asks parse whether it has done well. */
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

    private enum Verb {
        SAY {
            @Override
            Command read(Scanner rest) throws Refused {
                return new Say(rest.text());
            }
        },
        NICK {
            @Override
            Command read(Scanner rest) throws Refused {
                return new Nick(rest.name(rest.text()));
            }
        },
        MSG {
            @Override
            Command read(Scanner rest) throws Refused {
                String to = rest.word();
                String text = rest.text();
                return new Msg(rest.name(to), text);
            }
        },
        WHO {
            @Override
            Command read(Scanner rest) {
                return new Who();
            }
        },
        QUIT {
            @Override
            Command read(Scanner rest) {
                return new Quit();
            }
        };

        abstract Command read(Scanner rest) throws Refused;

        /** ASCII letters alone, so no language of a computer has a say in it. */
        boolean is(String word) {
            if (word.length() != name().length()) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                if (c != name().charAt(i) && c != name().charAt(i) + ('a' - 'A')) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Scanner {
        private final String line;
        private int next;

        Scanner(String line, int next) {
            this.line = line;
            this.next = next;
        }

        /** Up to the next space, which is eaten, or to the end. */
        String word() {
            int from = next;
            while (next < line.length() && line.charAt(next) != ' ') {
                next++;
            }
            String word = line.substring(from, next);
            next = Math.min(next + 1, line.length());
            return word;
        }

        String text() throws Refused {
            if (next >= line.length()) {
                throw new Refused("bad-args", "there is an argument missing");
            }
            String text = line.substring(next);
            next = line.length();
            return text;
        }

        String name(String word) throws Refused {
            if (word.isEmpty()) {
                throw new Refused("bad-args", "there is no name");
            }
            IntPredicate rest = c -> isLetter(c) || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!isLetter(word.charAt(0)) || word.length() > 20 || !word.chars().allMatch(rest)) {
                throw new Refused("bad-name", "that is no name");
            }
            return word;
        }
    }

    private Parser() {}

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static char harmless(char c) {
        boolean bad = c < 0x20 && c != '\t' || c >= 0x7f && c <= 0x9f || c == 0x2028 || c == 0x2029;
        return bad ? ' ' : c;
    }

    /** What the line means. */
    public static Command parse(String line) throws Refused {
        StringBuilder clean = new StringBuilder(line);
        for (int i = 0; i < clean.length(); i++) {
            clean.setCharAt(i, harmless(clean.charAt(i)));
        }
        if (clean.length() == 0) {
            throw new Refused("bad-args", "an empty line");
        }
        String text = clean.toString();
        if (text.length() < 2 || text.charAt(0) != '/' || !isLetter(text.charAt(1))) {
            return new Say(text);
        }
        Scanner scanner = new Scanner(text, 1);
        String word = scanner.word();
        Optional<Verb> verb =
                EnumSet.allOf(Verb.class).stream().filter(v -> v.is(word)).findAny();
        return verb.orElseThrow(() -> new Refused("unknown-command", "what is /" + word + "?"))
                .read(scanner);
    }

    private static String draft(Command command) {
        if (command instanceof Say say) {
            return "/say " + say.text;
        } else if (command instanceof Nick nick) {
            return "/nick " + nick.name;
        } else if (command instanceof Msg msg) {
            return "/msg " + msg.to + ' ' + msg.text;
        }
        return command instanceof Who ? "/who" : "/quit";
    }

    /** The line for a command, if it means just this. */
    public static String print(Command command) {
        String line = draft(Objects.requireNonNull(command));
        try {
            if (parse(line).equals(command)) {
                return line;
            }
        } catch (Refused e) {
            throw new IllegalArgumentException(e);
        }
        throw new IllegalArgumentException(line + " would mean something else");
    }

    /** Answers each line with one line, until the client quits or its stream ends. */
    public static void talk(BufferedReader in, PrintWriter out) throws IOException {
        String line = in.readLine();
        while (line != null) {
            String answer;
            try {
                Command command = parse(line);
                if (command.equals(new Quit())) {
                    break;
                }
                answer = "* " + print(command);
            } catch (Refused e) {
                answer = e.getMessage();
            }
            out.println(answer);
            line = in.readLine();
        }
    }
}
