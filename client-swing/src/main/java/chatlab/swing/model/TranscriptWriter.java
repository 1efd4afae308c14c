package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import chatlab.swing.model.Entry.Day;
import chatlab.swing.model.Entry.Divider;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Entry.Tone;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Writes what has happened into the transcripts, and notes what of it the user has missed. */
final class TranscriptWriter {
    private static final Words WORDS = new Words(TranscriptWriter.class);
    private static final int MAX_ALERT = 100;

    private final Clock clock;
    private final Conversations conversations;

    TranscriptWriter(Clock clock, Conversations conversations) {
        this.clock = clock;
        this.conversations = conversations;
    }

    void said(Conversation conversation, Said said) {
        newDay(conversation, said.at());
        long number = conversation.transcript().add(said);
        if (said.mine() || said.old()) {
            return;
        }
        boolean missed = conversation.heard();
        if (missed && (said.mentionsMe() || conversation.isPrivate())) {
            String text = Shown.cut(said.lines().get(0).strip(), MAX_ALERT);
            conversations.setAlert(new Alert(conversation, number, said.from(), text));
        }
    }

    /** The message was removed: only that is left of it. */
    void gone(ClassroomEvent.Gone gone) {
        ConversationTranscript transcript = conversations.room().transcript();
        String from = Shown.name(gone.from());
        for (long number = transcript.end() - 1; number >= transcript.first(); number--) {
            if (transcript.get(number) instanceof Said said
                    && said.id() == gone.of()
                    && said.from().equals(from)) {
                List<String> words = List.of(Shown.leftToRight(removed(gone.by())));
                transcript.replace(
                        number,
                        new Said(said.id(), said.at(), from, Manner.GONE, said.mine(), said.old(), false, words));
                conversations.dropAlertOf(conversations.room(), number);
                return;
            }
        }
    }

    /** The keyboard of the server is the instructor's. */
    private static String removed(String by) {
        return by.equals(Name.server().shown()) ? WORDS.get("gone.server") : WORDS.get("gone", Shown.name(by));
    }

    /** A person came or went: told in one entry with the others that have just been told. */
    void moved(Instant at, Consumer<Moves> change) {
        newDay(conversations.room(), at);
        fold(at, change);
    }

    /** The same for what the server tells without a time. */
    void moved(Consumer<Moves> change) {
        fold(clock.instant(), change);
    }

    private void fold(Instant at, Consumer<Moves> change) {
        Conversation room = conversations.room();
        Moves last = room.moves().filter(moves -> !moves.isFull()).orElse(null);
        Moves moves = last == null ? new Moves() : last;
        change.accept(moves);
        Notice notice = new Notice(at, Tone.QUIET, Shown.leftToRight(moves.words()));
        if (last == null) {
            room.setMoves(moves, room.transcript().add(notice));
        } else {
            room.transcript().replace(room.transcript().end() - 1, notice);
        }
    }

    static String words(String key, Object... arguments) {
        return WORDS.get(key, arguments);
    }

    /** Words of this program. */
    void tell(Conversation conversation, String key, Object... arguments) {
        notice(conversation, Tone.INFO, Shown.leftToRight(WORDS.get(key, arguments)));
    }

    /** Words of this program about what went wrong. */
    void complain(Conversation conversation, String key, Object... arguments) {
        notice(conversation, Tone.ERROR, WORDS.get(key, arguments));
    }

    void notice(Conversation conversation, Tone tone, String words) {
        conversation.transcript().add(new Notice(clock.instant(), tone, words));
    }

    void divide(Conversation conversation, String key) {
        conversation.transcript().add(new Divider(WORDS.get(key)));
    }

    /**
     * By the server's clock alone: if this machine's clock is wrong, notices with its time in between would change the day
     * all the time.
     */
    private void newDay(Conversation conversation, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, clock.getZone());
        LocalDate before = conversation.day() == null ? LocalDate.now(clock) : conversation.day();
        if (!day.equals(before)) {
            conversation.transcript().add(new Day(day));
        }
        conversation.setDay(day);
    }
}
