package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Words;
import chatlab.swing.chat.RowList.Renderer;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import java.awt.event.ActionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The list of the people in the room. */
final class PeoplePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PeoplePanel.class);

    private final transient Chat chat;
    private final RowList<Participant> list = new RowList<>(PeoplePanel::nameAndState);
    private final JTextField filter = TextEditing.install(new JTextField());
    private transient String heading = "";

    private int shownRevision = -1;

    PeoplePanel(Chat chat, Actions actions, Consumer<String> talk, Consumer<String> mention) {
        super(new MigLayout("insets 2s, fill, hidemode 3, gap 0", "[grow,fill]", "[][grow,fill]"));
        this.chat = chat;
        setBorder(new Edge(Edge.LEFT));
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
        list.getAccessibleContext().setAccessibleName(WORDS.get("people.name"));
        add(filter, "cell 0 0, wmin 0");
        add(list.frame(), "cell 0 1, wmin 0, hmin 0");
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
        List<Participant> all = new ArrayList<>(chat.people());
        all.sort(Comparator.comparing(person -> !person.instructor())); // the order is kept otherwise
        List<Participant> shown = FilteredPeople.of(all, filter.getText());
        Participant selected = list.getSelectedValue();
        boolean some = shown.size() < all.size();
        heading = WORDS.get(some ? "people.some" : "people", inSection(all), inSection(shown));
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
    }

    /** Instructors stand in a section of their own. */
    private static long inSection(List<Participant> people) {
        return people.stream().filter(person -> !person.instructor()).count();
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
        if (person.muted()) {
            states.add(WORDS.get("person.muted"));
        }
        if (person.lost()) {
            states.add(WORDS.get("person.lost"));
        }
        return String.join(WORDS.get("person.between"), states);
    }

    /** For screen readers, which do not tell the section. */
    private static String nameAndState(Participant person) {
        String role = person.instructor() ? WORDS.get("person.instructor") : "";
        String words = Stream.of(role, state(person))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(WORDS.get("person.between")));
        return words.isEmpty() ? person.name() : WORDS.get("person", person.name(), words);
    }

    /** A person in the list: disc, name, and the state in words. */
    private final class PersonRenderer extends Renderer<Participant> {
        private static final long serialVersionUID = 1;

        @Override
        String section(Participant person) {
            return person.instructor() ? WORDS.get("people.instructors") : heading;
        }

        @Override
        void fill(Participant person) {
            name.setIcon(person.lost() ? Disc.grey(person.name(), DISC) : new Disc(person.name(), DISC));
            if (person.lost()) {
                name.setForeground(ThemeColor.DIM.color());
            }
            name.setText(Untrusted.text(person.name()));
            boolean silent = person.muted() || person.lost();
            state.show(
                    state(person), silent ? ThemeColor.NOTICE : null, silent ? ThemeColor.NOTICE_TEXT : ThemeColor.DIM);
            getAccessibleContext().setAccessibleName(nameAndState(person));
        }
    }
}
