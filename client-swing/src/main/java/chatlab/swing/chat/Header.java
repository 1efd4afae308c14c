package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Untrusted;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The open conversation, and the states that hold there. */
final class Header extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(Header.class);

    private final transient Chat chat;
    private final JLabel place = new JLabel();
    private final JLabel states = new JLabel();

    Header(Chat chat) {
        super(new MigLayout("insets 6 8 4 8, fillx, gap 12", "[left,shrinkprio 200][right,grow]"));
        this.chat = chat;
        place.setName("place");
        place.putClientProperty(FlatClientProperties.STYLE, "font: bold"); // not larger than the rest
        states.setName("states");
        add(place, "wmin 120");
        add(states, "wmin 0");
        refresh();
    }

    void refresh() {
        Conversation open = chat.open();
        String key = open.isPrivate() ? "header.private" : chat.title().isEmpty() ? "header.room" : "header.titled";
        show(place, WORDS.get(key, open.name(), chat.title()));
        List<String> words = new ArrayList<>();
        if (chat.isRecorded() && !open.isPrivate()) {
            words.add(WORDS.get("header.recorded"));
        }
        if (chat.isInstructor()) {
            words.add(WORDS.get("header.instructor"));
        }
        if (chat.isHushed()) {
            words.add(WORDS.get("header.hushed"));
        }
        if (chat.isMuted()) {
            words.add(WORDS.get("header.muted"));
        }
        show(states, String.join(WORDS.get("header.between"), words));
    }

    private static void show(JLabel label, String words) {
        String text = Untrusted.text(words);
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setToolTipText(words.isEmpty() ? null : text);
        }
    }
}
