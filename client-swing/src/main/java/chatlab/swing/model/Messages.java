package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import java.util.List;
import java.util.stream.Collectors;

/** Writes messages where they belong: into the room, or into the conversation with one person. */
final class Messages {
    private final Chat chat;
    private final PasteAssembly pastes = new PasteAssembly(this::say);

    /** Finds this person's name. A new object for a new name. */
    private Mention mention = new Mention("");

    /** Whether the messages that are heard now were said before this person came. */
    private boolean old;

    Messages(Chat chat) {
        this.chat = chat;
    }

    /** A message that is said now, or that was missed. */
    void hear(Msg message) {
        hear(message, false);
    }

    /** A message that was said before this person came. */
    void hearOld(Msg message) {
        hear(message, true);
    }

    private void hear(Msg message, boolean isOld) {
        if (isOld != old) {
            finish();
            old = isOld;
        }
        pastes.add(message);
    }

    /** Another event has come: the other parts of an incomplete paste will not come. */
    void finish() {
        pastes.finish();
    }

    private void say(PasteAssembly.Whole whole) {
        Msg message = whole.head();
        chat.ownMessages.delivered(message.re());
        String from = Shown.name(message.from());
        boolean mine = chat.member.isMe(from);
        List<String> lines = whole.lines().stream().map(Shown::words).collect(Collectors.toUnmodifiableList());
        if (message.isPrivate() && !mine) {
            chat.partnerCame(from, message.at());
        }
        boolean mentionsMe = !mine && !old && isMentioned(lines);
        chat.board.said(
                conversation(message, from, mine),
                new Said(message.id(), message.at(), from, manner(message), mine, old, mentionsMe, lines));
    }

    private boolean isMentioned(List<String> lines) {
        if (!mention.isOf(chat.me())) {
            mention = new Mention(chat.me());
        }
        return lines.stream().anyMatch(mention::isIn);
    }

    private Conversation conversation(Msg message, String from, boolean mine) {
        return message.isPrivate()
                ? chat.conversations.with(mine ? Shown.name(message.to()) : from)
                : chat.conversations.room();
    }

    private static Manner manner(Msg message) {
        if (message.room().equals(Chat1.ALL_ROOMS)) {
            return Manner.ANNOUNCEMENT;
        }
        return message.part().isWhole() ? Manner.TEXT : Manner.CODE;
    }
}
