package chatlab.swing.chat;

import chatlab.protocol.BadNameException;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.chat.RowList.Renderer;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Reply;
import chatlab.swing.model.RoomCount;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Problem;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** The list of the rooms, with buttons to enter and leave. The chat goes on while the dialog is open. */
final class RoomsDialog extends JDialog implements Reply {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(RoomsDialog.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient Runnable entered;
    private final RowList<RoomCount> list = new RowList<>(RoomsDialog::words);
    private final JTextField name = TextEditing.install(new JTextField(16));
    private final Problem problem = new Problem();

    /** {@code entered} runs when the user has entered a room. */
    RoomsDialog(Component owner, Chat chat, Actions actions, Runnable entered) {
        super(SwingUtilities.getWindowAncestor(owner), WORDS.get("rooms.title"), ModalityType.MODELESS);
        this.chat = chat;
        this.actions = actions;
        this.entered = entered;
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        setName("roomsDialog");
        list.setName("rooms");
        list.setCellRenderer(new RoomRenderer());
        list.onOpen(2, room -> join(room.name()));
        name.setName("roomName");
        name.addActionListener(e -> joinTyped());
        Keys.bind(name, "DOWN", "list", list::requestFocusInWindow);
        lay();
        getRootPane()
                .registerKeyboardAction(
                        e -> dispose(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_IN_FOCUSED_WINDOW);
        refresh();
        pack();
        setMinimumSize(new Dimension(Grid.px(70), getHeight() * 2 / 3));
        setLocationRelativeTo(getOwner());
    }

    private void lay() {
        JPanel buttons = new JPanel(new MigLayout("insets 0, wrap 1", "[grow,fill]"));
        buttons.add(Labels.button(WORDS.get("rooms.join"), this::joinSelected));
        buttons.add(Labels.button(WORDS.get("rooms.refresh"), actions::askRooms));
        buttons.add(Labels.button(WORDS.get("rooms.leave"), this::leave));
        setLayout(new MigLayout(
                "insets dialog, fill, hidemode 3", "[grow,fill][fill]", "[][grow,fill]unrel[][][]unrel[]"));
        add(Labels.label(WORDS.get("rooms.list"), list), "cell 0 0 2 1");
        add(list.frame(), "cell 0 1, w 45s:65s, h 20s:45s");
        add(buttons, "cell 1 1, aligny top");
        add(Labels.label(WORDS.get("rooms.other"), name), "cell 0 2 2 1");
        add(name, "cell 0 3");
        add(Labels.button(WORDS.get("rooms.open"), this::joinTyped), "cell 1 3");
        add(problem, "cell 0 4 2 1, growx, wmin 0, wmax 105s");
        add(Labels.button(WORDS.get("close"), this::dispose), "cell 0 5 2 1, alignx right, growx 0");
    }

    /** Asks the server for the rooms, and shows the old list until the answer comes. */
    void open() {
        actions.askRooms();
        refresh();
        setVisible(true);
        toFront();
        name.requestFocusInWindow();
    }

    void refresh() {
        if (chat.rooms().equals(list.rows())) {
            return;
        }
        RoomCount selected = list.getSelectedValue();
        list.setRows(chat.rooms());
        list.clearSelection();
        for (int i = 0; i < chat.rooms().size(); i++) {
            if (selected == null || chat.rooms().get(i).name().equals(selected.name())) {
                list.setSelectedIndex(i);
                break;
            }
        }
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
        if (!isShowing()) {
            return false;
        }
        problem.tell(words, name, name);
        validate(); // sets the width of the words, and so the height that they need
        setSize(getWidth(), Math.max(getHeight(), getPreferredSize().height));
        name.requestFocusInWindow();
        return true;
    }

    private static String words(RoomCount room) {
        return WORDS.get("rooms.room", room.name(), WORDS.get("rooms.people", room.people()));
    }

    private static final class RoomRenderer extends Renderer<RoomCount> {
        private static final long serialVersionUID = 1;

        @Override
        void fill(RoomCount room) {
            name.setText(Untrusted.text(WORDS.get("conversation.room", room.name())));
            state.dim(WORDS.get("rooms.people", room.people()));
            getAccessibleContext().setAccessibleName(words(room));
        }
    }
}
