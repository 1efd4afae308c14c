package chatlab.client;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Looks through the histories of one connection for this person's own messages whose receipt was lost. */
final class HistorySearch {
    /** A server may rename a person without end. */
    private static final int MAX_NAMES = 1000;

    private final Predicate<List<String>> seen;
    private final List<String> lines = new ArrayList<>();

    /** The ids of the messages that were found: another history may tell them again. */
    private final Set<Long> found = new HashSet<>();

    /** The keys of the names under which the messages may have been sent. */
    private final Set<String> me = new HashSet<>();

    /** {@code seen} takes the lines of a message, and says whether it was looked for. */
    HistorySearch(Predicate<List<String>> seen) {
        this.seen = seen;
    }

    /** Messages may have been sent under this name, too. */
    void addName(String name) {
        if (me.size() < MAX_NAMES) {
            me.add(Name.keyOf(name));
        }
    }

    /** The first line of a history comes next. */
    void begin() {
        lines.clear();
    }

    /** The next line of the history. A paste, of which all lines come in a row, is looked for as a whole. */
    void old(Msg message) {
        if (!me.contains(Name.keyOf(Shown.name(message.from())))) {
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
