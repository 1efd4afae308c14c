package chatlab.swing;

import chatlab.swing.model.Alert;
import java.awt.Taskbar;
import java.awt.Window;
import java.util.Optional;

/** Lets the desktop point at the window when a message needs the user, where the desktop can. */
final class Attention {
    private final Window window;

    private Optional<Alert> last = Optional.empty();
    private int badge;

    Attention(Window window) {
        this.window = window;
    }

    /** Call this after each change. */
    void refresh(Optional<Alert> alert, int unread) {
        if (alert.isPresent() && !alert.equals(last) && !window.isFocused()) {
            request();
        }
        last = alert;
        if (badge != unread) {
            badge = unread;
            showBadge();
        }
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
