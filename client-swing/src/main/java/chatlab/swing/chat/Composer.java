package chatlab.swing.chat;

import chatlab.client.TypedText;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.Map;
import java.util.WeakHashMap;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Where the user types messages: the draft of the open conversation, why it cannot be sent, and the room that is left. */
final class Composer extends JPanel {
    private static final long serialVersionUID = 1;

    private static final Words WORDS = new Words(Composer.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient Runnable sent;
    private final transient ComposerKeys keys;

    /** One for each conversation, so that a private message is not recalled in the room. */
    private final transient Map<Conversation, Recall> recalls = new WeakHashMap<>();

    private final MessageArea area = new MessageArea(this::refused);
    private final RoundPanel field = new RoundPanel(
            new MigLayout("insets 0 3s 0 3s, fillx, hidemode 3, gap 2s", "[grow,fill][]", "1s:3s:3s[]1s:3s:3s"));

    /** Stands in the margin below the field, so that nothing moves when it has words. */
    private final JLabel hint = new WrappingLabel();

    private final JButton send = Labels.button("send", "primary", WORDS.get("send"), this::send);
    private final JButton agree = Labels.button(WORDS.get("agree"), this::agree);
    private transient Conversation conversation;

    /** Why the area has refused a text; empty once the text changes. */
    private String refusal = "";

    /** {@code sent} runs when the user has sent something. */
    Composer(Chat chat, Actions actions, Runnable sent) {
        super(new MigLayout("insets 0 4s 0 4s, fillx, wrap, hidemode 3, gap 0", "[grow,fill]", "0:2s:2s[][]"));
        this.chat = chat;
        this.actions = actions;
        this.sent = sent;
        this.conversation = chat.open();
        area.setName("composer");
        area.getAccessibleContext().setAccessibleDescription(WORDS.get("message.keys"));
        hint.setName("hint");
        hint.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        agree.setName("agree");
        UserInput.onFocus(area, this::showAll);
        field.add(Edge.bare(area), "wmin 0");
        field.add(send, "aligny bottom");
        add(field, "wmin 0");
        add(hint, "split 2, growx, wmin 0, h max(1s,pref):max(6s,pref), gapleft 3s");
        add(agree, "gapbottom 2s");
        keys = new ComposerKeys(area, field, chat, this::send, this::recall);
        TextEditing.whenEdited(area, this::typed);
        begin(conversation);
    }

    /** Switches to this conversation; the draft of the other conversation stays there. */
    void show(Conversation next) {
        if (next != conversation) {
            begin(next);
        }
    }

    /** Updates everything around the text. */
    void refresh() {
        String why = Untrusted.text(chat.whyNot(conversation).orElse(""));
        String words = WORDS.get(conversation.isPrivate() ? "message.private" : "message.room", conversation.name());
        Actions.Limit limit = Actions.limit(conversation, area.getText());
        area.getAccessibleContext().setAccessibleName(why.isEmpty() ? words : words + ". " + why);
        area.setPlaceholder(why.isEmpty() ? Untrusted.text(words) : why, !why.isEmpty());
        hint.setText(hint(why, limit));
        int room = hint.getText().isEmpty() ? 0 : Grid.px(1); // or a low window would squeeze the words
        hint.setBorder(BorderFactory.createEmptyBorder(room, 0, room, 0));
        send.setEnabled(why.isEmpty() || area.getText().startsWith("/")); // a muted person may ask for a list, too
        agree.setVisible(chat.needsAgreement(conversation));
        field.draw(
                why.isEmpty() ? ThemeColor.SURFACE : ThemeColor.NOTICE,
                limit.tooMuch() ? ThemeColor.RED : area.isFocusOwner() ? ThemeColor.ACCENT : ThemeColor.HAIRLINE);
    }

    private String hint(String why, Actions.Limit limit) {
        if (!refusal.isEmpty()) {
            return refusal;
        } else if (limit.tooMuch()) {
            return WORDS.get("counter.too-much", limit.used(), limit.most());
        } else if (!why.isEmpty()) {
            return area.getText().isEmpty() ? "" : why; // without a text, the reason stands in the field
        }
        return limit.used() * 5L >= limit.most() * 4L ? WORDS.get("counter", limit.used(), limit.most()) : "";
    }

    private void agree() {
        actions.agree(conversation);
        focus();
    }

    void focus() {
        area.requestFocusInWindow();
    }

    /** Inserts a name at the caret. */
    void insert(String name) {
        boolean apart = area.getCaretPosition() > 0
                && !Character.isWhitespace(area.getText().charAt(area.getCaretPosition() - 1));
        area.replaceSelection((apart ? " " : "") + name + " ");
        focus();
    }

    private void begin(Conversation next) {
        conversation = null; // or the new text would become the draft of the old conversation
        keys.closePopup();
        area.begin(next.draft());
        conversation = next;
        typed();
    }

    private void typed() {
        if (conversation == null) {
            return;
        }
        conversation.setDraft(area.getText());
        refusal = "";
        showAll();
        revalidate(); // the height may have changed
    }

    /** The text has changed, or whether the keys go there. */
    private void showAll() {
        refresh();
        keys.offerCommands();
    }

    private void send() {
        String text = area.getText();
        Conversation sentIn = conversation;
        if (text.isBlank() || !actions.typed(sentIn, text)) {
            focus();
            return;
        }
        if (!TypedText.isSecret(text)) {
            recalls.computeIfAbsent(sentIn, c -> new Recall()).add(text);
        }
        sentIn.setDraft("");
        if (sentIn == conversation) { // a command may have opened another conversation
            area.begin(""); // undo must not bring back a sent message
        }
        sent.run();
        focus();
    }

    private Recall recall() {
        return recalls.computeIfAbsent(conversation, c -> new Recall());
    }

    /** The area has refused a text that is too long; the clipboard still has the text. */
    private void refused(int characters) {
        refusal = WORDS.get("counter.refused", characters, MessageArea.MAX_CHARACTERS);
        refresh();
        getToolkit().beep();
    }
}
