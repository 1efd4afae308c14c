package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** The context menu of a person in the list. */
final class PersonMenu {
    private final Consumer<String> talk;
    private final Consumer<String> mention;
    private final InstructorActions instructor;

    PersonMenu(Chat chat, Actions actions, Consumer<String> talk, Consumer<String> mention, Component owner) {
        this.talk = talk;
        this.mention = mention;
        this.instructor = new InstructorActions(chat, actions, owner);
    }

    /** A new menu. Its items depend on the state of the person, and on whether the user is an instructor. */
    JPopupMenu of(Participant person) {
        String name = person.name();
        JPopupMenu menu = new JPopupMenu();
        menu.setName("personMenu");
        menu.getAccessibleContext().setAccessibleName(name);
        JMenuItem title = menu.add(new JMenuItem(Untrusted.text(name)));
        title.setEnabled(false);
        menu.addSeparator();
        if (!person.me()) {
            menu.add(InstructorActions.item("person.talk", () -> talk.accept(name)));
        }
        menu.add(InstructorActions.item("person.mention", () -> mention.accept(name)));
        menu.add(InstructorActions.item("person.copy", () -> SystemClipboard.copy(name)));
        instructor.addTo(menu, person);
        return menu;
    }
}
