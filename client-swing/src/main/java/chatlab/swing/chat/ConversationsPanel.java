package chatlab.swing.chat;

import chatlab.protocol.Words;
import chatlab.swing.chat.RowList.Renderer;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The list of the room and the private conversations; the open conversation is selected. */
final class ConversationsPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ConversationsPanel.class);

    /** A conversation as the list last showed it. */
    record Row(Conversation conversation, String name, int unread) {
        static Row of(Conversation conversation) {
            String key = conversation.isPrivate() ? "conversation.private" : "conversation.room";
            return new Row(conversation, WORDS.get(key, conversation.name()), conversation.unread());
        }

        String words() {
            return WORDS.get("conversation.words", name, unread);
        }
    }

    private final transient Chat chat;
    private final transient Actions actions;
    private final RowList<Row> list = new RowList<>(Row::words);
    private final JLabel title = new JLabel();

    /** Whether the program changes the selection, and not the user. */
    private boolean following;

    ConversationsPanel(Chat chat, Actions actions, Runnable focusComposer, Runnable showRooms) {
        super(new MigLayout("insets 3s 2s 2s 2s, fill, gap 0", "[grow,fill]", "[]2s[grow,fill]2s[]"));
        this.chat = chat;
        this.actions = actions;
        list.setName("conversations");
        list.setCellRenderer(new ConversationRenderer());
        list.addListSelectionListener(e -> {
            Row row = list.getSelectedValue();
            if (!following && !e.getValueIsAdjusting() && row != null) {
                actions.show(row.conversation());
            }
        });
        list.onOpen(1, row -> focusComposer.run()); // the user can write at once
        list.onMenu(this::menu);
        Keys.bind(list, "DELETE", "close", () -> close(list.getSelectedValue()));
        putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side");
        JButton rooms = Labels.button(WORDS.get("rooms.button"), showRooms);
        rooms.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        rooms.setName("roomsButton");
        list.getAccessibleContext().setAccessibleName(WORDS.get("conversations"));
        title.setName("title");
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        add(title, "wmin 0, gapleft 2s, wrap");
        add(list.frame(), "wmin 0, hmin 0, wrap");
        add(rooms, "wmin 0");
        refresh();
    }

    void refresh() {
        title.setText(Untrusted.text(chat.title().isEmpty() ? WORDS.get("title") : chat.title()));
        List<Row> rows = chat.conversations().stream().map(Row::of).toList();
        following = true;
        if (!rows.equals(list.rows())) {
            list.setRows(rows);
        }
        int open = chat.conversations().indexOf(chat.open());
        if (list.getSelectedIndex() != open) {
            list.setSelectedIndex(open);
            list.ensureIndexIsVisible(open);
        }
        following = false;
    }

    void close(Row row) {
        if (row != null && row.conversation().isPrivate()) {
            actions.close(row.conversation());
        }
    }

    private JPopupMenu menu(Row row) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem close = Labels.set(new JMenuItem(), WORDS.get("conversation.close"));
        close.setEnabled(row.conversation().isPrivate());
        close.addActionListener(e -> close(row));
        menu.add(close);
        return menu;
    }

    /** A conversation in the list; one with unread messages is bold and has their number. */
    private static final class ConversationRenderer extends Renderer<ConversationsPanel.Row> {
        private static final long serialVersionUID = 1;

        @Override
        String section(ConversationsPanel.Row row) {
            return WORDS.get(row.conversation().isPrivate() ? "conversations.private" : "conversations.rooms");
        }

        @Override
        void fill(ConversationsPanel.Row row) {
            String title = row.conversation().name();
            name.setIcon(row.conversation().isPrivate() ? new Disc(title, DISC) : null);
            name.setText(Untrusted.text(row.name()));
            name.setFont(row.unread() > 0 ? UIManager.getFont("semibold.font") : name.getFont());
            state.show(
                    row.unread() > 0 ? WORDS.get("conversation.unread", row.unread()) : "",
                    ThemeColor.ACCENT,
                    ThemeColor.ON_ACCENT);
            getAccessibleContext().setAccessibleName(row.words());
        }
    }
}
