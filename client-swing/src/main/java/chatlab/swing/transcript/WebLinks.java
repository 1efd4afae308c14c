package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.Untrusted;
import java.awt.Desktop;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** Finds the addresses of web pages in a text, http and https only, and opens them. */
public final class WebLinks {
    private static final Words WORDS = new Words(WebLinks.class);

    /** The place of an address in the text: from {@code start}, up to but not including {@code end}. */
    record Span(int start, int end) {}

    /** An address ends at a blank, at an angle bracket or a quotation mark, and at an invisible character. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])https?://[\\p{L}\\p{N}\\[][^\\s\\p{Z}\\p{Cc}\\p{Cf}<>\"]*", Pattern.CASE_INSENSITIVE);

    private static final String NEVER_LAST = ".,;:!?'\u2019\u201D\u00BB\u2026*_";

    /** The characters that an address in a text may contain and URI does not accept. */
    private static final String TO_ESCAPE = "\\^`{|}";

    private WebLinks() {}

    static List<Span> find(String text) {
        if (!text.toLowerCase(Locale.ROOT).contains("http")) {
            return List.of(); // most texts
        }
        return ADDRESS.matcher(text).results().map(found -> span(text, found)).toList();
    }

    /** Punctuation at the end belongs to the sentence, and so does a bracket that was opened before the address. */
    private static Span span(String text, MatchResult found) {
        int start = found.start();
        int last = found.end() - 1;
        while (NEVER_LAST.indexOf(text.charAt(last)) >= 0
                || isUnopened('(', ')', text, start, last)
                || isUnopened('[', ']', text, start, last)) {
            last--;
        }
        return new Span(start, last + 1);
    }

    private static boolean isUnopened(char opens, char closes, String text, int start, int last) {
        if (text.charAt(last) != closes) {
            return false;
        }
        int open = 0;
        for (int i = start; i <= last; i++) {
            open += text.charAt(i) == opens ? 1 : text.charAt(i) == closes ? -1 : 0;
        }
        return open < 0;
    }

    /** Opens the address in the user's browser, in a thread of its own, since that may take seconds. */
    public static void open(String address) {
        Thread thread = new Thread(() -> browse(address), "link opener");
        thread.setDaemon(true); // a browser that does not start must not keep the program running
        thread.start();
    }

    private static void browse(String address) {
        try {
            Desktop.getDesktop().browse(uri(address));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException e) {
            SwingUtilities.invokeLater(() -> failed(address));
        }
    }

    static URI uri(String address) {
        StringBuilder escaped = new StringBuilder();
        for (char c : address.toCharArray()) {
            escaped.append(TO_ESCAPE.indexOf(c) < 0 ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return URI.create(URI.create(escaped.toString()).toASCIIString());
    }

    private static void failed(String address) {
        SystemClipboard.copy(address);
        Window parent = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
        JOptionPane.showMessageDialog(parent, failure(address));
    }

    /** What the user is told; a long address is cut. */
    static String failure(String address) {
        return WORDS.get("open.failed", Untrusted.brief(address));
    }
}
