package chatlab.swing.classroom;

import chatlab.protocol.InstructorCommand;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassState.Countdown;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** The timer, and what students may not do for a while. */
final class TimerTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TimerTab.class);
    private static final int USUAL = 5;

    /** A day, in minutes: the longest timer. */
    private static final int MOST = 24 * 60;

    private final transient Chat chat;
    private final transient ClassDialog dialog;
    private final JSpinner minutes = new JSpinner(new SpinnerNumberModel(USUAL, 1, MOST, 1));
    private final JTextField text = TextEditing.install(new JTextField());
    private final JButton start = Labels.button("startTimer", "primary", WORDS.get("timer.start"), this::start);
    private final JButton stop = Labels.button(WORDS.get("timer.stop"), () -> send(0, ""));
    private final JLabel state = new WrappingLabel();
    private final Map<Lock.Kind, JCheckBox> locks = new EnumMap<>(Lock.Kind.class);

    TimerTab(Chat chat, ClassDialog dialog) {
        super(new MigLayout("insets 3s 0 0 0, fillx, gap 3s 2s", "[][grow,fill]"));
        this.chat = chat;
        this.dialog = dialog;
        minutes.setName("timerMinutes");
        text.setName("timerText");
        text.addActionListener(event -> start());
        stop.setName("stopTimer");
        state.setName("timerState");
        add(Labels.label(WORDS.get("timer.minutes"), minutes));
        add(minutes, "growx 0, wmin 20s, wrap");
        add(Labels.label(WORDS.get("timer.text"), text));
        add(text, "wmin 50s, wrap");
        add(state, "span, split 3, growx, pushx, wmin 0");
        add(stop, "growx 0, wmin 20s");
        add(start, "growx 0, wmin 20s, wrap");
        add(new JSeparator(), "span, growx, gaptop 2s, wrap");
        add(new JLabel(WORDS.get("locks")), "span, gaptop 2s, wrap");
        for (Lock.Kind kind : Lock.Kind.values()) {
            addLock(kind);
        }
        refresh();
    }

    private void addLock(Lock.Kind kind) {
        JCheckBox box = Labels.set(new JCheckBox(), WORDS.get("lock." + kind.word()));
        box.setName("lock-" + kind.word());
        box.addActionListener(event -> dialog.send(new Lock(kind, box.isSelected()), box));
        locks.put(kind, box);
        add(box, "span, growx 0, wrap");
    }

    /** A box shows what the server has done, and not what was clicked. */
    void refresh() {
        locks.forEach((kind, box) -> {
            box.setSelected(chat.classState().isLocked(kind));
            dialog.allow(box, true);
        });
        boolean runs = chat.classState().countdown().isPresent();
        dialog.allow(start, true);
        dialog.allow(stop, runs);
        String about = chat.classState().countdown().map(Countdown::text).orElse("");
        Untrusted.show(state, !runs ? "" : WORDS.get(about.isEmpty() ? "timer.runs" : "timer.runs.about", about));
    }

    private void start() {
        send((Integer) minutes.getValue() * 60, text.getText().strip());
    }

    private void send(int seconds, String about) {
        dialog.send(new InstructorCommand.Timer(seconds, about), text);
    }
}
