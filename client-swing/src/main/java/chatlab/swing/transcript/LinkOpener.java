package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.Untrusted;
import java.awt.Desktop;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.io.IOException;
import java.net.URI;
import java.util.function.Consumer;
import javax.swing.JOptionPane;
import javax.swing.SwingUtilities;

/** Opens addresses in the user's browser, in a thread of its own, since that may take seconds. */
public final class LinkOpener implements Consumer<String> {
    private static final Words WORDS = new Words(LinkOpener.class);

    /** The characters that an address in a text may contain and URI does not accept. */
    private static final String TO_ESCAPE = "\\^`{|}";

    @Override
    public void accept(String address) {
        Thread thread = new Thread(() -> open(address), "link opener");
        thread.setDaemon(true); // a browser that does not start must not keep the program running
        thread.start();
    }

    private void open(String address) {
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
