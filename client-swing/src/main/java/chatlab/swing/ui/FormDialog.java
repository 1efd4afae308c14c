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
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/**
 * A dialog with rows of labels and fields; below them a problem, and the buttons at the right. Escape closes it. For the event dispatch thread only.
 */
public class FormDialog extends JDialog {
    private static final long serialVersionUID = 1;

    /** The least size of a window for which all is made, in steps of the grid. */
    private static final int LEAST_WIDTH = 160;

    private static final int LEAST_HEIGHT = 120;

    private final Problem problem = new Problem();

    /** {@code owner}: a component of the window that the dialog belongs to. The title may be from the network. */
    protected FormDialog(Component owner, String title, ModalityType modality) {
        super((Window) SwingUtilities.getRoot(owner), Untrusted.text(title), modality);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setContentPane(
                new FittingPanel(new MigLayout("insets 5s, gap 3s 2s, fill, wrap 2, hidemode 3", "[][grow,fill]")));
        UserInput.onKey(getRootPane(), JComponent.WHEN_IN_FOCUSED_WINDOW, "ESCAPE", this::dispose);
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

    /** Shows the dialog over its window, with the focus on {@code first}. */
    protected final void open(JComponent first) {
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                first.requestFocusInWindow();
            }
        });
        setContentPane(new JScrollPane(getContentPane())); // for a small window
        pack();
        fit(new Dimension());
        setLocationRelativeTo(getOwner());
        setVisible(true);
    }

    /** Shows what went wrong, and returns to the field with the mistake. */
    protected final void tell(String words, JComponent input) {
        problem.tell(words, input, input);
        validate(); // sets the width of the words, and so the height that they need
        fit(getSize());
        input.requestFocusInWindow();
    }

    /** What went wrong is of the past. */
    protected final void forgetProblem() {
        problem.clear();
    }

    /** Makes the dialog as large as its content needs, but no larger than its window, unless it was so before. */
    private void fit(Dimension before) {
        Dimension needed = getPreferredSize();
        int width = Math.min(needed.width, Math.max(getOwner().getWidth(), Grid.px(LEAST_WIDTH)));
        int height = Math.min(needed.height, Math.max(getOwner().getHeight(), Grid.px(LEAST_HEIGHT)));
        setSize(onScreen(this, Math.max(before.width, width), Math.max(before.height, height)));
    }

    /** This size, or that of the screen with {@code component} where it is smaller. */
    public static Dimension onScreen(Component component, int width, int height) {
        Rectangle screen = component.getGraphicsConfiguration().getBounds();
        return new Dimension(Math.min(screen.width, width), Math.min(screen.height, height));
    }
}
