package chatlab.client;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through the histories of one connection for this person's own messages whose receipt was lost. */
final class HistorySearch {
    private final Predicate<List<String>> seen;
    private final List<String> lines = new ArrayList<>();

    /** The ids of the messages that were found: another history may tell them again. */
    private final Set<Long> found = new HashSet<>();

    private String me = "";

    /** {@code seen} takes the lines of a message, and says whether it was looked for. */
    HistorySearch(Predicate<List<String>> seen) {
        this.seen = seen;
    }

    /** {@code me}: the name under which the messages were sent. */
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
            if (!found.contains(message.id()) && seen.test(List.copyOf(lines))) {
                found.add(message.id());
            }
            lines.clear();
        }
    }
}
