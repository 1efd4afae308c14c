package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassState.Countdown;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Untrusted;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.Timer;

/** The time that the class has left. Hidden while no timer runs. */
final class TimerLabel extends JLabel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TimerLabel.class);

    private final transient Chat chat;

    /** Counts the seconds; runs only while this label shows them. */
    private final Timer ticks = new Timer(250, e -> refresh());

    TimerLabel(Chat chat) {
        this.chat = chat;
        setName("timer");
        setIcon(Icons.get("timer"));
        putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        refresh();
    }

    void refresh() {
        Optional<Countdown> running = chat.classState().countdown();
        long left = running.map(timer -> timer.left(chat.clock().instant())).orElse(0L);
        setVisible(left > 0);
        setText(left > 0 ? time(left) : "");
        String about = Untrusted.text(running.map(Countdown::text).orElse(""));
        String words = WORDS.get(about.isEmpty() ? "timer" : "timer.about", about);
        if (!words.equals(getToolTipText())) {
            setToolTipText(words);
            getAccessibleContext().setAccessibleName(words);
        }
        getAccessibleContext().setAccessibleDescription(getText());
        if (left > 0 && isDisplayable()) {
            ticks.start();
        } else {
            ticks.stop();
        }
    }

    /** Such as 4:05, or 1:04:05 from an hour on. */
    static String time(long seconds) {
        String rest = String.format("%02d", seconds % 60);
        return seconds < 3600
                ? WORDS.get("timer.minutes", String.valueOf(seconds / 60), rest)
                : WORDS.get(
                        "timer.hours", String.valueOf(seconds / 3600), String.format("%02d", seconds / 60 % 60), rest);
    }

    @Override
    public void removeNotify() {
        super.removeNotify();
        ticks.stop();
    }
}
