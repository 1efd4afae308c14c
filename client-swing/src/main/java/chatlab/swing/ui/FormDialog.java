package chatlab.swing.ui;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/**
 * A dialog with rows of labels and fields; below them a problem, and the buttons at the right. Escape closes it. For the event dispatch thread only.
 */
public class FormDialog extends JDialog {
    private static final long serialVersionUID = 1;

    private final Problem problem = new Problem();

    /** {@code owner}: a component of the window that the dialog belongs to. The title may be from the network. */
    protected FormDialog(Component owner, String title, ModalityType modality) {
        super((Window) SwingUtilities.getRoot(owner), Untrusted.text(title), modality);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setLayout(new MigLayout("insets 5s, gap 3s 2s, fill, wrap 2, hidemode 3", "[][grow,fill]"));
        getRootPane()
                .registerKeyboardAction(
                        e -> dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    /** Adds the last row. The last button is the primary one, which Enter presses. */
    protected final void addButtons(JButton... buttons) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 2s"));
        for (JButton button : buttons) {
            row.add(button, "wmin 20s");
        }
        add(problem, "span, growx, wmin 0, wmax 105s");
        add(row, "span, alignx right, growx 0, gaptop 2s");
        getRootPane().setDefaultButton(buttons[buttons.length - 1]);
    }

    /** Shows the dialog over its window, no larger than the screen, with the focus on {@code first}. */
    protected final void open(JComponent first) {
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                first.requestFocusInWindow();
            }
        });
        pack();
        fit(getSize());
        setLocationRelativeTo(getOwner());
        setVisible(true);
    }

    /** Shows what went wrong, and returns to the field with the mistake. */
    protected final void tell(String words, JTextComponent input) {
        problem.tell(words, input, input);
        validate(); // sets the width of the words, and so the height that they need
        fit(getSize());
        input.requestFocusInWindow();
    }

    /** Makes the dialog as large as its content needs, at least as large as it was, at most as large as the screen. */
    private void fit(Dimension before) {
        Rectangle screen = getGraphicsConfiguration().getBounds();
        Dimension needed = getPreferredSize();
        setSize(
                Math.min(screen.width, Math.max(before.width, needed.width)),
                Math.min(screen.height, Math.max(before.height, needed.height)));
    }
}
