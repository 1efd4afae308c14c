package chatlab.swing.chat;

import chatlab.client.Shown;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.UserInput;
import chatlab.swing.ui.WrappingLabel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Tells the user that an instructor calls it. Hidden otherwise. */
final class CallStrip extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(CallStrip.class);

    private final transient Chat chat;
    private final JLabel words = new WrappingLabel();

    CallStrip(Chat chat, Runnable dismiss) {
        super(new MigLayout("insets 1s 4s 1s 4s, fillx, gap 2s", "[grow,fill][]"));
        this.chat = chat;
        words.setName("call");
        words.setIcon(Icons.get("hand"));
        ThemeColor.notice(this, words);
        JButton close = Labels.button("dismissCall", "quiet", "", dismiss);
        close.setIcon(Icons.get("close"));
        close.setToolTipText(WORDS.get("alert.dismiss"));
        close.getAccessibleContext().setAccessibleName(WORDS.get("alert.dismiss"));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ESCAPE", dismiss);
        add(words, "wmin 0");
        add(close);
        refresh();
    }

    void refresh() {
        String caller = chat.classState().caller().map(CallStrip::actor).orElse("");
        setVisible(!caller.isEmpty());
        String key = chat.classState().hasFloor() ? "call.hushed" : "call";
        Untrusted.show(words, caller.isEmpty() ? "" : Shown.leftToRight(WORDS.get(key, caller)));
    }

    /** The keyboard of the server is the instructor's. */
    private static String actor(String caller) {
        return caller.equals(Name.server().shown()) ? WORDS.get("call.server") : caller;
    }
}
