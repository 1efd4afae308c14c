package chatlab.swing.model;

import chatlab.client.Participant;
import chatlab.client.Presence;
import chatlab.client.Shown;
import chatlab.protocol.Event;

/** Tells of people that come, go, and change. */
final class PresenceTeller implements Presence.Listener {
    private final Chat chat;
    private final Backlog backlog;

    PresenceTeller(Chat chat, Backlog backlog) {
        this.chat = chat;
        this.backlog = backlog;
    }

    @Override
    public void youAre(String name) {
        chat.chosen = name;
        chat.board.tell(chat.conversations.room(), "you-are", name);
    }

    @Override
    public void joined(String name, Event.Join e) {
        backlog.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.joined(name)));
    }

    @Override
    public void left(String name, Event.Leave e) {
        String reason = Shown.words(e.reason());
        if (e.code().equals("kicked")) {
            String key = reason.isBlank() ? "kicked" : "kicked.reason";
            backlog.whenCaughtUp(() -> chat.board.tell(chat.conversations.room(), key, name, reason));
        } else {
            backlog.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.left(name, e.code(), reason)));
        }
    }

    @Override
    public void renamed(String old, String now, Event.Nick e) {
        backlog.whenCaughtUp(() -> chat.board.moved(e.at(), moves -> moves.renamed(old, now)));
    }

    @Override
    public void changed(Participant before, Participant now) {
        String name = now.name();
        if (before.instructor() != now.instructor()) {
            tell(now.instructor() ? "state.op.on" : "state.op.off", name);
        }
        if (before.muted() != now.muted()) {
            tell(now.muted() ? "state.muted.on" : "state.muted.off", name);
        }
        if (!before.lost() && now.lost()) {
            backlog.whenCaughtUp(() -> chat.board.moved(moves -> moves.lost(name)));
        } else if (before.lost() && !now.lost()) {
            backlog.whenCaughtUp(() -> chat.board.moved(moves -> moves.back(name)));
        }
    }

    private void tell(String key, String name) {
        Conversation room = chat.conversations.room();
        backlog.whenCaughtUp(() -> chat.board.tell(room, key, name));
    }

    @Override
    public void partnerLeft(String name) {
        chat.conversations.find(name).ifPresent(conversation -> chat.board.tell(conversation, "partner.left", name));
    }

    @Override
    public void partnerChanged(String name) {
        chat.tellOfAnother(name);
    }

    @Override
    public void partnerRenamed(String old, String now, boolean taken) {
        chat.conversations.renamed(old, now);
        if (taken) {
            chat.tellOfAnother(now);
        }
    }
}
