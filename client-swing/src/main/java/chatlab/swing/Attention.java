package chatlab.swing;

import chatlab.client.Shown;
import chatlab.protocol.Words;
import chatlab.swing.model.Alert;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Untrusted;
import java.awt.Taskbar;
import java.util.Optional;
import javax.swing.JFrame;

/** What the desktop shows of the window: its title, the unread count, and that a message needs the user, where it can. */
final class Attention {
    private static final Words WORDS = new Words(Attention.class);

    /** The most code points of a part of the title, apart from the sign that there are more. */
    private static final int MAX_PART = 39;

    private final JFrame window;

    private Optional<Alert> last = Optional.empty();
    private int badge;

    Attention(JFrame window) {
        this.window = window;
    }

    /** Call this after each change. {@code chatting}: the chat is in view. */
    void refresh(Chat chat, boolean chatting) {
        int unread = chat.unread();
        Optional<Alert> alert = chat.alert();
        window.setTitle(title(unread, chatting ? chat.open().name() : "", chatting ? chat.title() : ""));
        if (alert.isPresent() && !alert.equals(last) && !window.isFocused()) {
            request();
        }
        last = alert;
        if (badge != unread) {
            badge = unread;
            showBadge();
        }
    }

    /**
     * The unread count comes first, since desktops cut titles short. {@code conversation} and {@code server}: names
     * from the network, or empty.
     */
    static String title(int unread, String conversation, String server) {
        StringBuilder title = new StringBuilder();
        if (unread > 0) {
            title.append(WORDS.get("title.unread", unread)).append(' ');
        }
        for (String part : new String[] {conversation, server}) {
            if (!part.isBlank()) {
                title.append(Shown.cut(part.strip(), MAX_PART)).append(WORDS.get("title.between"));
            }
        }
        return Untrusted.text(title.append(WORDS.get("title")).toString());
    }

    private void request() {
        if (supports(Taskbar.Feature.USER_ATTENTION_WINDOW)) {
            Taskbar.getTaskbar().requestWindowUserAttention(window);
        } else if (supports(Taskbar.Feature.USER_ATTENTION)) {
            Taskbar.getTaskbar().requestUserAttention(true, false);
        }
    }

    private void showBadge() {
        if (supports(Taskbar.Feature.ICON_BADGE_NUMBER)) {
            Taskbar.getTaskbar().setIconBadge(badge == 0 ? null : String.valueOf(badge));
        }
    }

    private static boolean supports(Taskbar.Feature feature) {
        try {
            return Taskbar.isTaskbarSupported() && Taskbar.getTaskbar().isSupported(feature);
        } catch (UnsupportedOperationException e) {
            return false; // some toolkits report a taskbar and have none
        }
    }
}
