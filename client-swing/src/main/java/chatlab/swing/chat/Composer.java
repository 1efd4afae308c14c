package chatlab.swing.chat;

import chatlab.client.TypedText;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Conversation;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.util.Map;
import java.util.WeakHashMap;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/**
 * Where the user types messages: the draft of the open conversation, why it cannot be sent, and the
 * room that is left.
 */
final class Composer extends JPanel {
    private static final long serialVersionUID = 1;

    private static final Words WORDS = new Words(Composer.class);

    private final transient Chat chat;
    private final transient Actions actions;
    private final transient ComposerKeys keys;

    /** One for each conversation, so that a private message is not recalled in the room. */
    private final transient Map<Conversation, Recall> recalls = new WeakHashMap<>();

    private final MessageArea area = new MessageArea(this::refused);
    private final RoundPanel field =
            new RoundPanel(new MigLayout("insets 2s, fillx, hidemode 3, gap 2s", "[grow,fill][][]"));
    private final JLabel whyNot = new WrappingLabel();
    private final JButton agree = Labels.button(WORDS.get("agree"), this::agree);
    private final JLabel counter = new JLabel();
    private transient Conversation conversation;

    Composer(Chat chat, Actions actions) {
        super(new MigLayout("insets 2s 4s 3s 4s, fillx, hidemode 3, gap 1s", "[grow,fill][]"));
        this.chat = chat;
        this.actions = actions;
        this.conversation = chat.open();
        area.setName("composer");
        area.getAccessibleContext().setAccessibleDescription(WORDS.get("message.keys"));
        whyNot.setName("whyNot");
        whyNot.setIcon(Icons.get("warning"));
        counter.setName("counter");
        counter.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        JScrollPane frame = new JScrollPane(area);
        frame.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        frame.setBorder(null);
        JButton send = Labels.button(WORDS.get("send"), this::send);
        send.setName("send");
        send.putClientProperty(FlatClientProperties.STYLE_CLASS, "primary");
        agree.setName("agree");
        field.draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
        area.addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent e) {
                field.draw(ThemeColor.SURFACE, ThemeColor.ACCENT);
            }

            @Override
            public void focusLost(FocusEvent e) {
                field.draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
            }
        });
        field.add(frame, "wmin 0");
        field.add(counter, "wmin 0, aligny bottom");
        field.add(send, "aligny bottom");
        add(whyNot, "cell 0 0 2 1, wmin 0, growx, pushx");
        add(agree, "cell 0 0");
        add(field, "cell 0 1 2 1, wmin 0");
        keys = new ComposerKeys(area, chat, this::send, this::recall);
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
        String why = chat.whyNot(conversation).orElse("");
        whyNot.setVisible(!why.isEmpty());
        whyNot.setText(Untrusted.text(why));
        whyNot.setToolTipText(why.isEmpty() ? null : Untrusted.text(why));
        agree.setVisible(chat.needsAgreement(conversation));
        describe();
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
        refresh();
        count();
    }

    private void typed() {
        if (conversation == null) {
            return;
        }
        conversation.setDraft(area.getText());
        count();
        keys.offerCommands();
        revalidate(); // the height may have changed
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
        focus();
    }

    private Recall recall() {
        return recalls.computeIfAbsent(conversation, c -> new Recall());
    }

    private void count() {
        Actions.Limit limit = Actions.limit(conversation, area.getText());
        boolean near = limit.used() * 5L >= limit.most() * 4L;
        counter.setVisible(near);
        counter.setText(WORDS.get(limit.tooMuch() ? "counter.too-much" : "counter", limit.used(), limit.most()));
        area.putClientProperty("JComponent.outline", limit.tooMuch() ? "error" : null);
    }

    /** The area has refused a text that is too long; the clipboard still has the text. */
    private void refused(int characters) {
        counter.setText(WORDS.get("counter.refused", characters, MessageArea.MAX_CHARACTERS));
        counter.setVisible(true); // stays until the text changes
        getToolkit().beep();
    }

    private void describe() {
        String key = conversation.isPrivate() ? "message.private" : "message.room";
        String words = WORDS.get(key, conversation.name());
        if (!words.equals(area.getAccessibleContext().getAccessibleName())) {
            area.setPlaceholder(Untrusted.text(words));
            area.getAccessibleContext().setAccessibleName(words);
            count(); // a longer name leaves less room in the line
        }
    }
}
