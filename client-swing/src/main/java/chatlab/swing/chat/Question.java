package chatlab.swing.chat;

import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.Words;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.KeyboardFocusManager;
import java.util.function.Supplier;
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
import net.miginfocom.swing.MigLayout;

/** A small dialog that asks for something, and stays open, with all that was typed, until it gets a possible answer. */
final class Question extends JDialog {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(Question.class);

    private final JLabel trouble = new JLabel(" ");
    private final JButton ok;

    /** The texts may contain names of others; {@code ok} is what the button says. */
    Question(Component owner, String title, String ok) {
        super(SwingUtilities.getWindowAncestor(owner), Untrusted.text(title), Dialog.ModalityType.DOCUMENT_MODAL);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setLayout(new MigLayout("insets dialog, fillx, wrap 2", "[][grow,fill]"));
        setName("question");
        this.ok = Labels.button(ok, () -> {});
        this.ok.setName("ok");
        trouble.setName("trouble");
        trouble.setIcon(new WarningIcon());
        trouble.setVisible(false);
    }

    /** Words above the fields, a line for each of theirs. */
    void say(String words) {
        for (String line : words.split("\n")) {
            add(new JLabel(Untrusted.text(line)), "span, wmax 480");
        }
    }

    void field(String label, JComponent field) {
        boolean area = field instanceof JTextArea;
        if (area) { // whose Tab would otherwise never lead out of it
            field.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            field.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        }
        add(Labels.label(label, field), area ? "aligny top" : "");
        add(area ? new JScrollPane(field) : field, "growx");
    }

    /**
     * Shows the dialog. {@code answer} is run when the user agrees; it does what is to be done, or says what is wrong
     * with what was typed.
     */
    void ask(Supplier<String> answer) {
        JButton cancel = Labels.button(WORDS.get("cancel"), this::dispose);
        add(trouble, "span, hidemode 1");
        add(ok, "span, split 2, tag ok");
        add(cancel, "tag cancel");
        ok.addActionListener(e -> {
            String wrong = answer.get();
            if (wrong.isEmpty()) {
                dispose();
            } else {
                trouble.setText(Untrusted.text(wrong));
                trouble.setVisible(true);
                pack();
            }
        });
        JRootPane root = getRootPane();
        root.setDefaultButton(ok);
        root.registerKeyboardAction(
                e -> dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        pack();
        setMinimumSize(UIScale.scale(new Dimension(300, 0)));
        setLocationRelativeTo(getOwner());
        setVisible(true);
    }
}
