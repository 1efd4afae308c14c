package chatlab.swing.chat;

import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.FittingPanel;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Logo;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.RowList.Renderer;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.SwingConstants;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/**
 * The left side: the list of the room and the private conversations, of which the open one is selected, and at the foot the
 * name of the user, with a menu.
 */
final class ConversationsPanel extends FittingPanel {
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
    private final transient ChatPage page;
    private final transient ChatPage.Wishes wishes;
    private final RowList<Row> list = new RowList<>(Row::words);
    private final JLabel title = new JLabel();
    private final JLabel hint = new WrappingLabel();
    private final HandButton hand;
    private final JLabel me = new JLabel();

    /** Whether the program changes the selection, and not the user. */
    private boolean following;

    ConversationsPanel(Chat chat, Actions actions, ChatPage page, ChatPage.Wishes wishes) {
        super(new MigLayout(
                "insets 3s 2s 2s 2s, fill, gap 0, wrap 1", "[grow,fill]", "[]2s[][grow,top,shrinkprio 200][][][][]"));
        this.chat = chat;
        this.actions = actions;
        this.page = page;
        this.wishes = wishes;
        hand = new HandButton(chat, actions);
        list.setName("conversations");
        list.setCellRenderer(new ConversationRenderer());
        list.addListSelectionListener(e -> {
            Row row = list.getSelectedValue();
            if (!following && !e.getValueIsAdjusting() && row != null) {
                actions.show(row.conversation());
            }
        });
        list.onOpen(1, row -> page.focusComposer()); // the user can write at once
        list.onMenu(this::menu);
        list.getAccessibleContext().setAccessibleName(WORDS.get("conversations"));
        UserInput.onKey(list, WHEN_FOCUSED, "DELETE", () -> close(list.getSelectedValue()));
        putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side");
        title.setName("title");
        title.setIcon(new Logo(6));
        title.setIconTextGap(Disc.GAP);
        title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h2");
        hint.setName("conversationsHint");
        hint.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim; font: $small.font");
        add(title, "wmin 0, gapleft 2s");
        add(list.frame(), "wmin 0, hmin 16s");
        add(hint, "wmin 0, hmin pref, gaptop 2s, gapleft 2s, gapright 2s");
        addFoot();
        refresh();
    }

    private void addFoot() {
        JButton rooms = Labels.button("roomsButton", "row", WORDS.get("rooms.button"), page::showRooms);
        JButton hood = Labels.button("hoodButton", "row", WORDS.get("hood.button"), wishes::toggleHood);
        List.of(hand, rooms, hood) // as a click in the list; the dialog of the rooms keeps its own focus
                .forEach(button -> UserInput.onRelease(button, page::focusComposer));
        rooms.setToolTipText(rooms.getText());
        hood.setToolTipText(hood.getText());
        JButton menu = Labels.button("meButton", "row", "", this::showMenuOfMe);
        menu.getAccessibleContext().setAccessibleName(WORDS.get("me.button"));
        me.setIconTextGap(Disc.GAP);
        menu.setLayout(new MigLayout("insets 0, fill", "[grow,fill][]"));
        menu.add(me, "wmin 0");
        menu.add(new JLabel(WORDS.get("me.more")));
        for (JButton button : List.of(hand, rooms, hood, menu)) {
            button.setHorizontalAlignment(SwingConstants.LEADING);
            add(button, "wmin 0, h 8s!");
        }
    }

    private void showMenuOfMe() {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem name = InstructorActions.item("me.name", page::changeName);
        Labels.allow(name, chat.whyLocked(Lock.Kind.NAMES));
        menu.add(name);
        menu.add(InstructorActions.item("me.another", wishes::joinAnother));
        menu.add(InstructorActions.item("me.leave", () -> actions.typed(chat.open(), "/quit")));
        menu.show(me.getParent(), 0, -menu.getPreferredSize().height);
    }

    void refresh() {
        title.setText(Untrusted.text(chat.title().isEmpty() ? WORDS.get("title") : chat.title()));
        me.setText(Untrusted.text(chat.me()));
        me.setIcon(new Disc(chat.me(), Renderer.DISC));
        hand.refresh();
        List<Row> rows = chat.conversations().stream().map(Row::of).toList();
        hint.setText(rows.size() == 1 ? WORDS.get("conversations.hint") : "");
        following = true;
        if (!rows.equals(list.rows())) {
            list.setRows(rows);
            revalidate(); // the height of the list
        }
        int open = chat.conversations().indexOf(chat.open());
        if (list.getSelectedIndex() != open) {
            list.setSelectedIndex(open);
            list.ensureIndexIsVisible(open);
        }
        following = false;
    }

    void focus() {
        list.requestFocusInWindow();
    }

    void close(Row row) {
        if (row != null && row.conversation().isPrivate()) {
            actions.close(row.conversation());
        }
    }

    private JPopupMenu menu(Row row) {
        JPopupMenu menu = new JPopupMenu();
        JMenuItem close = InstructorActions.item("conversation.close", () -> close(row));
        close.setEnabled(row.conversation().isPrivate());
        menu.add(close);
        return menu;
    }

    /** A conversation in the list; the open one is semibold, and so is one with unread messages, which has their number. */
    private final class ConversationRenderer extends Renderer<ConversationsPanel.Row> {
        private static final long serialVersionUID = 1;

        @Override
        protected String section(ConversationsPanel.Row row) {
            return WORDS.get(row.conversation().isPrivate() ? "conversations.private" : "conversations.rooms");
        }

        @Override
        protected void fill(ConversationsPanel.Row row) {
            String title = row.conversation().name();
            name.setIcon(row.conversation().isPrivate() ? new Disc(title, DISC) : null);
            name.setText(Untrusted.text(row.name()));
            boolean stands = row.unread() > 0 || row.conversation() == chat.open();
            name.setFont(stands ? UIManager.getFont("semibold.font") : name.getFont());
            state.show(
                    row.unread() > 0 ? WORDS.get("conversation.unread", row.unread()) : "",
                    ThemeColor.ACCENT,
                    ThemeColor.ON_ACCENT);
            getAccessibleContext().setAccessibleName(row.words());
        }
    }
}
