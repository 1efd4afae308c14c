package chatlab.cli;

import chatlab.client.Connection;
import chatlab.client.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was sent and has no answer yet, by tag; and what was not delivered. For both threads: the keyboard's adds, the
 * socket's takes away. All fields are guarded by this.
 *
 * <p>A message goes from waiting to answered, or, when its connection is lost, to doubtful; what the history shows is
 * taken from there, and the rest is undelivered until the user sends it again.
 */
final class Receipts {
    /** Things that may wait for their answers at a time. */
    static final int MAX_WAITING = 64;

    /** Messages that are kept for being sent again. */
    static final int MAX_UNDELIVERED = 100;

    private record Waiting(Sent sent, Connection connection) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Sent> doubtful = new LinkedHashMap<>();
    private final Deque<Sent> undelivered = new ArrayDeque<>();
    private long lastTag;
    private int failures;
    private boolean closed;

    /** Notes what is about to be sent. Empty where too much waits already. */
    synchronized Optional<String> add(Sent sent, Connection connection) {
        if (waiting.size() + doubtful.size() >= MAX_WAITING) {
            return Optional.empty();
        }
        String tag = "k" + ++lastTag;
        waiting.put(tag, new Waiting(sent, connection));
        return Optional.of(tag);
    }

    /** The server has answered. Empty where nothing was waiting for this. */
    synchronized Optional<Sent> answered(String tag) {
        Waiting answered = waiting.remove(tag);
        Sent sent = answered == null ? doubtful.remove(tag) : answered.sent;
        notifyAll();
        return Optional.ofNullable(sent);
    }

    /** What waits for an answer with this tag. */
    synchronized Optional<Sent> find(String tag) {
        return Optional.ofNullable(waiting.get(tag)).map(Waiting::sent);
    }

    /** Whether something like this waits for its answer. */
    synchronized boolean isWaitingFor(Predicate<Sent> kind) {
        return waiting.values().stream().map(Waiting::sent).anyMatch(kind);
    }

    /** This connection is no more: its messages are doubtful now, and its questions are forgotten. */
    synchronized void lost(Connection connection) {
        Iterator<Map.Entry<String, Waiting>> all = waiting.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Waiting> next = all.next();
            if (next.getValue().connection == connection) {
                if (next.getValue().sent.isMessage()) {
                    doubtful.put(next.getKey(), next.getValue().sent);
                }
                all.remove();
            }
        }
        notifyAll();
    }

    /** The history shows a message of one's own. Says whether it was a doubtful one, which then is so no more. */
    synchronized boolean seenInHistory(List<String> lines) {
        Iterator<Sent> all = doubtful.values().iterator();
        while (all.hasNext()) {
            if (all.next().inHistory().equals(lines)) {
                all.remove();
                notifyAll();
                return true;
            }
        }
        return false;
    }

    /** What is still doubtful was not delivered. */
    synchronized List<Sent> giveUp() {
        List<Sent> lost = new ArrayList<>(doubtful.values());
        doubtful.clear();
        lost.forEach(this::undelivered);
        notifyAll();
        return lost;
    }

    /** Keeps a message for being sent again. */
    synchronized void undelivered(Sent sent) {
        failures++;
        undelivered.add(sent);
        if (undelivered.size() > MAX_UNDELIVERED) {
            undelivered.remove();
        }
    }

    synchronized List<Sent> takeUndelivered() {
        List<Sent> all = new ArrayList<>(undelivered);
        undelivered.clear();
        return all;
    }

    synchronized void failed() {
        failures++;
    }

    /** Whether something that was sent came to nothing. */
    synchronized boolean hasFailures() {
        return failures > 0 || !waiting.isEmpty() || !doubtful.isEmpty();
    }

    /** Waits until everything was answered. */
    void awaitAll() throws InterruptedException {
        awaitAtMost(0);
    }

    /** Waits until {@link #add} has room again. */
    void awaitRoom() throws InterruptedException {
        awaitAtMost(MAX_WAITING - 1);
    }

    private synchronized void awaitAtMost(int count) throws InterruptedException {
        while (!closed && waiting.size() + doubtful.size() > count) {
            wait();
        }
    }

    /** Nobody needs to wait any longer. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
