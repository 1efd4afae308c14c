package chatlab.swing.model;

import chatlab.protocol.CatchUp;
import chatlab.protocol.CatchUp.Missed;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Coming into a room, for the first time or again, on one connection: who is there, what was said, what was missed, and
 * what of one's own was not delivered. What happens meanwhile is shown after that.
 */
final class Arrival {
    /** When so much is held back, the end of the history is not waited for any longer. */
    private static final int MAX_HELD = CatchUp.MAX_LINES;

    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;

    /** What is to be shown once the history has been told, in order. */
    private final List<Runnable> held = new ArrayList<>();

    /** What of it is not in the history. */
    private final Set<Msg> since = Collections.newSetFromMap(new IdentityHashMap<>());

    private int lastTag;
    private String whoTag = "";
    private String historyTag = "";
    private String joinTag = "";

    /** The room that was asked for because this person was in it before; null where none was. */
    private String wanted;

    private String lobby = "";

    /** How the user is told of what was missed; empty for somebody who is here for the first time. */
    private String news = "";

    private HistorySearch search;

    Arrival(Chat chat, Outgoing out, Messages messages) {
        this.chat = chat;
        this.out = out;
        this.messages = messages;
        this.search = new HistorySearch(chat.delivery, "");
    }

    /** The first HELLO of this connection has come, and {@code before} was the name and {@code run} the run until now. */
    void hello(Event.Hello e, String before, String run) {
        Member member = chat.member;
        boolean back = member.wasIn();
        news = !back ? "" : e.run().equals(run) ? "back" : "back.anew";
        search = new HistorySearch(chat.delivery, before);
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
        search = new HistorySearch(chat.delivery, chat.member.name());
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
        held.clear();
        whoTag = tag();
        historyTag = tag();
        chat.people.beginList();
        long after = chat.member.catchUp.begin(chat.member.run, chat.member.room);
        out.send(List.of("/who@" + whoTag, "/history@" + historyTag + (after > 0 ? " after=" + after : "")));
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
        held.add(show);
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
            if (since.remove(message)) {
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
            return true;
        } else if (isTag(e.re(), historyTag)) {
            caughtUp(e.gap());
            return true;
        }
        return false;
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
            showHeld(chat.member.catchUp.end(false));
        }
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
        showHeld(missed);
        chat.delivery.giveUp();
    }

    private void showHeld(Missed missed) {
        since.addAll(missed.since());
        List.copyOf(held).forEach(Runnable::run);
        held.clear();
        since.clear();
    }

    private void tellEarlier(Missed missed) {
        Conversation room = chat.conversations.room();
        if (missed.messages() > 0) {
            chat.board.divide(room, "earlier");
            missed.told().forEach(messages::hearOld);
            messages.finish();
            chat.board.divide(room, "now");
        }
        room.allIsOld();
    }

    private void tellMissed(Missed missed) {
        Conversation room = chat.conversations.room();
        chat.board.tell(room, news, missed.messages());
        if (missed.gap() && !news.equals("back.anew")) {
            chat.board.tell(room, "gap");
        }
        missed.told().forEach(messages::hear);
        messages.finish();
        news = "";
    }

    private String tag() {
        return "s" + ++lastTag;
    }

    private static boolean isTag(String re, String tag) {
        return !tag.isEmpty() && re.equals(tag);
    }
}
