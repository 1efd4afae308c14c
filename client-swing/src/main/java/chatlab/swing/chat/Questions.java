package chatlab.swing.chat;

import chatlab.protocol.BadNameException;
import chatlab.protocol.Command;
import chatlab.protocol.Name;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.Words;
import java.awt.Component;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** What the page asks the user in small dialogs. */
final class Questions {
    private static final Words WORDS = Words.of(Questions.class);

    private final Component owner;
    private final Chat chat;
    private final Actions actions;

    Questions(Component owner, Chat chat, Actions actions) {
        this.owner = owner;
        this.chat = chat;
        this.actions = actions;
    }

    void announce() {
        JTextArea text = TextEditing.install(new JTextArea(4, 24));
        text.setName("announcement");
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "none"); // it announces, as it sends elsewhere
        Question question = new Question(owner, WORDS.get("announce.title"), WORDS.get("announce.ok"));
        question.say(WORDS.get("announce.words"));
        question.field(WORDS.get("announce.text"), text);
        question.ask(() -> announce(text.getText()));
    }

    /** It travels in one line. */
    private String announce(String text) {
        String line = text.strip().replaceAll("\\s*\\R\\s*", " ");
        if (line.isEmpty()) {
            return WORDS.get("announce.empty");
        }
        boolean taken = actions.typed(chat.conversations().get(0), "/announce " + line);
        return taken ? "" : WORDS.get("announce.refused");
    }

    void enterKey() {
        JPasswordField key = TextEditing.install(new JPasswordField(20));
        key.setName("key");
        Question question = new Question(owner, WORDS.get("key.title"), WORDS.get("key.ok"));
        question.say(WORDS.get("key.words"));
        question.field(WORDS.get("key.field"), key);
        question.ask(() -> enterKey(new String(key.getPassword()).strip()));
    }

    private String enterKey(String key) {
        if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
            return WORDS.get("key.impossible");
        }
        actions.command(new Command.Op(key));
        return "";
    }

    void changeName() {
        JTextField name = TextEditing.install(new JTextField(chat.me(), Name.MAX_LENGTH));
        name.setName("newName");
        name.selectAll();
        Question question = new Question(owner, WORDS.get("name.title"), WORDS.get("name.ok"));
        question.field(WORDS.get("name.field"), name);
        question.ask(() -> changeName(name.getText().strip()));
    }

    private String changeName(String typed) {
        try {
            actions.rename(Name.ofPerson(typed).shown());
            return "";
        } catch (BadNameException e) {
            return e.getMessage();
        }
    }
}
