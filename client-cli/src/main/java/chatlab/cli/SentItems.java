package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.Receipts;
import chatlab.client.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was sent and has no answer yet, and what was not delivered. For both threads: the keyboard's adds, the socket's takes
 * away. All fields are guarded by this.
 *
 * <p>What was not delivered stays here until the user sends it again.
 */
final class SentItems {
    /** Things that may wait for their answers at a time. */
    static final int MAX_WAITING = 64;

    /** Messages that are kept for being sent again. */
    static final int MAX_UNDELIVERED = 100;

    private record Item(Sent sent, ChatConnection connection) {}

    private final Receipts<Item> receipts = new Receipts<>(Item::sent);
    private final Deque<Sent> undelivered = new ArrayDeque<>();
    private int failures;
    private boolean closed;

    /** Notes what is about to be sent, and returns its tag. Empty where too much waits already. */
    synchronized Optional<String> add(Sent sent, ChatConnection connection) {
        return receipts.size() < MAX_WAITING ? Optional.of(receipts.add(new Item(sent, connection))) : Optional.empty();
    }

    /** The server has answered. Empty where nothing was waiting for this. */
    synchronized Optional<Sent> answered(String tag) {
        notifyAll();
        return receipts.answered(tag).map(Item::sent);
    }

    /** This connection is no more: its messages are doubtful now, and its questions are forgotten. */
    synchronized void lost(ChatConnection connection) {
        receipts.lost(item -> item.connection == connection);
        notifyAll();
    }

    /** The history shows a message of this person. Says whether it was in doubt. */
    synchronized boolean seenInHistory(List<String> lines) {
        notifyAll();
        return receipts.seenInHistory(lines).isPresent();
    }

    /** What is still doubtful was not delivered. */
    synchronized List<Sent> giveUp() {
        List<Sent> lost = receipts.giveUp().stream().map(Item::sent).toList();
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
        return failures > 0 || receipts.size() > 0;
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
        while (!closed && receipts.size() > count) {
            wait();
        }
    }

    /** No thread needs to wait any longer. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
