package chatlab.swing.model;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.List;

/** Looks through a history for one's own messages whose receipt was lost with the connection. */
final class HistorySearch {
    private final Delivery delivery;

    /** The name under which they were sent. */
    private final String me;

    private final List<String> lines = new ArrayList<>();

    HistorySearch(Delivery delivery, String me) {
        this.delivery = delivery;
        this.me = me;
    }

    /** The next line of the history. A paste, of which all lines come in a row, is looked for as a whole. */
    void old(Msg message) {
        if (!Member.same(Shown.name(message.from()), me)) {
            return;
        }
        if (message.part().number() <= 1 || lines.size() == Chat1.PASTE_LINES) {
            lines.clear();
        }
        lines.add(Shown.words(message.text()));
        if (message.part().number() == message.part().of()) {
            delivery.seenInHistory(List.copyOf(lines));
            lines.clear();
        }
    }
}
