package chatlab.swing.model;

import chatlab.client.Member;
import chatlab.client.Receipts;
import chatlab.client.Sent;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Tone;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * This person's own messages under way. Each stands at the end of its conversation until the server sends it back. The
 * user gets back a message that was not delivered, and may send it again.
 */
final class OwnMessages {
    /** Messages that wait, are doubtful or were given back. */
    static final int MAX = 64;

    private static final Words WORDS = new Words(OwnMessages.class);

    /**
     * {@code room}: where the user was at the time of writing; {@code place}: where the message is shown. It moves with the
     * user from room to room.
     */
    private record Letter(Sent sent, String room, List<Pending> place, Pending pending) {
        Letter with(Pending other) {
            return new Letter(sent, room, place, other);
        }
    }

    private final Conversations conversations;
    private final TranscriptWriter board;

    private final Receipts<Letter> receipts = new Receipts<>(Letter::sent);

    /** By the number of the pending. */
    private final Map<Long, Letter> givenBack = new LinkedHashMap<>();

    private long last;

    OwnMessages(Conversations conversations, TranscriptWriter board) {
        this.conversations = conversations;
        this.board = board;
    }

    boolean isFull() {
        givenBack.values().removeIf(this::isClosed);
        return receipts.size() + givenBack.size() >= MAX;
    }

    /** Sends a message, which stands at the end of the conversation until it is delivered. */
    void send(Sent sent, String from, Conversation conversation, Instant at, Outgoing out) {
        Pending pending = new Pending(++last, at, from, manner(sent.command()), sent.said(), "");
        String tag =
                receipts.add(new Letter(sent, conversations.room().name(), conversation.unsent().pending, pending));
        conversation.unsent().pending.add(pending);
        conversation.spoke();
        out.send(sent.lines(tag));
    }

    /** The server has sent back the message with this tag. */
    void delivered(String tag) {
        receipts.answered(tag).ifPresent(OwnMessages::remove);
    }

    /** The server has refused something. Says whether it was a message. */
    boolean refused(String tag, String words) {
        Optional<Letter> letter = receipts.answered(tag);
        letter.ifPresent(refused -> giveBack(refused, words));
        return letter.isPresent();
    }

    /** The connection is lost: whether the waiting messages were said is not known. */
    void connectionLost() {
        receipts.lost(letter -> true);
    }

    /** The history shows a message of this person. Says whether it was in doubt. */
    boolean seenInHistory(List<String> lines) {
        Optional<Letter> letter = receipts.seenInHistory(lines);
        letter.ifPresent(OwnMessages::remove);
        return letter.isPresent();
    }

    /** The history is complete: what is still doubtful was not delivered. It does not hold private messages. */
    void giveUp() {
        for (Letter letter : receipts.giveUp()) {
            boolean inHistory = letter.sent.to().isEmpty();
            giveBack(letter, WORDS.get(inHistory ? "not-delivered" : "not-delivered.perhaps"));
        }
    }

    private void giveBack(Letter letter, String words) {
        List<Pending> shown = letter.place;
        int index = shown.indexOf(letter.pending);
        if (index < 0 || isClosed(letter)) {
            board.notice(
                    conversations.open(), Tone.ERROR, WORDS.get("not-delivered.closed", letter.sent.summary(), words));
            return;
        }
        Letter lost = letter.with(letter.pending.lost(words));
        shown.set(index, withRoom(lost));
        givenBack.put(lost.pending.number(), lost);
    }

    /** The user is in another room: messages that were written for the former one say so, before they are sent again. */
    void entered() {
        for (Letter lost : givenBack.values()) {
            lost.place.replaceAll(pending -> pending.number() == lost.pending.number() ? withRoom(lost) : pending);
        }
    }

    private Pending withRoom(Letter lost) {
        boolean forOneRoom = lost.sent.to().isEmpty() && lost.pending.manner() != Manner.ANNOUNCEMENT;
        return forOneRoom && !Member.same(lost.room, conversations.room().name())
                ? lost.pending.lost(WORDS.get("not-delivered.room", lost.pending.trouble(), lost.room))
                : lost.pending;
    }

    /** The message, if it was given back. */
    Optional<Sent> givenBack(Pending lost) {
        return Optional.ofNullable(givenBack.get(lost.number())).map(Letter::sent);
    }

    /** The user does not need this message any more. */
    void discard(Pending lost) {
        Optional.ofNullable(givenBack.remove(lost.number())).ifPresent(OwnMessages::remove);
    }

    private boolean isClosed(Letter letter) {
        return conversations.all().stream().noneMatch(conversation -> conversation.unsent().pending == letter.place);
    }

    private static void remove(Letter letter) {
        letter.place.removeIf(pending -> pending.number() == letter.pending.number());
    }

    private static Manner manner(Command command) {
        if (command instanceof InstructorCommand.Announce) {
            return Manner.ANNOUNCEMENT;
        }
        return command instanceof Command.Paste ? Manner.CODE : Manner.TEXT;
    }
}
