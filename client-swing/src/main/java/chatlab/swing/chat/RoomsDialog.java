package chatlab.swing.chat;

import chatlab.client.Member;
import chatlab.protocol.BadNameException;
import chatlab.protocol.Chat1;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand.Lock;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Reply;
import chatlab.swing.model.RoomCount;
import chatlab.swing.ui.FormDialog;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JSeparator;
import javax.swing.JTextField;

/** The list of the rooms, with buttons to enter and leave. The chat goes on while the dialog is open. */
final class RoomsDialog extends FormDialog implements Reply {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(RoomsDialog.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient Runnable entered;
    private final RowList<RoomCount> list = new RowList<>(RoomsDialog::words);
    private final JLabel locked = new WrappingLabel();
    private final JButton join;
    private final JButton open;
    private final JTextField name = TextEditing.install(new JTextField(16));

    /** {@code entered} runs when the user has entered a room. */
    RoomsDialog(Component owner, Chat chat, Actions actions, Runnable entered) {
        super(owner, WORDS.get("rooms.title"), ModalityType.MODELESS);
        this.chat = chat;
        this.actions = actions;
        this.entered = entered;
        setName("roomsDialog");
        list.setName("rooms");
        list.showTexts(
                room -> WORDS.get("conversation.room", room.name()), room -> WORDS.get("rooms.people", room.people()));
        list.onOpen(2, room -> join(room.name()));
        name.setName("roomName");
        name.addActionListener(e -> {
            if (name.getText().isBlank()) {
                joinSelected();
            } else {
                joinTyped();
            }
        });
        UserInput.onKey(name, JComponent.WHEN_FOCUSED, "DOWN", list::requestFocusInWindow);
        list.addListSelectionListener(e -> showLock());
        locked.setName("roomsLocked");
        locked.setIcon(Icons.get("warning"));
        locked.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.noticeText");
        join = Labels.button(WORDS.get("rooms.join"), this::joinSelected);
        open = Labels.button(WORDS.get("rooms.open"), this::joinTyped);
        add(locked, "span, growx, wmin 0, wmax 90s, hmin pref");
        add(Labels.heading(WORDS.get("rooms.list"), list), "span, split 3, pushx, growx");
        add(quiet("rooms.leave", "leave", this::leave));
        add(quiet("rooms.refresh", "refresh", actions::askRooms));
        add(list.frame(), "span, grow, pushy, w 90s, h 20s:45s");
        add(join, "span, alignx right, growx 0, wmin 20s");
        add(new JSeparator(), "span, growx, gaptop 3s");
        add(Labels.heading(WORDS.get("rooms.other"), name), "span, gaptop 2s");
        add(name, "span, split 2, growx");
        add(open, "wmin 20s");
        addButtons(Labels.button(WORDS.get("close"), this::dispose));
        getRootPane().setDefaultButton(join);
        refresh();
    }

    private static JButton quiet(String key, String icon, Runnable action) {
        JButton button = Labels.button(key, "quiet", WORDS.get(key), action);
        button.setIcon(Icons.get(icon));
        return button;
    }

    /** Asks the server for the rooms, and shows the old list until the answer comes. */
    void ask() {
        actions.askRooms();
        refresh();
        if (isShowing()) {
            toFront();
            name.requestFocusInWindow();
        } else {
            open(name);
        }
    }

    void refresh() {
        if (!chat.rooms().equals(list.rows())) {
            RoomCount selected = list.getSelectedValue();
            list.setRows(chat.rooms());
            list.select(room -> selected == null || room.name().equals(selected.name()));
        }
        showLock();
    }

    /** Where the rooms are locked, the lobby is open. */
    private void showLock() {
        Optional<String> why = chat.whyLocked(Lock.Kind.ROOMS);
        RoomCount selected = list.getSelectedValue();
        boolean isLobby = selected != null && Member.same(selected.name(), Chat1.LOBBY);
        Labels.allow(join, isLobby ? Optional.empty() : why);
        Labels.allow(open, why);
        locked.setText(why.orElse(""));
        locked.setVisible(why.isPresent());
    }

    private void joinSelected() {
        RoomCount room = list.getSelectedValue();
        if (room == null) {
            refused(WORDS.get("rooms.none"));
        } else {
            join(room.name());
        }
    }

    private void joinTyped() {
        try {
            join(Name.ofRoom(name.getText().strip()).shown());
        } catch (BadNameException e) {
            refused(e.getMessage());
        }
    }

    private void join(String room) {
        actions.command(new Command.Join(room), this);
    }

    private void leave() {
        actions.command(new Command.Leave(), this);
    }

    @Override
    public void done() {
        dispose();
        entered.run();
    }

    @Override
    public boolean refused(String words) {
        if (isShowing()) {
            tell(words, name);
        }
        return isShowing();
    }

    private static String words(RoomCount room) {
        return WORDS.get("rooms.room", room.name(), WORDS.get("rooms.people", room.people()));
    }
}
