package chatlab.swing.hood;

import java.time.Instant;

/**
 * One line as it went over the wire, except that what is secret in it is masked.
 *
 * @param number grows by one with each line
 * @param bytes as they were sent, with the LF if there was one
 */
record WireLine(long number, Instant at, Direction direction, int bytes, String text, boolean masked, Kind kind) {
    /** What a line is of, which it does not tell by itself. */
    enum Kind {
        WHOLE,
        /** Between {@code /paste} and the dot nothing is a command. */
        OF_PASTE,
        /** Sent without an LF. */
        FIRST_HALF,
        OTHER_HALF
    }

    boolean hasEnd() {
        return kind != Kind.FIRST_HALF;
    }

    /** Which way a line goes, as this client sees it. */
    enum Direction {
        TO_SERVER,
        FROM_SERVER
    }
}
