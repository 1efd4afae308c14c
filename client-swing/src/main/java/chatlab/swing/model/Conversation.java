package chatlab.swing.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The room, or one person in private: what was said there, what waits, and what the user has not seen yet. */
public final class Conversation {
    private static final int MAX_CHARS = 4_000_000;

    /** There may be many of them. */
    private static final int MAX_PRIVATE_CHARS = 400_000;

    /** Text and messages of the user that were not said yet. They go along from room to room, so that nothing is lost. */
    static final class Unsent {
        final List<Pending> pending;
        String draft = "";

        Unsent() {
            this(new ArrayList<>());
        }

        /** Of messages that were typed already. */
        Unsent(List<Pending> pending) {
            this.pending = pending;
        }
    }

    private final boolean isPrivate;
    private final ConversationTranscript transcript;
    private final Unsent unsent;

    private String name;

    /** The local date of what was said last; null where nothing was. */
    private LocalDate day;

    /** Arrivals and departures in one entry, and its number; more are added while that entry is the newest. */
    private Moves moves;

    private long movesEntry = -1;

    private boolean looked;
    private long seenUpTo;
    private int unread;
    private long unreadFrom = -1;

    private Conversation(String name, boolean isPrivate, Unsent unsent) {
        this.name = name;
        this.isPrivate = isPrivate;
        this.transcript = new ConversationTranscript(isPrivate ? MAX_PRIVATE_CHARS : MAX_CHARS);
        this.unsent = unsent;
    }

    static Conversation ofRoom(String room, Unsent unsent) {
        return new Conversation(room, false, unsent);
    }

    static Conversation with(String person, Unsent unsent) {
        return new Conversation(person, true, unsent);
    }

    /** The name of the room, or of the other person, which may change. */
    public String name() {
        return name;
    }

    void rename(String now) {
        name = now;
    }

    public boolean isPrivate() {
        return isPrivate;
    }

    public ConversationTranscript transcript() {
        return transcript;
    }

    /** The pending messages, which stand at the end, in the order in which they were typed. */
    public List<Pending> pending() {
        return Collections.unmodifiableList(unsent.pending);
    }

    /** What the user has typed here and not sent. */
    public String draft() {
        return unsent.draft;
    }

    public void setDraft(String draft) {
        unsent.draft = draft;
    }

    Unsent unsent() {
        return unsent;
    }

    LocalDate day() {
        return day;
    }

    void setDay(LocalDate day) {
        this.day = day;
    }

    /** The arrivals and departures in the newest entry; empty where that entry tells something else. */
    Optional<Moves> moves() {
        return movesEntry >= 0 && movesEntry == transcript.end() - 1 ? Optional.of(moves) : Optional.empty();
    }

    void setMoves(Moves moves, long entry) {
        this.moves = moves;
        movesEntry = entry;
    }

    /** How many messages of others came while the user was looking elsewhere. */
    public int unread() {
        return unread;
    }

    /** Before which entry the unread line is to be drawn. */
    public OptionalLong unreadFrom() {
        return unreadFrom < 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(unreadFrom, transcript.first()));
    }

    /** The user looks at this conversation. The unread line stays: it shows where to read on. */
    void look() {
        looked = true;
        unread = 0;
    }

    void lookAway() {
        if (looked) {
            looked = false;
            seenUpTo = transcript.end();
            unreadFrom = -1;
        }
    }

    /** Another person has said something. Says whether the user missed it. */
    boolean heard() {
        if (looked) {
            return false;
        }
        unread++;
        unreadFrom = seenUpTo;
        return true;
    }

    /** The user has said something here, and has read on. */
    void spoke() {
        unreadFrom = -1;
    }

    /** The entries so far do not count as missed. */
    void allIsOld() {
        if (unread == 0) {
            seenUpTo = transcript.end();
        }
    }
}
