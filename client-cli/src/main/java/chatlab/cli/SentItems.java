package chatlab.cli;

import chatlab.client.ChatConnection;
import chatlab.client.Receipts;
import chatlab.client.Sent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The items that were sent and have no answer yet, and the messages that were not delivered. For both threads: the
 * keyboard's thread adds, the socket's thread takes away. All fields are guarded by this.
 *
 * <p>An undelivered message stays here until the user sends it again.
 */
final class SentItems {
    /** The most items that may wait for their answers. */
    static final int MAX_WAITING = 64;

    /** The most messages that are kept for being sent again. */
    static final int MAX_UNDELIVERED = 100;

    private record Item(Sent sent, ChatConnection connection) {}

    private final Receipts<Item> receipts = new Receipts<>(Item::sent);
    private final Deque<Sent> undelivered = new ArrayDeque<>();
    private int dropped;
    private int failures;
    private boolean closed;

    /** Notes an item before it is sent, and returns its tag. Empty where too many items wait already. */
    synchronized Optional<String> add(Sent sent, ChatConnection connection) {
        return isFull() ? Optional.empty() : Optional.of(receipts.add(new Item(sent, connection)));
    }

    /** Whether too many items wait for their answers to add another one. */
    synchronized boolean isFull() {
        return receipts.size() >= MAX_WAITING;
    }

    /** The server has answered. Empty where no item waits for this answer. */
    synchronized Optional<Sent> answered(String tag) {
        notifyAll();
        return receipts.answered(tag).map(Item::sent);
    }

    /** Whether something like this waits for its answer. */
    synchronized boolean isWaitingFor(Predicate<Sent> kind) {
        return receipts.isWaitingFor(kind);
    }

    /** The connection is lost: its messages are doubtful now, and its questions are forgotten. */
    synchronized void lost(ChatConnection connection) {
        receipts.lost(item -> item.connection == connection);
        notifyAll();
    }

    /** The history shows a message of this person. Says whether it was in doubt. */
    synchronized boolean seenInHistory(List<String> lines) {
        notifyAll();
        return receipts.seenInHistory(lines).isPresent();
    }

    /** The history is complete: messages that are still doubtful were not delivered, or perhaps not if private. */
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
            dropped++;
        }
    }

    /** How many undelivered messages were not kept since the last call, for there were too many. */
    synchronized int takeDropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    synchronized List<Sent> takeUndelivered() {
        List<Sent> all = new ArrayList<>(undelivered);
        undelivered.clear();
        return all;
    }

    synchronized void failed() {
        failures++;
    }

    /** Whether an item has failed or has no answer. */
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

    /** Ends all waits. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
