package chatlab.swing.model;

import chatlab.protocol.Event.Msg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What is not shown before the history has been told, and then little by little, since it may be much. */
final class HeldBack {
    private final List<Runnable> held = new ArrayList<>();

    /** The messages among it that are not in the history. */
    private final Set<Msg> since = Collections.newSetFromMap(new IdentityHashMap<>());

    /** What is to be shown now, in order. */
    private final Deque<Runnable> due = new ArrayDeque<>();

    void hold(Runnable show) {
        held.add(show);
    }

    int size() {
        return held.size();
    }

    /** It is of no interest any more. */
    void forget() {
        held.clear();
    }

    /** This is due when all is shown that was due before. */
    void then(Runnable show) {
        due.add(show);
    }

    /** All that was held back is due; {@code since}: the messages among it that are not in the history. */
    void letGo(Collection<Msg> since) {
        this.since.addAll(since);
        due.addAll(held);
        due.add(this.since::clear);
        held.clear();
    }

    /** Whether this message, which was held back and is shown now, is not in the history. */
    boolean isSince(Msg message) {
        return since.contains(message);
    }

    /** Shows a little of what is due. Says whether there was anything. */
    boolean showMore() {
        Runnable next = due.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    void showAll() {
        while (showMore()) {
            // until there is nothing left
        }
    }
}
