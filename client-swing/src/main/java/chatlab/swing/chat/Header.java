package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Untrusted;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
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

    Header(Chat chat, Runnable find) {
        super(new MigLayout("insets 2s 4s 2s 1s, fillx, gap 2s", "[left,shrinkprio 200][left,grow][]", "[9s!]"));
        this.chat = chat;
        place.setName("place");
        place.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        states.setName("states");
        states.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        JButton search = Labels.button(WORDS.get("header.search"), find);
        search.setName("search");
        search.setIcon(Icons.get("search"));
        search.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        setBorder(new Edge(Edge.BOTTOM));
        add(place, "wmin min(20s,pref)");
        add(states, "wmin 0");
        add(search); // with its margin, the word ends where the messages end
        refresh();
    }

    void refresh() {
        Conversation open = chat.open();
        Untrusted.show(place, WORDS.get(open.isPrivate() ? "header.private" : "header.room", open.name()));
        List<String> words = new ArrayList<>();
        if (!open.isPrivate()) {
            words.add(WORDS.get("header.people", chat.people().size()));
        }
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
        Untrusted.show(states, String.join(WORDS.get("header.between"), words));
    }
}
