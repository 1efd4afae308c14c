package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The open conversation, and the states that hold there; in a narrow window, buttons that open the sides. */
final class Header extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(Header.class);

    private final transient Chat chat;
    private final JButton conversations;
    private final JLabel place = new JLabel();
    private final JLabel states = new JLabel();
    private final TimerLabel timer;
    private final JButton people;
    private final JButton search;

    Header(Chat chat, ChatPage page) {
        super(new MigLayout(
                "insets 0 4s 0 1s, fillx, gap 2s, hidemode 3",
                "[left,shrinkprio 200][left,grow][][][]",
                "0:2s:2s[9s!]0:2s:2s"));
        this.chat = chat;
        conversations = Labels.button("openConversations", "quiet", "", page::focusConversations);
        conversations.setIcon(Icons.get("menu"));
        timer = new TimerLabel(chat);
        people = Labels.button("openPeople", "quiet", "", page::focusPeople);
        search = Labels.button("search", "quiet", "", page::find);
        search.setIcon(Icons.get("search"));
        search.getAccessibleContext().setAccessibleName(WORDS.get("header.search"));
        List.of(place, states).forEach(label -> UserInput.onPress(label, page::focusComposer)); // they have tool tips
        place.setName("place");
        place.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        states.setName("states");
        states.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        setBorder(new Edge(Edge.BOTTOM));
        add(conversations, "split 2, gapleft -2s");
        add(place, "wmin min(20s,pref)");
        add(states, "wmin 0");
        add(timer);
        add(people);
        add(search); // with its margin, the word ends where the messages end
    }

    /** The buttons open the sides that are folded away. */
    void refresh(boolean leftFolded, boolean rightFolded) {
        Conversation open = chat.open();
        int unread = chat.conversations().stream()
                .filter(other -> other != open)
                .mapToInt(Conversation::unread)
                .sum();
        conversations.setVisible(leftFolded);
        conversations.setText(unread == 0 ? "" : WORDS.get("conversation.unread", unread));
        String words = WORDS.get("conversation.words", WORDS.get("conversations"), unread);
        conversations.getAccessibleContext().setAccessibleName(words);
        conversations.setToolTipText(words);
        people.setVisible(rightFolded);
        people.setText(WORDS.get("header.people", chat.people().size()));
        search.setText(leftFolded ? "" : WORDS.get("header.search"));
        Untrusted.show(place, WORDS.get(open.isPrivate() ? "header.private" : "header.room", open.name()));
        timer.refresh();
        boolean isRoom = !open.isPrivate();
        String states = Stream.of(
                        isRoom && !rightFolded ? people.getText() : "",
                        chat.isHushed() ? WORDS.get("header.hushed") : "", // first: what comes later may be cut
                        chat.isMuted() ? WORDS.get("header.muted") : "",
                        isRoom && chat.isRecorded() ? WORDS.get("header.recorded") : "",
                        chat.isInstructor() ? WORDS.get("header.instructor") : "")
                .filter(state -> !state.isEmpty())
                .collect(Collectors.joining(WORDS.get("header.between")));
        Untrusted.show(this.states, states);
    }
}
