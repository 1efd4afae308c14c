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

/** Opens addresses in the user's browser. That may take seconds, so a thread of its own does it. */
public final class LinkOpener implements Consumer<String> {
    private static final Words WORDS = new Words(LinkOpener.class);

    /** What an address may hold in the text and URI does not take as it is. */
    private static final String TO_ESCAPE = "\\^`{|}";

    @Override
    public void accept(String address) {
        Thread thread = new Thread(() -> open(address), "link opener");
        thread.setDaemon(true); // a browser that does not start must not keep the program
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

    /** Names the address, though perhaps not all of it. */
    static String failure(String address) {
        return WORDS.get("open.failed", Untrusted.brief(address));
    }
}
