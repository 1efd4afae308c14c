package chatlab.swing.hood;

import chatlab.protocol.Words;
import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Something to try out: what it is, a button that does it, and what came of it. For the event dispatch thread only. */
abstract class Experiment extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(Experiment.class);

    protected final JButton button;
    private final JTextArea outcome = Widgets.text("");

    /** {@code name}: of the button; the words have {@code key} before their names. */
    Experiment(String name, String key) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]"));
        button = Widgets.button(new JButton(), name, key + ".button");
        button.addActionListener(event -> run());
        button.getAccessibleContext().setAccessibleDescription(WORDS.get(key + ".text"));
        JLabel title = new JLabel(WORDS.get(key + ".title"));
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        JTextArea text = Widgets.text(WORDS.get(key + ".text"));
        text.setOpaque(false);
        text.setFocusable(false); // the button has it as its description
        outcome.setName(name + "Outcome");
        outcome.setOpaque(false);
        outcome.setVisible(false);
        outcome.getAccessibleContext().setAccessibleName(WORDS.get(key + ".title"));
        add(title, "wmin 0");
        add(button, "growx 0");
        add(outcome, "wmin 0");
        add(text, "wmin 0"); // at last: in a low window it may be scrolled, and what came of it is still to be seen
    }

    /** The button was pressed. */
    abstract void run();

    /** Comes some times a second as long as this can be seen. */
    void tick() {}

    /** Whether there is a server to try it with; comes often. */
    void connection(boolean connected) {
        button.setEnabled(connected);
    }

    /** The panel is closed: what was begun is ended. */
    void closed() {}

    /** Shows what came of it. */
    protected void say(String words) {
        if (!words.equals(outcome.getText())) {
            outcome.setText(words);
            outcome.setVisible(!words.isEmpty());
        }
    }

    /** Shows it even though the event dispatch thread is not going to paint anything soon. */
    protected void sayNow(String words) {
        say(words);
        validate();
        paintImmediately(getVisibleRect());
        getToolkit().sync();
    }
}
