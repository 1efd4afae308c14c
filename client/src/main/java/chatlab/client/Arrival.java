package chatlab.client;

import chatlab.client.CatchUp.Missed;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Enters a room, for the first time or after a lost connection, on one connection. It asks for the people and for the
 * history, and finds out what was missed, which of this person's own messages were said, and whether its rights are gone.
 * Not safe for use by several threads.
 */
public final class Arrival {
    private static final Words WORDS = new Words(Arrival.class);

    /** What a client does at the steps of an arrival. */
    public interface Listener {
        /** Sends lines in one piece. */
        void send(List<String> lines);

        /** This person is about to enter a room of which nothing is shown; {@link Member#room} is still the former one. */
        void entering(String room);

        /** The history of the room is asked for: it will tell again all messages that were held back. */
        void asking();

        /** All people of the room are known. */
        void listed();

        /** This person was an instructor on the connection before, and the server does not know of that any more. */
        void rightsLost();

        /** This person could not go back to its room; {@code sentence} says so. */
        void refused(String sentence);

        /**
         * The history is told, or is not waited for any longer.
         *
         * @param news sentences about what was missed; none for a person that has not been in the room before
         */
        void caughtUp(Missed missed, List<String> news);
    }

    private final Member member;
    private final People people;
    private final CatchUp catchUp;
    private final HistorySearch search;
    private final Listener listener;

    private int lastTag;
    private String whoTag = "";
    private String historyTag = "";
    private String joinTag = "";

    /** The question for a history that was not waited for to its end; empty once that has come. */
    private String abandonedTag = "";

    /** The room that was asked for because this person was in it before; null where none was. */
    private String wanted;

    private String lobby = "";

    /** The room that the last own JOIN named on the way to the wanted one; empty where none came. */
    private String reached = "";

    /** How the user is told of what was missed, as a key; empty for a person that has not been in the room before. */
    private String news = "";

    /** Whether this person was an instructor on the connection before this one. */
    private boolean wasInstructor;

    /** {@code seen} takes the lines of an own message that the history shows, and says whether it was looked for. */
    public Arrival(Member member, People people, Predicate<List<String>> seen, Listener listener) {
        this.member = member;
        this.people = people;
        this.catchUp = member.catchUp();
        this.search = new HistorySearch(seen);
        this.listener = listener;
    }

    /** The first HELLO of this connection. */
    public void hello(Event.Hello e) {
        boolean back = member.wasIn();
        news = !back ? "" : e.run().equals(member.run()) ? "back" : "back.anew";
        wasInstructor = back && member.isInstructor();
        search.addName(member.name());
        member.welcome(e);
        lobby = Shown.name(e.room());
        if (back && !member.isIn(lobby)) {
            wanted = member.room();
            askToJoin();
        } else {
            enter(lobby, !back);
        }
    }

    /** The server says that this person is in a room now. */
    public void entered(String room) {
        if (wanted != null) {
            reached = room;
            if (Member.same(room, wanted)) {
                enter(room, false);
            }
        } else if (!member.isIn(room)) {
            news = "";
            enter(room, true);
        }
    }

    /** This person gives up its name for another one: messages said until now bear the former name. */
    void renaming() {
        search.addName(member.name());
    }

    /** So much was left out that all may have changed: asks for everything again. */
    public void again() {
        search.addName(member.name());
        search.begin();
        if (wanted != null) {
            askToJoin();
        } else {
            news = "missed";
            ask();
        }
    }

    private void askToJoin() {
        reached = "";
        joinTag = tag();
        listener.send(List.of("/join@" + joinTag + " " + wanted));
    }

    private void enter(String room, boolean anew) {
        wanted = null;
        if (anew) {
            listener.entering(room);
            people.forget();
        }
        member.setRoom(room);
        ask();
    }

    private void ask() {
        listener.asking();
        whoTag = tag();
        historyTag = tag();
        abandonedTag = ""; // its end may be among what was left out
        people.beginList();
        long after = beginHistory();
        listener.send(List.of("/who@" + whoTag, "/history@" + historyTag + (after > 0 ? " after=" + after : "")));
    }

