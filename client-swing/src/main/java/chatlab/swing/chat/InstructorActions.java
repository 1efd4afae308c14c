package chatlab.swing.chat;

import chatlab.client.Participant;
import chatlab.protocol.ClassroomCommand.Drop;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand.Ban;
import chatlab.protocol.InstructorCommand.Kick;
import chatlab.protocol.InstructorCommand.Mute;
import chatlab.protocol.InstructorCommand.Rename;
import chatlab.protocol.InstructorCommand.Unmute;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.transcript.TranscriptView;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import java.awt.Component;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;

/** What an instructor can do about a person: by its name, or by a message, whatever the name of its person is by now. */
final class InstructorActions {
    private static final Words WORDS = new Words(InstructorActions.class);

    private final Chat chat;
    private final Actions actions;
    private final Component owner;

    /** {@code owner}: where dialogs belong. */
    InstructorActions(Chat chat, Actions actions, Component owner) {
        this.chat = chat;
        this.actions = actions;
        this.owner = owner;
    }

    /** Adds items about a person to its menu, if the user is an instructor. */
    void addTo(JPopupMenu menu, Participant person) {
        if (!chat.isInstructor() || person.me()) {
            return;
        }
        String name = person.name();
        menu.addSeparator();
        menu.add(
                person.muted()
                        ? item("person.unmute", () -> actions.command(new Unmute(name, "")))
                        : item("person.mute", () -> actions.command(new Mute(name, ""))));
        menu.add(item("person.kick", () -> sendAway("kick", name, name, Kick::new)));
        menu.add(item("person.ban", () -> sendAway("ban", name, name, Ban::new)));
    }

    static JMenuItem item(String key, Runnable action) {
        return Labels.item(key, WORDS.get(key), action);
    }

    /** Adds items about a message, and about the person that said it, to the menu of messages. */
    void addTo(TranscriptView view) {
        view.addMessageItem(WORDS.get("message.drop"), this::canDrop, said -> actions.command(new Drop(said.id())));
        add(view, "message.rename", this::rename);
        add(view, "message.mute", said -> actions.command(new Mute(id(said), "")));
        add(view, "message.unmute", said -> actions.command(new Unmute(id(said), "")));
        add(view, "message.kick", said -> sendAway("kick", id(said), said.from(), Kick::new));
        add(view, "message.ban", said -> sendAway("ban", id(said), said.from(), Ban::new));
    }

    private void rename(Said said) {
        JTextField name = TextEditing.install(new JTextField(Name.MAX_LENGTH));
        name.setName("newName");
        InputDialog question = new InputDialog(owner, WORDS.get("rename.title"), WORDS.get("rename.ok"));
        question.say(WORDS.get("rename.words", said.from()));
        question.field(WORDS.get("rename.field"), name);
        question.ask(() -> actions.command(new Rename(id(said), name.getText().strip()), question));
    }

    /** What was said in private is kept nowhere. */
    private boolean canDrop(Said said) {
        boolean may = chat.isInstructor() || said.mine();
        return may && said.manner() != Manner.GONE && !chat.open().isPrivate();
    }

    private void add(TranscriptView view, String key, Consumer<Said> action) {
        view.addMessageItem(WORDS.get(key), said -> chat.isInstructor() && !said.mine(), action);
    }

    private static String id(Said said) {
        return "#" + said.id();
    }

    /**
     * Asks for a reason first.
     *
     * @param how begins the keys of the words
     * @param target the person, for the server
     * @param name the person, for the user
     */
    private void sendAway(String how, String target, String name, BiFunction<String, String, Command> command) {
        JTextField reason = TextEditing.install(new JTextField(24));
        reason.setName("reason");
        InputDialog question = new InputDialog(owner, WORDS.get(how + ".title"), WORDS.get(how + ".ok"));
        question.warn(WORDS.get(how + ".words", name, target));
        question.field(WORDS.get("away.reason"), reason);
        question.ask(
                () -> actions.command(command.apply(target, reason.getText().strip()), question));
    }
}
