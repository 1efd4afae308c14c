package chatlab.swing.model;

import chatlab.client.Sent;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Words;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One's own messages on their way. Each waits, under its tag, for the server to send it back. Those of a lost connection
 * are doubtful until the history shows them; the others are given back to the user, who may send them again.
 */
final class Delivery {
    /** Messages that wait, are doubtful or were given back. */
    static final int MAX = 64;

    private static final Words WORDS = new Words(Delivery.class);

    /** {@code place}: where it is shown, which goes along from one room to the next. */
    private record Letter(Sent sent, List<Pending> place, Pending pending) {}

    private final Conversations conversations;
    private final Board board;

    private final Map<String, Letter> waiting = new LinkedHashMap<>();
    private final Map<String, Letter> doubtful = new LinkedHashMap<>();

    /** By the number of the pending. */
    private final Map<Long, Letter> givenBack = new LinkedHashMap<>();

    private long last;

    Delivery(Conversations conversations, Board board) {
        this.conversations = conversations;
        this.board = board;
    }

    boolean isFull() {
        givenBack.values().removeIf(this::isClosed);
        return waiting.size() + doubtful.size() + givenBack.size() >= MAX;
    }

    /** Sends a message, which stands at the end of the conversation until it is delivered. */
    void send(Sent sent, Conversation conversation, Instant at, Outgoing out) {
        long number = ++last;
        String tag = "k" + number;
        Pending pending = new Pending(number, at, manner(sent.command()), sent.said(), "");
        waiting.put(tag, new Letter(sent, conversation.unsent().pending, pending));
        conversation.unsent().pending.add(pending);
        conversation.spoke();
        out.send(sent.lines(tag));
    }

    /** The server has sent back the message with this tag. */
    void delivered(String tag) {
        find(tag).ifPresent(Delivery::remove);
    }

    /** The server has refused something. Says whether it was a message. */
    boolean refused(String tag, String words) {
        Optional<Letter> letter = find(tag);
        letter.ifPresent(refused -> giveBack(refused, words));
        return letter.isPresent();
    }

    private Optional<Letter> find(String tag) {
        Letter letter = waiting.remove(tag);
        return Optional.ofNullable(letter == null ? doubtful.remove(tag) : letter);
    }

    /** Nobody knows what became of what is on its way. */
    void connectionLost() {
        doubtful.putAll(waiting);
        waiting.clear();
    }

    /** The history shows a message of one's own; the first one like it was delivered. Says whether there was one. */
    boolean seenInHistory(List<String> lines) {
        Iterator<Letter> all = doubtful.values().iterator();
        while (all.hasNext()) {
            Letter letter = all.next();
            if (letter.sent.inHistory().equals(lines)) {
                all.remove();
                remove(letter);
                return true;
            }
        }
        return false;
    }

    /** What is still doubtful was not delivered. */
    void giveUp() {
        List<Letter> lost = new ArrayList<>(doubtful.values());
        doubtful.clear();
        lost.forEach(letter -> giveBack(letter, WORDS.get("not-delivered")));
    }

    private void giveBack(Letter letter, String words) {
        List<Pending> shown = letter.place;
        int index = shown.indexOf(letter.pending);
        if (index < 0 || isClosed(letter)) {
            board.notice(
                    conversations.open(), Tone.ERROR, WORDS.get("not-delivered.closed", letter.sent.summary(), words));
            return;
        }
        Pending lost = letter.pending.lost(words);
        shown.set(index, lost);
        givenBack.put(lost.number(), new Letter(letter.sent, letter.place, lost));
    }

    /** What was given back, if this is it. */
    Optional<Sent> givenBack(Pending lost) {
        return Optional.ofNullable(givenBack.get(lost.number())).map(Letter::sent);
    }

    /** The user does not need it any more. */
    void discard(Pending lost) {
        Optional.ofNullable(givenBack.remove(lost.number())).ifPresent(Delivery::remove);
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
