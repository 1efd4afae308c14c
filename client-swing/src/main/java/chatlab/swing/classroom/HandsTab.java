package chatlab.swing.classroom;

import static chatlab.swing.ui.Untrusted.title;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Undo;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassState.RaisedHand;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.RowList.Renderer;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The hands that are up, in the order in which they are called. The selected one is called or taken down; without a selection the
 * server calls the first person that is here.
 */
final class HandsTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HandsTab.class);

    /** The second click of a double click would call one person more, milliseconds. */
    private static final int DOUBLE_CLICK = 600;

    private final transient Chat chat;
    private final transient ClassDialog dialog;
    private final RowList<RaisedHand> list = new RowList<>(this::words);
    private final JLabel heading = new JLabel();
    private final JButton call = Labels.button("callNext", "primary", WORDS.get("hands.next"), this::call);
    private final JButton lower = Labels.button(WORDS.get("hands.lower"), this::lower);
    private final JButton undo = Labels.button(WORDS.get("hands.undo"), this::undo);

    /** The person that the button to call names; empty where the server chooses. */
    private String called = "";

    HandsTab(Chat chat, ClassDialog dialog) {
        super(new MigLayout("insets 3s 0 0 0, fill, gap 2s", "[grow,fill][]", "[][grow,fill][]"));
        this.chat = chat;
        this.dialog = dialog;
        list.setName("hands");
        list.setCellRenderer(new HandRenderer());
        list.addListSelectionListener(event -> showButtons());
        list.getAccessibleContext().setAccessibleName(WORDS.get("hands.tab").replace("&", ""));
        heading.setName("handsHeading");
        lower.setName("lowerHand");
        undo.setName("undoHand");
        call.setMultiClickThreshhold(DOUBLE_CLICK);
        UserInput.onFocus(call, this::showButtons);
        KeyStroke undoKey = KeyStroke.getKeyStroke(KeyEvent.VK_Z, getToolkit().getMenuShortcutKeyMaskEx());
        registerKeyboardAction(event -> undo.doClick(), undoKey, WHEN_IN_FOCUSED_WINDOW); // only while the tab is shown
        add(heading, "span");
        add(Edge.showFocus(list.frame()), "span, grow, wmin 0, w 130s, h 20s:60s");
        add(undo, "span, split 3, growx 0, wmin 20s");
        add(lower, "gapbefore push, growx 0, wmin 20s");
        add(call, "growx 0, wmin 20s");
        refresh();
    }

    void refresh() {
        List<RaisedHand> hands = chat.classState().hands();
        heading.setText(WORDS.get("hands", hands.size()));
        if (!hands.equals(list.rows())) {
            RaisedHand selected = list.getSelectedValue();
            list.setRows(hands);
            if (selected != null) {
                list.select(hand -> hand.number() == selected.number()); // whatever the name and the text
            }
        }
        showButtons();
    }

    private void showButtons() {
        dialog.allow(call, !list.rows().isEmpty());
        if (!call.isFocusOwner()
                && !call.getModel().isPressed()) { // or a press could call another person than was read
            called = selectedName();
            Labels.set(call, called.isEmpty() ? WORDS.get("hands.next") : WORDS.get("hands.call", title(called)));
        }
        dialog.allow(lower, !list.isSelectionEmpty());
        Undo now = chat.classState().undo();
        boolean can = !now.name().isEmpty();
        dialog.allow(undo, can);
        String key = now.called() ? "hands.undo.next" : "hands.undo.lower";
        Labels.set(undo, can ? WORDS.get(key, title(now.name())) : WORDS.get("hands.undo"));
    }

    private String selectedName() {
        return list.isSelectionEmpty() ? "" : list.getSelectedValue().name();
    }

    private void call() {
        dialog.send(new InstructorCommand.Next(called), list);
        if (!called.isEmpty()) {
            list.requestFocusInWindow(); // where the next person is chosen; the button then says "Call next" again
        }
    }

    private void lower() {
        dialog.send(new ClassroomCommand.Lower(selectedName()), list);
    }

    private void undo() {
        dialog.send(new ClassroomCommand.Hands(true), list);
    }

    private String words(RaisedHand hand) {
        String key = hand.text().isEmpty() ? "hand" : "hand.text";
        return WORDS.get(key, chat.classState().placeOf(hand.name()), hand.name(), hand.text());
    }

    private final class HandRenderer extends Renderer<RaisedHand> {
        private static final long serialVersionUID = 1;

        @Override
        protected void fill(RaisedHand hand) {
            name.setText(Untrusted.text(words(hand)));
            state.dim("");
            getAccessibleContext().setAccessibleName(words(hand));
        }
    }
}
