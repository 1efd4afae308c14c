package chatlab.swing;

import chatlab.protocol.Words;
import chatlab.swing.ui.Untrusted;

/** The title of the window. The unread count comes first, since desktops cut titles short. */
final class WindowTitle {
    private static final Words WORDS = new Words(WindowTitle.class);

    /** The most code points of a part of the title. */
    private static final int MAX_PART = 40;

    private WindowTitle() {}

    /** {@code conversation} and {@code server}: names from the network, or empty. */
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
