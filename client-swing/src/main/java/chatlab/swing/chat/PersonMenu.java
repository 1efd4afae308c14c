package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;

/** The context menu of a person in the list. */
final class PersonMenu {
    private static final Words WORDS = new Words(PersonMenu.class);

    private final Chat chat;
    private final Actions actions;
    private final Consumer<String> talk;
    private final Consumer<String> mention;
    private final Component owner;

    PersonMenu(Chat chat, Actions actions, Consumer<String> talk, Consumer<String> mention, Component owner) {
        this.chat = chat;
        this.actions = actions;
        this.talk = talk;
        this.mention = mention;
        this.owner = owner;
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
            menu.add(item(WORDS.get("person.talk"), () -> talk.accept(name)));
        }
        menu.add(item(WORDS.get("person.mention"), () -> mention.accept(name)));
        menu.add(item(WORDS.get("person.copy"), () -> SystemClipboard.copy(name)));
        if (chat.isInstructor() && !person.me()) {
            menu.addSeparator();
            menu.add(
                    person.muted()
                            ? item(
                                    WORDS.get("person.unmute"),
                                    () -> actions.command(new InstructorCommand.Unmute(name, "")))
                            : item(
                                    WORDS.get("person.mute"),
                                    () -> actions.command(new InstructorCommand.Mute(name, ""))));
            menu.add(item(WORDS.get("person.kick"), () -> sendAway("kick", name, InstructorCommand.Kick::new)));
            menu.add(item(WORDS.get("person.ban"), () -> sendAway("ban", name, InstructorCommand.Ban::new)));
        }
        return menu;
    }

    private static JMenuItem item(String words, Runnable action) {
        JMenuItem item = Labels.set(new JMenuItem(), words);
        item.addActionListener(e -> action.run());
        return item;
    }

    /** Asks for a reason, and then sends the command. {@code how}: the first part of the keys of the words. */
    private void sendAway(String how, String name, BiFunction<String, String, Command> command) {
        JTextField reason = TextEditing.install(new JTextField(24));
        reason.setName("reason");
        InputDialog question = new InputDialog(owner, WORDS.get(how + ".title"), WORDS.get(how + ".ok"));
        question.say(WORDS.get(how + ".words", name));
        question.field(WORDS.get("away.reason"), reason);
        question.ask(() -> actions.command(command.apply(name, reason.getText().strip()), question));
    }
}
