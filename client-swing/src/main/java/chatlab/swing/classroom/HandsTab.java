package chatlab.swing.classroom;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.ClassState.RaisedHand;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.RowList.Renderer;
import chatlab.swing.ui.Untrusted;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The hands that are up, in the order in which they are called. */
final class HandsTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HandsTab.class);

    private final transient Chat chat;
    private final transient ClassDialog dialog;
    private final RowList<RaisedHand> list = new RowList<>(this::words);
    private final JLabel heading = new JLabel();
    private final JButton next = Labels.button("callNext", "primary", WORDS.get("hands.next"), this::callNext);
    private final JButton lower = Labels.button(WORDS.get("hands.lower"), this::lower);

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
        add(heading, "span");
        add(Edge.showFocus(list.frame()), "span, grow, wmin 0, w 130s, h 20s:60s");
        add(lower, "span, split 2, gapbefore push, growx 0, wmin 20s");
        add(next, "growx 0, wmin 20s");
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
        next.setEnabled(!list.rows().isEmpty());
        lower.setEnabled(!list.isSelectionEmpty());
    }

    private void callNext() {
        dialog.send(new InstructorCommand.Next(), list);
    }

    private void lower() {
        dialog.send(new ClassroomCommand.Lower(list.getSelectedValue().name()), list);
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
