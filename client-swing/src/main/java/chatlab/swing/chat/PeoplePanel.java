package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Words;
import chatlab.swing.chat.RowList.Renderer;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Colors;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import java.awt.Color;
import java.awt.Font;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The list of the people in the room. */
final class PeoplePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PeoplePanel.class);

    private final transient Chat chat;
    private final RowList<Participant> list = new RowList<>(PeoplePanel::nameAndState);
    private final JTextField filter = TextEditing.install(new JTextField());
    private final JLabel title = Labels.label(WORDS.get("people", 0), list);

    private int shownRevision = -1;

    PeoplePanel(Chat chat, Actions actions, Consumer<String> talk, Consumer<String> mention) {
        super(new MigLayout("insets 4 0 4 4, fill, hidemode 3, gap 4", "[grow,fill]", "[][][grow,fill]"));
        this.chat = chat;
        list.setName("people");
        list.setCellRenderer(new PersonRenderer());
        list.onOpen(2, person -> {
            if (!person.me()) {
                talk.accept(person.name());
            }
        });
        list.onMenu(new PersonMenu(chat, actions, talk, mention, this)::of);
        filter.setName("peopleFilter");
        filter.setVisible(false);
        filter.putClientProperty("JTextField.placeholderText", WORDS.get("people.filter"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getAccessibleContext().setAccessibleName(WORDS.get("people.filter"));
        filter.addActionListener(this::goToFirst);
        Keys.bind(filter, "DOWN", "down", () -> goToFirst(null));
        Keys.bind(filter, "ESCAPE", "clear", this::clearOrLeave);
        TextEditing.whenEdited(filter, this::showPeople);
        add(title, "cell 0 0, wmin 0, gapleft 6");
        add(filter, "cell 0 1, wmin 0");
        JScrollPane frame = new JScrollPane(list);
        frame.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        add(frame, "cell 0 2, wmin 0, hmin 0");
        refresh();
    }

    void refresh() {
        if (chat.peopleRevision() != shownRevision) {
            shownRevision = chat.peopleRevision();
            showPeople();
        }
    }

    void focus() {
        if (list.isSelectionEmpty()) {
            list.setSelectedIndex(0);
        }
        list.requestFocusInWindow();
    }

    private void showPeople() {
        List<Participant> all = chat.people();
        List<Participant> shown = FilteredPeople.of(all, filter.getText());
        Participant selected = list.getSelectedValue();
        list.setRows(shown);
        if (selected != null) {
            int index = FilteredPeople.indexOf(shown, selected.name());
            if (index < 0) {
                list.clearSelection();
            } else {
                list.setSelectedIndex(index);
            }
        }
        filter.setVisible(all.size() > FilteredPeople.MANY || !filter.getText().isEmpty());
        boolean some = shown.size() < all.size();
        title.setText(Labels.unmarked(WORDS.get(some ? "people.some" : "people", all.size(), shown.size())));
    }

    private void clearOrLeave() {
        if (filter.getText().isEmpty()) {
            focus();
        } else {
            filter.setText("");
        }
    }

    private void goToFirst(ActionEvent e) {
        if (!list.rows().isEmpty()) {
            list.setSelectedIndex(0);
            list.ensureIndexIsVisible(0);
            list.requestFocusInWindow();
        }
    }

    /** Such as "you, muted"; empty for most people. */
    private static String state(Participant person) {
        List<String> states = new ArrayList<>();
        if (person.me()) {
            states.add(WORDS.get("person.me"));
        }
        if (person.instructor()) {
            states.add(WORDS.get("person.instructor"));
        }
        if (person.muted()) {
            states.add(WORDS.get("person.muted"));
        }
        if (person.lost()) {
            states.add(WORDS.get("person.lost"));
        }
        return String.join(WORDS.get("person.between"), states);
    }

    private static String nameAndState(Participant person) {
        String state = state(person);
        return state.isEmpty() ? person.name() : WORDS.get("person", person.name(), state);
    }

    /** A person in the list: the name in its colour, and the state in words. */
    private static final class PersonRenderer extends Renderer<Participant> {
        private static final long serialVersionUID = 1;

        PersonRenderer() {
            super("[left,grow,fill,shrinkprio 200][right]");
        }

        @Override
        void fill(Participant person, Color background) {
            name.setForeground(Colors.ofName(person.name(), background));
            if (person.me()) {
                name.setFont(name.getFont().deriveFont(Font.BOLD));
            }
            name.setText(Untrusted.text(person.name()));
            state.setText(state(person));
            getAccessibleContext().setAccessibleName(nameAndState(person));
        }
    }
}
