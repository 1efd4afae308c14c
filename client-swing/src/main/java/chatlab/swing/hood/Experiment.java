package chatlab.swing.hood;

import chatlab.protocol.Words;
import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/**
 * An experiment: a title, a button that starts it, the outcome and an explanation. For the event dispatch thread only.
 */
abstract class Experiment extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(Experiment.class);

    protected final JButton button;
    private final JTextArea outcome = Widgets.text("");

    /** {@code name}: the name of the button; {@code key}: the first part of the keys of its words. */
    Experiment(String name, String key) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow,fill]"));
        button = Widgets.button(new JButton(), name, key + ".button");
        button.addActionListener(event -> run());
        button.getAccessibleContext().setAccessibleDescription(WORDS.get(key + ".text"));
        JLabel title = new JLabel(WORDS.get(key + ".title"));
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h4");
        JTextArea text = Widgets.text(WORDS.get(key + ".text"));
        text.setOpaque(false);
        text.setFocusable(false); // a screen reader reads it as the description of the button
        outcome.setName(name + "Outcome");
        outcome.setOpaque(false);
        outcome.setVisible(false);
        outcome.getAccessibleContext().setAccessibleName(WORDS.get(key + ".title"));
        add(title, "wmin 0");
        add(button, "growx 0");
        add(outcome, "wmin 0");
        add(text, "wmin 0"); // last: where the window is low, the outcome is still in sight
    }

    /** The user has pressed the button. */
    abstract void run();

    /** Called several times a second while the experiment is in view. */
    void tick() {}

    /** Called often: whether the client is connected. */
    void connection(boolean connected) {
        button.setEnabled(connected);
    }

    /** The panel has closed: ends the experiment if it is running. */
    void closed() {}

    /** Shows the outcome. */
    protected void say(String words) {
        if (!words.equals(outcome.getText())) {
            outcome.setText(words);
            outcome.setVisible(!words.isEmpty());
        }
    }

    /** Shows the outcome at once, before the event dispatch thread is busy and paints nothing. */
    protected void sayNow(String words) {
        say(words);
        validate();
        paintImmediately(getVisibleRect());
        getToolkit().sync();
    }
}
