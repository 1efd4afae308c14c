package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Untrusted;

/** The title of the window. What is unread comes first, since the list of windows on a desktop cuts titles short. */
final class WindowTitle {
    private static final Words WORDS = new Words(WindowTitle.class);

    /** Code points that a part of it may have. */
    private static final int MAX_PART = 40;

    private WindowTitle() {}

    /** {@code conversation} and {@code server} are as the server has them, or empty. */
    static String of(int unread, String conversation, String server) {
        StringBuilder title = new StringBuilder();
        if (unread > 0) {
            title.append(WORDS.get("title.unread", unread)).append(' ');
        }
        for (String part : new String[] {conversation, server}) {
            if (!part.isBlank()) {
                title.append(cut(part.strip())).append(WORDS.get("title.between"));
            }
        }
        return Untrusted.text(title.append(WORDS.get("title")).toString());
    }

    private static String cut(String text) {
        if (text.codePointCount(0, text.length()) <= MAX_PART) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_PART - 1)) + "…";
    }
}
