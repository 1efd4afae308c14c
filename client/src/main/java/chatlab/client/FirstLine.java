package chatlab.client;

import chatlab.protocol.Greeting;
import chatlab.protocol.Words;
import java.util.Locale;

/**
 * What the first line of a server says of it.
 *
 * @param complaint why this is no greeting, as a sentence for the user; empty for a greeting
 */
public record FirstLine(Kind kind, String complaint) {
    private static final Words WORDS = new Words(FirstLine.class);

    /** What listens there. */
    public enum Kind {
        /** A chat server that greets. */
        GREETING,
        /** A web server. */
        WEB,
        /** A chat server that refuses the connection. */
        REFUSAL,
        /** Something else. */
        OTHER
    }

    private static final int MAX_SHOWN = 200;

    /** Reads a line; the caller may give an unreadable line as "". */
    public static FirstLine of(String line) {
        if (Greeting.isGreeting(line)) {
            return new FirstLine(Kind.GREETING, "");
        } else if (isWeb(line)) {
            return new FirstLine(Kind.WEB, WORDS.get("wrong.web"));
        } else if (line.isBlank()) {
            return new FirstLine(Kind.OTHER, WORDS.get("wrong"));
        } else if (line.startsWith("* ") || line.startsWith("! ")) { // as a chat server does that is full
            return new FirstLine(Kind.REFUSAL, WORDS.get("refused", shown(line.substring(2))));
        }
        return new FirstLine(Kind.OTHER, WORDS.get("wrong.line", shown(line)));
    }

    public boolean isGreeting() {
        return kind == Kind.GREETING;
    }

    private static boolean isWeb(String line) {
        String start = line.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http/") || start.startsWith("<!doctype") || start.startsWith("<html");
    }

    private static String shown(String line) {
        return Shown.cut(Shown.line(line).strip(), MAX_SHOWN);
    }
}
