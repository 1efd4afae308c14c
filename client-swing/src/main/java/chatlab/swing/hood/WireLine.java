package chatlab.swing.hood;

import java.time.Instant;

/**
 * One line as it was sent or received, with its secrets masked.
 *
 * @param number grows by one with each line
 * @param bytes the number of bytes, with the LF if there was one
 */
record WireLine(long number, Instant at, Direction direction, int bytes, String text, boolean masked, Kind kind) {
    /** What a line is a part of, which its text does not show. */
    enum Kind {
        WHOLE,
        /** Between {@code /paste} and the dot, where no line is a command. */
        OF_PASTE,
        /** Sent without an LF. */
        FIRST_HALF,
        OTHER_HALF
    }

    boolean hasEnd() {
        return kind != Kind.FIRST_HALF;
    }

    /** Which way a line goes. */
    enum Direction {
        TO_SERVER,
        FROM_SERVER
    }
}
