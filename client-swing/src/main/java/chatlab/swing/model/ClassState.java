package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomEvent.Hand;
import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Timer;
import chatlab.protocol.ClassroomEvent.Undo;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand.Lock.Kind;
import chatlab.protocol.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the server has told of the class beside its talk: hands, the poll, the timer, the locks. Views read it. */
public final class ClassState {
    /** A server that keeps to the rules has fewer. */
    static final int MAX_HANDS = 500;

    private static final int MAX_TEXT = 200;
    private static final int MAX_OPTION = 40;

    /**
     * A hand that is up.
     *
     * @param number the smallest is called first
     * @param text what the person wants; empty where the user may not read it
     */
    public record RaisedHand(String name, int number, String text) {}

    /** The timer that runs; {@code ends} is by the clock of this client. */
    public record Countdown(Instant ends, String text) {
        /** The seconds that are left, rounded up; 0 once the time is over. */
        public long left(Instant now) {
            return Math.max(0, (Duration.between(now, ends).toMillis() + 999) / 1000);
        }
    }

    private final Map<String, RaisedHand> hands = new HashMap<>();
    private final Set<Kind> locks = EnumSet.noneOf(Kind.class);

    /** The keys of the hands of which the server has not told since events were lost. */
    private final Set<String> untold = new HashSet<>();

    private List<RaisedHand> sorted = List.of();
    private int handsRevision;

    private Undo undo = Undo.NOTHING;

    /** The instructor that has just taken the user's hand down; the next notice says what that meant. */
    private String loweredBy = "";

    /** The instructor that has called the user; empty where none has, or the user has seen it. */
    private String caller = "";

    private boolean floor;

    /** Null before the server has told of one on this connection. */
    private Poll poll;

    /** The last poll of the former connections; null where this one has told of a poll, or that one cannot be meant any more. */
    private Poll formerPoll;

    /** For one of these two. */
    private String vote = "";

    /** Null while none runs. */
    private Countdown countdown;

    /** Another connection: the server tells all of it again, but not the user's vote. */
    void anew() {
        hands.clear();
        untold.clear();
        sortHands();
        locks.clear();
        undo = Undo.NOTHING;
        loweredBy = "";
        caller = "";
        floor = false;
        countdown = null;
        formerPoll = poll == null ? formerPoll : poll;
        poll = null;
    }

    /** Events were lost: the server is asked for the hands again. It cannot be asked what there is to undo. */
    void outdated() {
        untold.addAll(hands.keySet());
        undo = Undo.NOTHING;
    }

    /** The server has told all hands that are up: the names of the others, which were taken down meanwhile. */
    List<String> takeUntold() {
        List<String> gone = sorted.stream()
                .map(RaisedHand::name)
                .filter(name -> untold.contains(Name.keyOf(name)))
                .toList();
        untold.clear();
        return gone;
    }

    /** Another server. */
    void forget() {
        anew();
        forgetPolls();
    }

    private void forgetPolls() {
        poll = null;
        formerPoll = null;
        vote = "";
    }

    /** {@code mine}: it is the user's own hand. */
    void hand(Hand e, boolean mine) {
        String name = Shown.name(e.name());
        String key = Name.keyOf(name);
        untold.remove(key);
        if (e.isUp()) {
            hands.values().removeIf(other -> other.number() == e.place()); // the same hand under another name
            if (hands.size() < MAX_HANDS || hands.containsKey(key)) {
                hands.put(key, new RaisedHand(name, e.place(), text(e.text())));
            }
        } else {
            hands.remove(key);
        }
        if (mine) {
            loweredBy = e.by().isEmpty() ? "" : Shown.name(e.by());
            caller = "";
        }
        sortHands();
    }

    void undo(Undo e) {
        undo = e.name().isEmpty() ? Undo.NOTHING : new Undo(e.called(), Shown.name(e.name()));
    }

    private void sortHands() {
        sorted = hands.values().stream()
                .sorted(Comparator.comparing(RaisedHand::number))
                .toList();
        handsRevision++;
    }

    void poll(Poll e) {
        Poll now = new Poll(e.state(), options(e.options()), e.voted(), e.counts(), text(e.question()));
        Poll before = poll == null ? formerPoll : poll;
        boolean same = before != null
                && before.options().equals(now.options())
                && before.question().equals(now.question());
        boolean opened = now.state() == Poll.State.OPEN
                && (before == null || before.state() != Poll.State.OPEN || now.voted() < before.voted());
        if (!same || opened) {
            vote = "";
        }
        poll = now;
        formerPoll = null;
    }

    private static List<String> options(List<String> sent) {
        return sent.stream()
                .limit(Chat1.POLL_OPTIONS)
                .map(option -> Shown.cut(Shown.line(option), MAX_OPTION))
                .toList();
    }

    private static String text(String sent) {
        return Shown.cut(Shown.line(sent), MAX_TEXT);
    }

    /** The server has taken this vote of the user. */
    void voted(String typed) {
        if (poll != null) {
            poll.options().stream()
                    .filter(option -> option.equalsIgnoreCase(typed.strip()))
                    .findFirst()
                    .ifPresent(option -> vote = option);
        }
    }

    void timer(Timer e, Instant now) {
        countdown = e.left() > 0 ? new Countdown(now.plusSeconds(e.left()), text(e.text())) : null;
    }

    void note(Event.Note e) {
        switch (e.code()) {
            case "next" -> {
                caller = loweredBy;
                loweredBy = "";
            }
            case "lowered" -> loweredBy = "";
            case "op" -> undo = Undo.NOTHING; // what there is to undo is told next
            case "called" -> floor = true;
            case "hush-on", "hush-off" -> floor = false;
            case "timer" -> countdown = null;
            case "restarted" -> forgetPolls();
            default -> lock(e.code());
        }
    }

    private void lock(String code) {
        for (Kind kind : Kind.values()) {
            if (code.equals("lock-" + kind.word() + "-on")) {
                locks.add(kind);
            } else if (code.equals("lock-" + kind.word() + "-off")) {
                locks.remove(kind);
            }
        }
    }

    void dismissCall() {
        caller = "";
    }

    /** The hands that are up, in the order in which they are called. */
    public List<RaisedHand> hands() {
        return sorted;
    }

    /** What an instructor can undo; {@link Undo#NOTHING} where that is nothing. */
    public Undo undo() {
        return undo;
    }

    /** Counts the changes of {@link #hands}. */
    public int handsRevision() {
        return handsRevision;
    }

    /** How many hands are called before and with that of this person; 0 where it is down. */
    public int placeOf(String name) {
        RaisedHand hand = hands.get(Name.keyOf(name));
        return hand == null ? 0 : sorted.indexOf(hand) + 1;
    }

    /** The instructor that has called the user, as long as that holds and the user has not put it away. */
    public Optional<String> caller() {
        return caller.isEmpty() ? Optional.empty() : Optional.of(caller);
    }

    /** Whether the user was called under a hush: it may speak until the next person is called. */
    public boolean hasFloor() {
        return floor;
    }

    /** The poll as it was told last, with clean texts; empty where there is none, or another one takes its place. */
    public Optional<Poll> poll() {
        return Optional.ofNullable(poll).filter(any -> any.state() != Poll.State.VOID);
    }

    /** The option that the user has voted for; empty where it has not. */
    public String vote() {
        return vote;
    }

    public Optional<Countdown> countdown() {
        return Optional.ofNullable(countdown);
    }

    public boolean isLocked(Kind kind) {
        return locks.contains(kind);
    }
}
