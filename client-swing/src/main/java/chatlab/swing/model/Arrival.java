package chatlab.swing.model;

import chatlab.client.CatchUp;
import chatlab.client.CatchUp.Missed;
import chatlab.client.Shown;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import java.util.List;

/**
 * Coming into a room, for the first time or again, on one connection: who is there, what was said, what was missed, and
 * what of one's own was not delivered. What happens meanwhile is shown after that.
 */
final class Arrival {
    /** When so much is held back, the end of the history is not waited for any longer. */
    private static final int MAX_HELD = CatchUp.MAX_LINES;

    /** So much is shown at once; a history is mostly shorter. */
    private static final int MAX_AT_ONCE = 100;

    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;
    private final HistorySearch search;
    private final HeldBack held = new HeldBack();

    private int lastTag;
    private String whoTag = "";
    private String historyTag = "";
    private String joinTag = "";

    /** The room that was asked for because this person was in it before; null where none was. */
    private String wanted;

    private String lobby = "";

    /** How the user is told of what was missed; empty for somebody who is here for the first time. */
    private String news = "";

    /** Whether this person was an instructor on the connection before this one. */
    private boolean wasInstructor;

    Arrival(Chat chat, Outgoing out, Messages messages) {
        this.chat = chat;
        this.out = out;
        this.messages = messages;
        this.search = new HistorySearch(chat.delivery);
    }

    /** The first HELLO of this connection has come, and {@code before} was the name and {@code run} the run until now. */
    void hello(Event.Hello e, String before, String run) {
        Member member = chat.member;
        boolean back = member.wasIn();
        news = !back ? "" : e.run().equals(run) ? "back" : "back.anew";
        wasInstructor = back && member.instructor;
        search.begin(before);
        lobby = Shown.name(e.room());
        if (back && !member.isIn(lobby)) {
            wanted = member.room;
            askToJoin();
        } else {
            enter(lobby, !back);
        }
    }

    /** The server says that this person is in a room now. */
    void entered(String room) {
        if (wanted != null) {
            if (Member.same(room, wanted)) {
                enter(room, false);
            }
        } else if (!chat.member.isIn(room)) {
            close(); // what was held back of the room before holds receipts
            news = "";
            enter(room, true);
        }
    }

    /** So much was left out that all may have changed. */
    void again(int events) {
        chat.board.complain(chat.conversations.room(), "overflow", events);
        search.begin(chat.member.name());
        if (wanted != null) {
            askToJoin();
        } else {
            news = "missed";
            ask();
        }
    }

    private void askToJoin() {
        joinTag = tag();
        out.send(List.of("/join@" + joinTag + " " + wanted));
    }

    private void enter(String room, boolean anew) {
        wanted = null;
        chat.member.room = room;
        if (anew) {
            chat.conversations.enter(room);
            chat.people.forget();
        }
        ask();
    }

    private void ask() {
        messages.finish();
        held.forget();
        whoTag = tag();
        historyTag = tag();
        chat.people.beginList();
        long after = beginHistory();
        out.send(List.of("/who@" + whoTag, "/history@" + historyTag + (after > 0 ? " after=" + after : "")));
    }

    /** Returns the id after which to ask. */
    private long beginHistory() {
        return chat.member.catchUp.begin(chat.member.run, chat.member.room);
    }

    /** Whether nothing of the rooms on the way is of interest. */
    boolean isOnTheWay() {
        return wanted != null;
    }

    /** What happens now is shown now, or when the history has been told. */
    void whenCaughtUp(Runnable show) {
        if (!chat.member.catchUp.isWaiting()) {
            show.run();
            return;
        }
        held.hold(show);
        if (held.size() >= MAX_HELD) {
            caughtUp(true);
        }
    }

    /** A message of the room that is said now. */
    void live(Msg message) {
        if (chat.member.catchUp.live(message)) {
            messages.hear(message);
            return;
        }
        whenCaughtUp(() -> {
            if (held.isSince(message)) {
                messages.hear(message);
            } else {
                chat.delivery.delivered(message.re()); // the history has shown it
            }
        });
    }

    /** A message of the history. Says whether it was asked for here. */
    boolean isOld(Msg message) {
        if (!chat.member.catchUp.isWaiting()) {
            return false;
        }
        search.old(message);
        chat.member.catchUp.old(message);
        return true;
    }

    /** Whether this ends an answer to a question of this class. */
    boolean isEnd(Event.End e) {
        if (isTag(e.re(), whoTag)) {
            whoTag = "";
            chat.people.endList();
            tellLostRights();
            return true;
        } else if (isTag(e.re(), historyTag)) {
            caughtUp(e.gap());
            return true;
        } else if (chat.member.catchUp.isWaiting()) {
            beginHistory(); // what was told of one until now was an answer to an older question
        }
        return false;
    }

    /** The server has forgotten that this person is an instructor, as after its own restart. */
    private void tellLostRights() {
        if (wasInstructor && !chat.member.instructor) {
            whenCaughtUp(() -> chat.board.tell(chat.conversations.room(), "rights.gone"));
        }
        wasInstructor = false;
    }

    /** Whether this answers a question of this class. */
    boolean isOk(Event.Ok e) {
        boolean joined = isTag(e.re(), joinTag);
        if (joined && wanted != null) {
            enter(wanted, false);
        }
        return joined;
    }

    /** Takes care of what was refused to this class. Says whether it was. */
    boolean isRefusal(Event.Err e) {
        if (isTag(e.re(), whoTag)) {
            whoTag = "";
            chat.people.stopListing();
            return true;
        } else if (isTag(e.re(), historyTag)) {
            caughtUp(true);
            return true;
        } else if (isTag(e.re(), joinTag) && wanted != null) {
            String former = wanted;
            enter(lobby, true);
            chat.board.complain(chat.conversations.room(), "room.gone", former, lobby, Shown.words(e.words()));
            return true;
        }
        return false;
    }

    /** Nothing more of this room will follow on this connection: what was held back is shown after all. */
    void close() {
        if (chat.member.catchUp.isWaiting()) {
            held.letGo(chat.member.catchUp.end(false).since());
        }
        held.showAll();
    }

    /** Tells a little of what was missed or held back. Says whether there was anything. */
    boolean tellMore() {
        return held.showMore();
    }

    private void caughtUp(boolean gap) {
        historyTag = "";
        messages.finish();
        Missed missed = chat.member.catchUp.end(gap);
        if (news.isEmpty()) {
            tellEarlier(missed);
        } else {
            tellMissed(missed);
        }
        held.letGo(missed.since());
        held.then(chat.delivery::giveUp);
        for (int i = 0; i < MAX_AT_ONCE && tellMore(); i++) {
            // that was one
        }
    }

    private void tellEarlier(Missed missed) {
        Conversation room = chat.conversations.room();
        if (missed.messages() > 0) {
            chat.board.divide(room, "earlier");
            missed.told().forEach(message -> held.then(() -> messages.hearOld(message)));
            held.then(messages::finish);
            held.then(() -> chat.board.divide(room, "now"));
        }
        held.then(room::allIsOld);
    }

    private void tellMissed(Missed missed) {
        Conversation room = chat.conversations.room();
        chat.board.tell(room, news, missed.messages());
        if (missed.gap() && !news.equals("back.anew")) {
            chat.board.tell(room, "gap");
        }
        missed.told().forEach(message -> held.then(() -> messages.hear(message)));
        held.then(messages::finish);
        news = "";
    }

    private String tag() {
        return "s" + ++lastTag;
    }

    private static boolean isTag(String re, String tag) {
        return !tag.isEmpty() && re.equals(tag);
    }
}
