package chatlab.swing.chat;

import chatlab.protocol.BadNameException;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.TextEditing;
import java.awt.Component;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** The small dialogs of the page. */
final class InputDialogs {
    private static final Words WORDS = new Words(InputDialogs.class);

    private final Component owner;
    private final Chat chat;
    private final Actions actions;

    InputDialogs(Component owner, Chat chat, Actions actions) {
        this.owner = owner;
        this.chat = chat;
        this.actions = actions;
    }

    void announce() {
        JTextArea text = TextEditing.install(new JTextArea(4, 24));
        text.setName("announcement");
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "none"); // Enter is for the button
        InputDialog question = new InputDialog(owner, WORDS.get("announce.title"), WORDS.get("announce.ok"));
        question.say(WORDS.get("announce.words"));
        question.field(WORDS.get("announce.text"), text);
        question.ask(() -> announce(text.getText(), question));
    }

    /** An announcement is one line. */
    private void announce(String text, InputDialog question) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        if (line.isEmpty()) {
            question.refused(WORDS.get("announce.empty"));
        } else if (actions.typed(chat.conversations().get(0), "/announce " + line)) {
            question.done();
        } else {
            question.refused(WORDS.get("announce.refused"));
        }
    }

    void enterKey() {
        JPasswordField key = TextEditing.install(new JPasswordField(20));
        key.setName("key");
        InputDialog question = new InputDialog(owner, WORDS.get("key.title"), WORDS.get("key.ok"));
        question.say(WORDS.get("key.words"));
        question.field(WORDS.get("key.field"), key);
        question.ask(() -> enterKey(new String(key.getPassword()).strip(), question));
    }

    private void enterKey(String key, InputDialog question) {
        if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
            question.refused(WORDS.get("key.impossible"));
        } else {
            actions.command(new Command.Op(key), question);
        }
    }

    /** A hand that is up already gets the new text. */
    void raiseHand() {
        JTextField text = TextEditing.install(new JTextField(28));
        text.setName("handText");
        InputDialog question = new InputDialog(owner, WORDS.get("hand.title"), WORDS.get("hand.ok"));
        question.say(WORDS.get("hand.words"));
        question.field(WORDS.get("hand.text"), text);
        question.ask(
                () -> actions.command(new ClassroomCommand.Hand(text.getText().strip()), question));
    }

    void changeName() {
        JTextField name = TextEditing.install(new JTextField(chat.me(), Name.MAX_LENGTH));
        name.setName("newName");
        name.selectAll();
        InputDialog question = new InputDialog(owner, WORDS.get("name.title"), WORDS.get("name.ok"));
        question.field(WORDS.get("name.field"), name);
        question.ask(() -> changeName(name.getText().strip(), question));
    }

    private void changeName(String typed, InputDialog question) {
        try {
            String name = Name.ofPerson(typed).shown();
            actions.command(new Command.Proto(Chat1.VERSION, name, ""), question);
        } catch (BadNameException e) {
            question.refused(e.getMessage());
        }
    }
}
