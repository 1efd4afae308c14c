package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Reply;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.ui.FlatScrollPaneBorder;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;

/** A small dialog that asks for input. It stays open, with the input, until the action has succeeded. */
final class InputDialog extends FormDialog implements Reply {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(InputDialog.class);

    private final JButton ok;

    /** The first field, which a problem is about; null before there is one. */
    private JTextComponent input;

    /** The texts may contain names from the network; {@code ok} is the text of the button. */
    InputDialog(Component owner, String title, String ok) {
        super(owner, title, ModalityType.DOCUMENT_MODAL);
        setName("question");
        this.ok = Labels.button(ok, () -> {});
        this.ok.setName("ok");
    }

    /** Adds words above the fields, with a warning sign. */
    void warn(String words) {
        JLabel sign = new JLabel(Icons.get("warning"));
        sign.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.red");
        add(sign, "span, split 2, aligny top, growx 0");
        say(words);
    }

    /** Adds words above the fields. A text area never takes a text for HTML. */
    void say(String words) {
        JTextArea text = new JTextArea(words);
        text.setEditable(false);
        text.setFocusable(false);
        text.putClientProperty(FlatClientProperties.STYLE_CLASS, "plain");
        text.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        getAccessibleContext().setAccessibleDescription(words);
        add(text, "span, wmin 0");
    }

    void field(String label, JTextComponent field) {
        input = input == null ? field : input;
        if (field instanceof JTextArea) {
            add(Labels.label(label, field), "aligny top, gaptop 1s");
            JScrollPane scroll = new JScrollPane(field);
            scroll.setBorder(new FlatScrollPaneBorder());
            add(scroll, "growx");
            // or Tab would not leave it
            field.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            field.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        } else {
            add(Labels.label(label, field));
            add(field, "growx, wmin 50s");
        }
    }

    /**
     * Shows the dialog. {@code answer} runs when the user presses the button; afterwards {@link #done} or {@link
     * #refused} is called, at once or when the server has answered.
     */
    void ask(Runnable answer) {
        ok.addActionListener(e -> {
            ok.setEnabled(false); // not twice
            answer.run();
        });
        addButtons(Labels.button(WORDS.get("cancel"), this::dispose), ok);
        open(input);
    }

    @Override
    public void done() {
        dispose();
    }

    @Override
    public boolean refused(String words) {
        if (isShowing()) {
            ok.setEnabled(true);
            tell(words, input);
        }
        return isShowing();
    }
}
