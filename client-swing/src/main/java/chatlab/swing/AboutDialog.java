package chatlab.swing;

import chatlab.client.Version;
import chatlab.protocol.Words;
import java.awt.Window;
import javax.swing.ImageIcon;
import javax.swing.JOptionPane;

/** Says which program this is, on which Java. */
final class AboutDialog {
    private static final Words WORDS = new Words(AboutDialog.class);
    private static final int LOGO_SIZE = 64;

    private AboutDialog() {}

    /** Shows it until the user closes it. */
    static void show(Window owner) {
        String words =
                WORDS.get("about", Version.get(), System.getProperty("java.version"), System.getProperty("os.name"));
        ImageIcon logo = new ImageIcon(Logo.image(LOGO_SIZE));
        JOptionPane.showMessageDialog(owner, words, WORDS.get("title"), JOptionPane.PLAIN_MESSAGE, logo);
    }
}
