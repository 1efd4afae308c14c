package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Reply;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Problem;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JRootPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** A small dialog that asks for input. It stays open, with the input, until the action has succeeded. */
final class InputDialog extends JDialog implements Reply {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(InputDialog.class);

    private final Problem problem = new Problem();
    private final JButton ok;

    /** The first field, which a problem is about; null before there is one. */
    private JTextComponent input;

    /** The texts may contain names from the network; {@code ok} is the text of the button. */
    InputDialog(Component owner, String title, String ok) {
        super(SwingUtilities.getWindowAncestor(owner), Untrusted.text(title), Dialog.ModalityType.DOCUMENT_MODAL);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setLayout(new MigLayout("insets dialog, fillx, wrap 2", "[][grow,fill]"));
        setName("question");
        this.ok = Labels.button(ok, () -> {});
        this.ok.setName("ok");
    }

    /** Adds words above the fields, a label for each line. */
    void say(String words) {
        for (String line : words.split("\n")) {
            add(new JLabel(Untrusted.text(line)), "span, wmax 120s");
        }
    }

    void field(String label, JTextComponent field) {
        input = input == null ? field : input;
        boolean area = field instanceof JTextArea;
        if (area) { // or Tab would not leave it
            field.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            field.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        }
        add(Labels.label(label, field), area ? "aligny top" : "");
        add(area ? new JScrollPane(field) : field, "growx");
    }

    /**
     * Shows the dialog. {@code answer} runs when the user presses the button; afterwards {@link #done} or {@link
     * #refused} is called, at once or when the server has answered.
     */
    void ask(Runnable answer) {
        JButton cancel = Labels.button(WORDS.get("cancel"), this::dispose);
        add(problem, "span, growx, wmin 0, wmax 105s, hidemode 3");
        add(ok, "span, split 2, tag ok");
        add(cancel, "tag cancel");
        ok.addActionListener(e -> {
            ok.setEnabled(false); // not twice
            answer.run();
        });
        JRootPane root = getRootPane();
        root.setDefaultButton(ok);
        root.registerKeyboardAction(
                e -> dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent event) {
                input.requestFocusInWindow();
            }
        });
        pack();
        setMinimumSize(new Dimension(Grid.px(75), 0));
        setLocationRelativeTo(getOwner());
        setVisible(true);
    }

    @Override
    public void done() {
        dispose();
    }

    @Override
    public boolean refused(String words) {
        if (!isShowing()) {
            return false;
        }
        ok.setEnabled(true);
        problem.tell(words, input, input);
        pack(); // sets the width of the words
        pack(); // and the height that they need at this width
        input.requestFocusInWindow();
        return true;
    }
}
