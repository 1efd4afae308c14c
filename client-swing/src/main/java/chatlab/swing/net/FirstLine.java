package chatlab.swing.net;

import chatlab.protocol.Greeting;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.util.Locale;
import java.util.Optional;

/** What the first line of a server says of it. */
final class FirstLine {
    private static final Words WORDS = new Words(FirstLine.class);
    private static final int MAX_SHOWN = 200;

    private FirstLine() {}

    /** What is wrong with it, in words; empty for the greeting of a chat server. A line of no use may be given as "". */
    static Optional<String> whatIsWrong(String line) {
        if (Greeting.isGreeting(line)) {
            return Optional.empty();
        } else if (isWeb(line)) {
            return Optional.of(WORDS.get("wrong.web"));
        } else if (line.isBlank()) {
            return Optional.of(WORDS.get("wrong"));
        } else if (line.startsWith("* ") || line.startsWith("! ")) { // as a chat server does that is full
            return Optional.of(WORDS.get("refused", shown(line.substring(2))));
        }
        return Optional.of(WORDS.get("wrong.line", shown(line)));
    }

    private static boolean isWeb(String line) {
        String start = line.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("http/") || start.startsWith("<!doctype") || start.startsWith("<html");
    }

    private static String shown(String line) {
        String clean = Text.collapseBlanks(Text.clean(line)).strip();
        boolean fits = clean.codePointCount(0, clean.length()) <= MAX_SHOWN;
        return fits ? clean : clean.substring(0, clean.offsetByCodePoints(0, MAX_SHOWN)) + "\u2026";
    }
}
