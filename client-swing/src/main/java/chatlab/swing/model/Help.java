package chatlab.swing.model;

import chatlab.protocol.Verb;

/** Says what can be typed. */
final class Help {
    private Help() {}

    static void show(Chat chat, Conversation where) {
        for (Verb verb : chat.commands("")) {
            chat.board.tell(where, "help.command", verb.usage(), verb.help());
        }
        chat.board.tell(where, "help.text");
    }
}
