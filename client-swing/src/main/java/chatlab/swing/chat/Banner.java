package chatlab.swing.chat;

import chatlab.client.Shown;
import chatlab.protocol.Words;
import chatlab.swing.model.Alert;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Status;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Says what is wrong with the connection, or else that a message needs the user, with a button that helps. Hidden without
 * either.
 */
final class Banner extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(Banner.class);

    private static final int MOST_LINES = 3;

    private final transient Chat chat;
    private final JLabel words = new WrappingLabel(MOST_LINES);
    private final transient Icon warning = Icons.get("warning");
    private final JButton connect;
    private final JButton show;
    private final JButton dismiss;

    /** Whether there is no room for the banner now. */
    private boolean givesWay;

    /** Counts down the seconds to the next attempt; runs only while the banner shows them. */
    private final Timer countdown = new Timer(250, e -> refresh());

    Banner(Chat chat, Runnable connectNow, Runnable showAlert, Runnable dismissAlert) {
        super(new MigLayout("insets 1s 4s 1s 4s, fillx, hidemode 3, gap 2s", "[grow,fill][][]"));
        this.chat = chat;
        words.setName("banner");
        ThemeColor.notice(this, words);
        add(words, "wmin 0");
        connect = button("connectNow", "", connectNow);
        show = button("showAlert", WORDS.get("alert.show"), showAlert);
        dismiss = button("dismissAlert", "", dismissAlert);
        dismiss.setIcon(Icons.get("close"));
        dismiss.setToolTipText(WORDS.get("alert.dismiss"));
        dismiss.getAccessibleContext().setAccessibleName(WORDS.get("alert.dismiss"));
        refresh();
    }

    private JButton button(String name, String marked, Runnable action) {
        JButton button = Labels.button(marked, action);
        button.setName(name);
        add(button);
        return button;
    }

    void giveWay(boolean now) {
        givesWay = now;
        refresh();
    }

    void refresh() {
        Status status = chat.status();
        boolean lost = status instanceof Status.Lost;
        boolean ended = status instanceof Status.Ended;
        boolean joined = status instanceof Status.Joined;
        Optional<Alert> alert = chat.alert().filter(any -> joined);
        setVisible(!givesWay && (!joined || alert.isPresent()));
        Untrusted.show(words, alert.map(Banner::words).orElseGet(() -> words(status)));
        words.setIcon(joined ? null : warning);
        show.setVisible(alert.isPresent());
        dismiss.setVisible(alert.isPresent());
        connect.setVisible(lost || ended);
        Labels.set(connect, WORDS.get(lost ? "banner.try" : "banner.again"));
        if (lost && isDisplayable()) {
            countdown.start();
        } else {
            countdown.stop();
        }
    }

    private static String words(Alert alert) {
        String key = alert.conversation().isPrivate() ? "alert.private" : "alert.mention";
        return Shown.leftToRight(WORDS.get(key, alert.from(), alert.text()));
    }

    private String words(Status status) {
        if (status instanceof Status.Lost lost) {
            return WORDS.get("banner.lost", lost.words(), seconds(chat.clock().instant(), lost.retryAt()));
        } else if (status instanceof Status.Connecting connecting) {
            return WORDS.get("banner.connecting", connecting.server());
        } else if (status instanceof Status.NameRefused refused) {
            return refused.words();
        } else if (status instanceof Status.Ended ended) {
            return ended.words();
        }
        return status instanceof Status.Idle ? WORDS.get("banner.idle") : "";
    }

    /** The seconds from {@code now} to {@code then}, rounded up: never 0 before the time has come. */
    static long seconds(Instant now, Instant then) {
        long millis = Duration.between(now, then).toMillis();
        return Math.max(0, (millis + 999) / 1000);
    }
}
