package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks through the histories of one connection for one's own messages whose receipt was lost. */
final class HistorySearch {
    private final Delivery delivery;
    private final List<String> lines = new ArrayList<>();

    /** The ids of those that were found: another history may tell them again. */
    private final Set<Long> found = new HashSet<>();

    private String me = "";

    HistorySearch(Delivery delivery) {
        this.delivery = delivery;
    }

    /** {@code me}: the name under which they were sent. */
    void begin(String me) {
        this.me = me;
        lines.clear();
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
            if (!found.contains(message.id()) && delivery.seenInHistory(List.copyOf(lines))) {
                found.add(message.id());
            }
            lines.clear();
        }
    }
}
