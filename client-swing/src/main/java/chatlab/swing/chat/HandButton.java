package chatlab.swing.chat;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;

/** Raises the hand of the user at once; while it is up, shows how many are called before it, and takes it down. */
final class HandButton extends JButton {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HandButton.class);

    /** The second click of a double click would take the hand down again, milliseconds. */
    private static final int DOUBLE_CLICK = 600;

    private final transient Chat chat;

    HandButton(Chat chat, Actions actions) {
        this.chat = chat;
        setName("handButton");
        putClientProperty(FlatClientProperties.STYLE_CLASS, "row");
        setIcon(Icons.get("hand"));
        setIconTextGap(Grid.px(1));
        setMultiClickThreshhold(DOUBLE_CLICK);
        addActionListener(event -> toggle(chat, actions));
    }

    static void toggle(Chat chat, Actions actions) {
        actions.command(
                chat.classState().placeOf(chat.me()) > 0
                        ? new ClassroomCommand.Lower("")
                        : new ClassroomCommand.Hand(""));
    }

    void refresh() {
        int place = chat.classState().placeOf(chat.me());
        String words = WORDS.get(place > 0 ? "hand.lower" : "hand.raise", place);
        if (!words.equals(getText())) {
            setText(words);
            String colour = place > 0 ? "foreground: $Chat.link" : "foreground: $Chat.dim";
            putClientProperty(FlatClientProperties.STYLE, colour);
        }
        Labels.allow(this, true, chat.whyOffline(), place > 0 ? WORDS.get("hand.tip", place - 1) : words);
    }
}
