package chatlab.swing.chat;

import chatlab.client.Invitation;
import chatlab.client.Participant;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Disc;
import chatlab.swing.ui.FittingPanel;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.RowList.Renderer;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/** The list of the people in the room; tells what to do where there is no other person. */
final class PeoplePanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PeoplePanel.class);

    /** The filter is shown for more people than this. */
    static final int MANY = 30;

    private final transient Chat chat;
    private final transient InstructorActions instructor;
    private final transient Consumer<String> talk;
    private final transient Consumer<String> mention;
    private final RowList<Participant> list = new RowList<>(this::nameAndState);
    private final JTextField filter = TextEditing.install(new JTextField());
    private final JLabel hint = new WrappingLabel();
    private final JLabel command = new WrappingLabel();
    private final JButton copy = link("Copy", WORDS.get("alone.copy"), () -> SystemClipboard.copy(command.getText()));
    private final JButton page;
    private final JButton copyPage;
    private transient String heading = "";
    private transient String instructors = "";
    private int shownRevision = -1;

    /** {@code opener} opens the address of the server's page. */
    PeoplePanel(Chat chat, Actions actions, Consumer<String> talk, Consumer<String> mention, Consumer<String> opener) {
        super(new MigLayout("insets 2s, fill, hidemode 3, gap 0", "[grow,fill]", "[][][grow,shrinkprio 200]"));
        this.chat = chat;
        this.instructor = new InstructorActions(chat, actions, this);
        this.talk = talk;
        this.mention = mention;
        list.setName("people");
        list.setCellRenderer(new PersonRenderer());
        list.onOpen(2, person -> {
            if (!person.me()) {
                talk.accept(person.name());
            }
        });
        list.onMenu(this::menu);
        list.getAccessibleContext().setAccessibleName(WORDS.get("people.name"));
        filter.setName("peopleFilter");
        filter.putClientProperty("JTextField.placeholderText", WORDS.get("people.filter"));
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getAccessibleContext().setAccessibleName(WORDS.get("people.filter"));
        UserInput.onKey(filter, WHEN_FOCUSED, "ENTER", this::goToFirst);
        UserInput.onKey(filter, WHEN_FOCUSED, "DOWN", this::goToFirst);
        UserInput.onKey(filter, WHEN_FOCUSED, "ESCAPE", this::clearOrLeave);
        TextEditing.whenEdited(filter, this::showPeople);
        hint.setName("peopleHint");
        hint.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        command.setName("aloneCommand");
        command.setOpaque(true);
        command.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font; background: $Chat.code");
        page = link("Page", "", () -> opener.accept(chat.invitation().page()));
        page.putClientProperty(FlatClientProperties.STYLE, "font: $small.font"); // or its port would be cut
        copyPage = link("CopyPage", WORDS.get("alone.copy-page"), () -> SystemClipboard.copy(page.getText()));
        FittingPanel empty = new FittingPanel(
                new MigLayout("insets 0 2s 0 2s, fillx, hidemode 3, gap 0, wrap 1", "[grow,fill]", "[]2s[][]2s[]1s[]"));
        for (JComponent part : List.of(hint, page, copyPage, command, copy)) {
            empty.add(part, "wmin 0, hmin pref");
        }
        add(filter, "cell 0 0, wmin 0, h 8s!, gap 2s 2s 0 2s");
        add(list.frame(), "cell 0 1, wmin 0, hmin 0");
        add(new JScrollPane(empty), "cell 0 2, wmin 0, hmin 0, gaptop 2s, grow");
        refresh();
    }

    void refresh() {
        int revision = chat.peopleRevision() + chat.classState().handsRevision(); // both only grow
        if (revision != shownRevision) {
            shownRevision = revision;
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
        List<Participant> shown = filtered(all, filter.getText());
        Participant selected = list.getSelectedValue();
        boolean some = shown.size() < all.size();
        instructors = WORDS.get("people.instructors", all.size() - inSection(all));
        heading = WORDS.get(some ? "people.some" : "people", inSection(all), inSection(shown));
        list.setRows(shown);
        if (selected != null) {
            list.select(person -> person.name().equals(selected.name())); // whatever the state
        }
        filter.setVisible(all.size() > MANY || !filter.getText().isEmpty());
        showHint(all.size() == 1, shown.isEmpty() && some);
    }

    private void showHint(boolean isAlone, boolean nothingFound) {
        hint.setVisible(isAlone || nothingFound);
        Invitation invitation = chat.invitation();
        hint.setText(WORDS.get(!isAlone ? "people.none" : invitation.isOnlyHere() ? "alone.here" : "alone"));
        command.setVisible(isAlone && !invitation.isOnlyHere());
        command.setText(WORDS.get("alone.command", invitation.address()));
        copy.setVisible(command.isVisible());
        page.setText(invitation.page());
        page.setToolTipText(invitation.page()); // where the column is too narrow for it
        page.setVisible(command.isVisible() && !invitation.page().isEmpty());
        copyPage.setVisible(page.isVisible());
        revalidate(); // the height of the list, too
    }

    private static JButton link(String name, String words, Runnable action) {
        JButton button = Labels.button("alone" + name, "link", words, action);
        button.setHorizontalAlignment(SwingConstants.LEADING);
        return button;
    }

    /** The people with a name that contains what was typed. Compares names as the server does, which ignores case. */
    static List<Participant> filtered(List<Participant> people, String typed) {
        String wanted = Name.keyOf(typed.strip());
        return people.stream()
                .filter(person -> Name.keyOf(person.name()).contains(wanted))
                .toList();
    }

    /** The context menu of a person. Its items depend on the state of the person, and on whether the user is an instructor. */
    private JPopupMenu menu(Participant person) {
        String name = person.name();
        JPopupMenu menu = new JPopupMenu();
        menu.setName("personMenu");
        menu.getAccessibleContext().setAccessibleName(name);
        menu.add(new JMenuItem(Untrusted.text(name))).setEnabled(false);
        menu.addSeparator();
        if (!person.me()) {
            menu.add(InstructorActions.item("person.talk", () -> talk.accept(name)));
        }
        menu.add(InstructorActions.item("person.mention", () -> mention.accept(name)));
        menu.add(InstructorActions.item("person.copy", () -> SystemClipboard.copy(name)));
        instructor.addTo(menu, person);
        return menu;
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

    private void goToFirst() {
        if (!list.rows().isEmpty()) {
            list.setSelectedIndex(0);
            list.ensureIndexIsVisible(0);
            list.requestFocusInWindow();
        }
    }

    /** Such as "you, muted"; empty for most people. */
    private static String state(Participant person) {
        return join(
                person.me() ? WORDS.get("person.me") : "",
                person.muted() ? WORDS.get("person.muted") : "",
                person.lost() ? WORDS.get("person.lost") : "");
    }

    private static String join(String... parts) {
        return Stream.of(parts)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(WORDS.get("person.between")));
    }

    /** For screen readers, too: they tell neither the section nor the icon of a hand. */
    private String nameAndState(Participant person) {
        int place = chat.classState().placeOf(person.name());
        String words = join(
                person.instructor() ? WORDS.get("person.instructor") : "",
                state(person),
                place > 0 ? WORDS.get("person.hand", place) : "");
        return words.isEmpty() ? person.name() : WORDS.get("person", person.name(), words);
    }

    /** A person in the list: disc, name, the state in words, and the place of a hand that is up. */
    private final class PersonRenderer extends Renderer<Participant> {
        private static final long serialVersionUID = 1;

        PersonRenderer() {
            sign.setIcon(Icons.get("hand"));
            sign.setIconTextGap(Grid.px(1) / 2);
        }

        @Override
        protected String section(Participant person) {
            return person.instructor() ? instructors : heading;
        }

        @Override
        protected void fill(Participant person) {
            name.setIcon(person.lost() ? Disc.grey(person.name(), DISC) : new Disc(person.name(), DISC));
            name.setText(Untrusted.text(person.name()));
            if (person.lost() || person.muted()) {
                name.setForeground(ThemeColor.DIM.color());
                state.show(state(person), ThemeColor.NOTICE, ThemeColor.NOTICE_TEXT);
            } else {
                state.show(state(person), null, ThemeColor.DIM);
            }
            int place = chat.classState().placeOf(person.name());
            sign.show(WORDS.get("hand.place", place), null, ThemeColor.LINK);
            sign.setVisible(place > 0);
            state.setVisible(!state.getText().isEmpty());
            getAccessibleContext().setAccessibleName(nameAndState(person));
        }
    }
}
