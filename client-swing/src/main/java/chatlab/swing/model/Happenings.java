package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Event.Msg;
import java.util.List;

/** What the events of one connection mean, once we are in. */
final class Happenings {
    private final Chat chat;
    private final Outgoing out;
    private final Messages messages;
    private final Arrival arrival;
    private final Presence presence;
    private final Answers answers;

    Happenings(Chat chat, Outgoing out, Messages messages) {
        this.chat = chat;
        this.out = out;
        this.messages = messages;
        this.arrival = new Arrival(chat, out, messages);
        this.presence = new Presence(chat, arrival);
        this.answers = new Answers(chat, presence, arrival);
    }

    /** The first HELLO, and the name and the run until then. */
    void hello(Event.Hello e, String before, String run) {
        arrival.hello(e, before, run);
    }

    void youAre(String name) {
        presence.youAre(name);
    }

    /** So many events were left out that all may have changed. */
    void again(int events) {
        answers.forget();
        arrival.again(events);
    }

    /** No other connection will follow this one. */
    void close() {
        arrival.close();
    }

    /** Tells a little of what was put off. Says whether there was anything. */
    boolean tellMore() {
        return arrival.tellMore();
    }

    void happened(Event event) {
        if (event instanceof Event.Ping e) {
            out.send(List.of("/pong " + e.text())); // may come between the parts of a paste
            return;
        }
        if (!(event instanceof Msg)) {
            messages.finish();
        }
        if (event instanceof Event.Err e) {
            err(e);
        } else if (event instanceof Msg e) {
            message(e);
        } else if (event instanceof Event.Join e) {
            presence.join(e);
        } else if (event instanceof Event.Leave e) {
            presence.leave(e);
        } else if (event instanceof Event.Nick e) {
            presence.nick(e);
        } else if (event instanceof Event.Who e) {
            presence.who(e);
        } else if (event instanceof Event.Note e) {
            presence.note(e);
        } else if (event instanceof Event.End e) {
            end(e);
        } else if (event instanceof Event.Ok e) {
            ok(e);
        } else if (event instanceof Event.Pong e) {
            answers.pong(e);
        } else if (event instanceof Event.Room e) {
            answers.room(e);
        } else if (event instanceof Event.Thread e) {
            answers.thread(e);
        }
    }

    private void message(Msg e) {
        if (e.isPrivate()) {
            messages.hear(e);
        } else if (arrival.isOnTheWay()) {
            chat.delivery.delivered(e.re()); // the history of the room to come, or nobody's concern
        } else if (!isOfThisRoom(e)) {
            chat.delivery.delivered(e.re());
        } else if (!e.old()) {
            arrival.live(e);
        } else if (!arrival.isOld(e)) {
            answers.old(e, messages);
        }
    }

    private boolean isOfThisRoom(Msg e) {
        return e.room().equals(Chat1.ALL_ROOMS) || chat.member.isIn(Shown.name(e.room()));
    }

    private void end(Event.End e) {
        if (!arrival.isEnd(e)) {
            answers.end(e);
        }
    }

    private void ok(Event.Ok e) {
        if (!arrival.isOk(e)) {
            answers.ok(e);
        }
    }

    private void err(Event.Err e) {
        if (!arrival.isRefusal(e)) {
            answers.err(e);
        }
    }
}
