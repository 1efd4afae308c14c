package chatlab.server.log;

import chatlab.protocol.Event;
import java.time.Instant;

/**
 * A line of a transcript, as a report needs it.
 *
 * @param run the name of the run; the same in two files if both are parts or copies of one transcript
 * @param at when it happened
 * @param event a {@code Msg} to a room, {@code Gone}, {@code Join}, {@code Leave} or {@code Nick}; a {@code Hand}, {@code Poll},
 *     {@code Did} or {@code Predictions}; a {@code Bye} at a proper end; or a {@code Note} whose code is one of those below and whose
 *     words are the name of a person
 * @param end how a hand went down; null for other events, and in a transcript that does not say it
 */
public record TranscriptEntry(String run, Instant at, Event event, HandEnd end) {
    /** A server began: the one before it has ended, perhaps by a crash. */
    public static final String START = "start";

    /** The server ended in good order. */
    public static final String END = "end";

    /** The person has lost its connection. */
    public static final String LOST = "lost";

    /** The person has a connection again. */
    public static final String BACK = "back";

    /** What was reported under this name in the course does not count any more. */
    public static final String FORGOTTEN = "forgotten";
}