    /** Returns the id after which to ask. */
    private long beginHistory() {
        return catchUp.begin(member.run(), member.room());
    }

    /** Whether this person is not yet in the room where it wants to be; the room that it is in is of no interest. */
    public boolean isOnTheWay() {
        return wanted != null;
    }

    /** Whether this person was in this room before, as on a lost connection. */
    public boolean isBack() {
        return !news.isEmpty();
    }

    /** Whether the history was asked for and has not been told to its end. */
    public boolean isWaiting() {
        return catchUp.isWaiting();
    }

    /** A message that is said now. Says whether to show it now; otherwise it is held back, see {@link CatchUp.Missed}. */
    public boolean live(Msg message) {
        boolean now = catchUp.live(message);
        if (catchUp.isFull()) {
            waitNoLonger();
        }
        return now;
    }

    /** A message of a history. Says whether that was asked for here. */
    public boolean old(Msg message) {
        if (!catchUp.isWaiting()) {
            return !abandonedTag.isEmpty(); // the live messages after it are shown already
        }
        search.old(message);
        catchUp.old(message);
        return true;
    }

    /** A message was removed. Says whether it may have been shown; if it was held back, it never will be. */
    public boolean gone(ClassroomEvent.Gone gone) {
        return catchUp.gone(gone);
    }

    /** Whether this ends an answer to a question of this class. */
    public boolean isEnd(Event.End e) {
        if (isTag(e.re(), whoTag)) {
            whoTag = "";
            people.endList();
            listener.listed();
            if (wasInstructor && !member.isInstructor()) {
                listener.rightsLost();
            }
            wasInstructor = false;
            return true;
        } else if (isTag(e.re(), historyTag)) {
            caughtUp(e.gap());
            return true;
        } else if (isTag(e.re(), abandonedTag)) {
            abandonedTag = "";
            return true;
        } else if (catchUp.isWaiting()) {
            beginHistory(); // the messages that were told until now are an answer to an older question
        }
        return false;
    }

    /** Whether this answers a question of this class. */
    public boolean isOk(Event.Ok e) {
        boolean joined = isTag(e.re(), joinTag);
        if (joined && wanted != null) {
            enter(reached.isEmpty() ? wanted : reached, false); // an open room may only look like the wanted one
        }
        return joined;
    }

    /** Takes care of the refusal of a question of this class. Says whether it was one. */
    public boolean isRefusal(Event.Err e) {
        if (isTag(e.re(), whoTag)) {
            whoTag = "";
            people.stopListing();
            return true;
        } else if (isTag(e.re(), historyTag)) {
            caughtUp(true);
            return true;
        } else if (isTag(e.re(), abandonedTag)) {
            abandonedTag = "";
            return true;
        } else if (isTag(e.re(), joinTag) && wanted != null) {
            String former = wanted;
            enter(lobby, true);
            listener.refused(WORDS.get("room.gone", former, lobby, Shown.words(e.words())));
            return true;
        }
        return false;
    }

    /** So much is held back that the end of the history is not waited for any longer. */
    public void waitNoLonger() {
        abandonedTag = historyTag;
        caughtUp(true);
    }

    /** Nothing more of this room will follow on this connection. Returns the messages that are held back. */
    public List<Msg> close() {
        return catchUp.isWaiting() ? catchUp.end(false).since() : List.of();
    }

    private void caughtUp(boolean gap) {
        historyTag = "";
        Missed missed = catchUp.end(gap);
        List<String> sentences = new ArrayList<>();
        if (!news.isEmpty()) {
            sentences.add(WORDS.get(news, missed.messages()));
            if (missed.gap() && !news.equals("back.anew")) {
                sentences.add(WORDS.get("gap"));
            }
        }
        news = "";
        listener.caughtUp(missed, sentences);
    }

    private String tag() {
        return "s" + ++lastTag;
    }

    private static boolean isTag(String re, String tag) {
        return !tag.isEmpty() && re.equals(tag);
    }
}
