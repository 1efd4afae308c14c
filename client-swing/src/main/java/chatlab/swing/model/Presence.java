package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Event;
import chatlab.swing.model.Entry.Tone;
import java.util.List;

/** Who comes and goes, and what becomes of them and of this person. */
final class Presence {
    private final Chat chat;
    private final Arrival arrival;

    Presence(Chat chat, Arrival arrival) {
        this.chat = chat;
        this.arrival = arrival;
    }

    void join(Event.Join e) {
        String name = Shown.name(e.name());
        String room = Shown.name(e.room());
        if (chat.member.isMe(name)) {
            arrival.entered(room);
        } else if (isHere(room)) {
            chat.partnerCame(name, e.at());
            if (chat.people.put(new Person(name, false, false, false, false))) {
                arrival.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.joined(name)));
            }
        }
    }

    void leave(Event.Leave e) {
        String name = Shown.name(e.name());
        boolean fromServer = !e.code().equals("moved");
        if (fromServer && chat.conversations.partners.left(name, e.at())) {
            chat.conversations
                    .find(name)
                    .ifPresent(conversation -> chat.board.tell(conversation, "partner.left", name));
        }
        boolean other = !chat.member.isMe(name) && isHere(Shown.name(e.room()));
        if (!other || !chat.people.remove(name)) {
            return;
        }
        String reason = Shown.words(e.reason());
        if (e.code().equals("kicked")) {
            String key = reason.isBlank() ? "kicked" : "kicked.reason";
            arrival.whenCaughtUp(() -> chat.board.tell(chat.conversations.room(), key, name, reason));
        } else {
            arrival.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.left(name, e.code(), reason)));
        }
    }

    void nick(Event.Nick e) {
        String old = Shown.name(e.old());
        String now = Shown.name(e.now());
        if (chat.member.isMe(old)) {
            youAre(now);
        } else if (!chat.member.isMe(now)) {
            boolean taken = chat.conversations.partners.renamed(old, now, e.at());
            chat.conversations.renamed(old, now);
            if (taken) {
                chat.tellOfAnother(now);
            }
            if (chat.people.rename(old, now, false)) {
                arrival.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.renamed(old, now)));
            }
        }
    }

    /** This person is called so from now on. */
    void youAre(String name) {
        String before = chat.member.name();
        if (!name.equals(before)) {
            chat.people.rename(before, name, true);
            chat.member.setName(name);
            chat.member.chosen = name;
            chat.board.tell(chat.conversations.room(), "you-are", name);
        }
    }

    void who(Event.Who e) {
        String name = Shown.name(e.name());
        List<String> states = List.of(e.state().split(","));
        boolean me = chat.member.isMe(name);
        Person now =
                new Person(name, states.contains("op"), states.contains("muted"), states.contains("lost") && !me, me);
        if (me) {
            chat.member.instructor = now.instructor();
            chat.member.muted = now.muted();
        }
        String room = Shown.name(e.room());
        if (!isHere(room)) {
            if (me && chat.people.isListing()) { // what led there was left out
                arrival.entered(room);
            }
            return;
        }
        Person before = chat.people.find(name).orElse(now);
        if (chat.people.isListing()) {
            chat.people.listed(now);
            if (chat.people.find(name).isPresent()) { // the list may be older than that this person left
                chat.partnerCame(name, chat.clock().instant());
            }
        } else {
            chat.people.put(now);
            if (!me) { // one is told of oneself by a NOTE
                tellChanges(before, now);
            }
        }
    }

    private void tellChanges(Person before, Person now) {
        Conversation room = chat.conversations.room();
        String name = now.name();
        if (before.instructor() != now.instructor()) {
            String key = now.instructor() ? "state.op.on" : "state.op.off";
            arrival.whenCaughtUp(() -> chat.board.tell(room, key, name));
        }
        if (before.muted() != now.muted()) {
            String key = now.muted() ? "state.muted.on" : "state.muted.off";
            arrival.whenCaughtUp(() -> chat.board.tell(room, key, name));
        }
        if (!before.lost() && now.lost()) {
            arrival.whenCaughtUp(() -> chat.board.moved(moves -> moves.lost(name)));
        } else if (before.lost() && !now.lost()) {
            arrival.whenCaughtUp(() -> chat.board.moved(moves -> moves.back(name)));
        }
    }

    void note(Event.Note e) {
        Member member = chat.member;
        switch (e.code()) {
            case "op" -> member.instructor = true;
            case "deop" -> member.instructor = false;
            case "muted" -> member.muted = true;
            case "unmuted" -> member.muted = false;
            case "hush-on" -> member.hushed = true;
            case "hush-off" -> member.hushed = false;
            default -> {} // is shown all the same
        }
        String words = Shown.words(e.words());
        if (!words.isBlank()) {
            arrival.whenCaughtUp(() -> chat.board.notice(chat.conversations.room(), Tone.INFO, words));
        }
    }

    private boolean isHere(String room) {
        return chat.member.isIn(room) && !arrival.isOnTheWay();
    }
}
