package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Alert;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Says that a message needs the user, with a button that leads there. Hidden without an alert. */
final class AlertBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(AlertBar.class);

    private final transient Chat chat;
    private final JLabel words = new JLabel();

    AlertBar(Chat chat, Runnable show, Runnable dismiss) {
        super(new MigLayout("insets 1s 4s 1s 4s, fillx, gap 2s", "[grow,fill][][]"));
        this.chat = chat;
        words.setName("alert");
        ThemeColor.notice(this, words);
        JButton go = Labels.button(WORDS.get("alert.show"), show);
        go.setName("showAlert");
        JButton close = Labels.button("", dismiss);
        close.setIcon(Icons.get("close"));
        close.setName("dismissAlert");
        close.setToolTipText(WORDS.get("alert.dismiss"));
        close.getAccessibleContext().setAccessibleName(WORDS.get("alert.dismiss"));
        add(words, "wmin 0");
        add(go);
        add(close);
        refresh();
    }

    void refresh() {
        Optional<Alert> alert = chat.alert();
        setVisible(alert.isPresent());
        String text = alert.map(AlertBar::words).orElse("");
        words.setText(Untrusted.brief(text));
        words.setToolTipText(text.isEmpty() ? null : Untrusted.brief(text));
    }

    private static String words(Alert alert) {
        String key = alert.conversation().isPrivate() ? "alert.private" : "alert.mention";
        return WORDS.get(key, alert.from(), alert.text());
    }
}
