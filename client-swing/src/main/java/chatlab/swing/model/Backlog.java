package chatlab.swing.model;

import chatlab.client.Arrival;
import chatlab.client.CatchUp;
import chatlab.client.CatchUp.Missed;
import chatlab.protocol.Event.Msg;
import chatlab.swing.model.Entry.Tone;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Shows the messages that were missed in the room. Events that come before the end of the history are held back, and shown
 * after it. All are shown in slices, since they may be many.
 */
final class Backlog implements Arrival.Listener {
    /** The most events to hold back: with so many, the end of the history is not waited for any longer. */
    private static final int MAX_HELD = CatchUp.MAX_LINES;

    /** The most events to show in one slice; most histories are shorter. */
    private static final int MAX_AT_ONCE = 100;

    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;
    private final Arrival arrival;

    private final List<Runnable> held = new ArrayList<>();

    /** The held messages that are not in the history. */
    private final Set<Msg> since = Collections.newSetFromMap(new IdentityHashMap<>());

    /** The events to show now, in order. */
    private final Deque<Runnable> due = new ArrayDeque<>();

    Backlog(Chat chat, Outgoing out, Messages messages) {
        this.chat = chat;
        this.out = out;
        this.messages = messages;
        this.arrival = new Arrival(chat.member, chat.people, chat.ownMessages::seenInHistory, this);
    }

    /** The arrival of this connection, which this class listens to. */
    Arrival arrival() {
        return arrival;
    }

    /** Events were left out, so that anything may have changed: asks for people and history again. */
    void again(int events) {
        chat.board.complain(chat.conversations.room(), "overflow", events);
        arrival.again();
    }

    /** Shows an event now, or when the history has been told. */
    void whenCaughtUp(Runnable show) {
        if (!arrival.isWaiting()) {
            show.run();
            return;
        }
        held.add(show);
        if (held.size() >= MAX_HELD) {
            arrival.waitNoLonger();
        }
    }

    /** A message of the room that is said now. */
    void live(Msg message) {
        if (arrival.isWaiting()) {
            held.add(() -> hearUnlessTold(message)); // first, since this message may end the wait
        }
        if (arrival.live(message)) {
            messages.hear(message);
        } else if (held.size() >= MAX_HELD) {
            arrival.waitNoLonger();
        }
    }

    private void hearUnlessTold(Msg message) {
        if (since.contains(message)) {
            messages.hear(message);
        } else {
            chat.ownMessages.delivered(message.re()); // the history has shown it
        }
    }

    /** No more events of this room will follow on this connection: shows the events that were held back. */
    void close() {
        letGo(arrival.close());
        while (tellMore()) {
            // until there is nothing left
        }
    }

    /** Shows some of the due events. Says whether any were due. */
    boolean tellMore() {
        Runnable next = due.poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    @Override
    public void send(List<String> lines) {
        out.send(lines);
    }

    @Override
    public void entering(String room) {
        close(); // the events held back in the former room may be receipts
        chat.conversations.enter(room);
        chat.ownMessages.entered();
    }

    @Override
    public void asking() {
        messages.finish();
        held.clear();
    }

    @Override
    public void listed() {
        // views look at the people anyway
    }

    @Override
    public void rightsLost() {
        whenCaughtUp(() -> chat.board.tell(chat.conversations.room(), "rights.gone"));
    }

    @Override
    public void refused(String sentence) {
        chat.board.notice(chat.conversations.room(), Tone.ERROR, sentence);
    }

    @Override
    public void caughtUp(Missed missed, List<String> news) {
        messages.finish();
        if (news.isEmpty()) {
            tellEarlier(missed);
        } else {
            news.forEach(sentence -> chat.board.notice(chat.conversations.room(), Tone.INFO, sentence));
            missed.told().forEach(message -> due.add(() -> messages.hear(message)));
            due.add(messages::finish);
        }
        letGo(missed.since());
        due.add(chat.ownMessages::giveUp);
        for (int i = 0; i < MAX_AT_ONCE && tellMore(); i++) {
            // that was one
        }
    }

    private void tellEarlier(Missed missed) {
        Conversation room = chat.conversations.room();
        if (missed.messages() > 0) {
            chat.board.divide(room, "earlier");
            missed.told().forEach(message -> due.add(() -> messages.hearOld(message)));
            due.add(messages::finish);
            due.add(() -> chat.board.divide(room, "now"));
        }
        due.add(room::allIsOld);
    }

    /** All that was held back is due; {@code since}: the messages among it that are not in the history. */
    private void letGo(Collection<Msg> notTold) {
        since.addAll(notTold);
        due.addAll(held);
        due.add(since::clear);
        held.clear();
    }
}
