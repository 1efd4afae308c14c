package chatlab.client;

import chatlab.protocol.ClassroomEvent.Gone;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Name;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which messages are new, so that a person that comes back sees each message, and each once.
 *
 * <p>A client that has entered a room calls {@link #begin} and asks for the history after the id that this returns. Until
 * the {@code END} of the answer, messages that arrive live are held back; {@link #end} tells what is to be shown then.
 * Private messages are in no history: they are never dropped. Memory is bounded.
 *
 * <p>Not safe for use by several threads: it belongs to the thread that reads the socket.
 */
public final class CatchUp {
    /** The most lines that are kept of a history; as many are kept of the messages that arrive meanwhile. */
    public static final int MAX_LINES = 2000;

    private final Deque<Msg> told = new ArrayDeque<>();
    private final Set<Long> toldIds = new LinkedHashSet<>();
    private final Deque<Msg> held = new ArrayDeque<>();

    private String run = "";
    private String roomKey = "";
    private long lastId; // every message up to this one was shown, as a whole
    private long unfinishedId; // a paste of which only the first parts were shown
    private int unfinishedParts;
    private long lastGone; // the number of the last removal that was told
    private boolean waiting;
    private boolean forgotten; // something of the history did not fit

    /**
     * What was missed.
     *
     * @param told the messages of the history that were not shown yet
     * @param since what has arrived meanwhile and is not in the history
     * @param messages how many messages {@code told} holds; a paste counts as one
     * @param gap whether something between what was shown before and {@code told} is no longer there
     */
    public record Missed(List<Msg> told, List<Msg> since, int messages, boolean gap) {
        /** Only the last {@code count} messages of the history, pastes with all their lines. */
        public List<Msg> lastTold(int count) {
            int from = told.size();
            long id = -1;
            int found = 0;
            while (from > 0 && (told.get(from - 1).id() == id || found++ < count)) {
                id = told.get(--from).id();
            }
            return told.subList(from, told.size());
        }
    }

    /**
     * Begins to wait for the history of a room. Another room, or another series of ids, has nothing to do with what was
     * seen before.
     *
     * @return the id to ask after, 0 for all that there is
     */
    public long begin(String run, String room) {
        String key = Name.keyOf(room);
        if (!run.equals(this.run) || !key.equals(roomKey)) {
            this.run = run;
            roomKey = key;
            lastId = 0;
            lastGone = 0;
            unfinishedId = 0;
        }
        told.clear();
        toldIds.clear();
        held.removeIf(message -> !message.isPrivate()); // the others are in the history that is asked for now
        forgotten = false;
        waiting = true;
        return lastId;
    }

    /** Whether a history was asked for and has not been told to its end. */
    public boolean isWaiting() {
        return waiting;
    }

    /** Whether messages of this series of ids were seen before. */
    public boolean knows(String run) {
        return this.run.equals(run);
    }

    /** A message that happens now. Says whether to show it now; otherwise it is held back. */
    public boolean live(Msg message) {
        if (waiting) {
            held.add(message);
            return false;
        }
        shown(message);
        return true;
    }

    /** Whether so much is held back that the end of the history must not be waited for any longer. */
    public boolean isFull() {
        return held.size() >= MAX_LINES;
    }

    /** A message of the history that was asked for. */
    public void old(Msg message) {
        boolean seen = message.id() <= lastId
                || (message.id() == unfinishedId && message.part().number() <= unfinishedParts);
        if (!seen) {
            told.add(message);
            toldIds.add(message.id());
        }
        if (told.size() > MAX_LINES) {
            long id = told.remove().id();
            forgotten = true;
            if (told.peek().id() != id) {
                toldIds.remove(id);
            }
        }
    }

    /**
     * A message was removed, now or while this person was away: it is not shown any more. Says whether it may have been shown
     * before.
     */
    public boolean gone(Gone gone) {
        boolean shown = gone.of() <= lastId || gone.of() == unfinishedId;
        told.removeIf(message -> message.id() == gone.of());
        toldIds.remove(gone.of());
        held.removeIf(message -> !message.isPrivate() && message.id() == gone.of());
        lastGone = Math.max(lastGone, gone.id());
        lastId = waiting ? lastId : Math.max(lastId, lastGone);
        return shown;
    }

    /** The history has been told to its end, {@code gap} as {@code END} has it. */
    public Missed end(boolean gap) {
        held.removeIf(message -> !message.isPrivate() && toldIds.contains(message.id()));
        Missed missed = new Missed(List.copyOf(told), List.copyOf(held), toldIds.size(), gap || forgotten);
        missed.told().forEach(this::shown);
        missed.since().forEach(this::shown);
        lastId = Math.max(lastId, lastGone);
        waiting = false;
        told.clear();
        toldIds.clear();
        held.clear();
        return missed;
    }

    private void shown(Msg message) {
        if (message.isPrivate()) {
            return; // a private message is not part of the room's history
        }
        if (message.part().number() == message.part().of()) {
            lastId = Math.max(lastId, message.id());
        } else {
            unfinishedId = message.id();
            unfinishedParts = message.part().number();
        }
    }
}
