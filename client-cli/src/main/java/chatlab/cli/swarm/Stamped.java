package chatlab.cli.swarm;

import java.util.Optional;

/**
 * A message of the swarm: a sentence and, at the end of the line, the stamp that the listeners check. In {@code What does
 * accept() return? [7fhk.c.2s.1g1a9s]} the stamp says: message 100 of talker 12 of swarm 346664, sent after 87.4 s. The
 * stamp is short, since people read along: its four numbers have the radix 36. A line without the end of its stamp is no message, so a
 * listener counts that message as lost.
 *
 * @param swarm number of the swarm: messages of other swarms, also earlier ones, may arrive from the same server
 * @param talker number of the talker
 * @param number 1, 2, 3 ... of this talker; 0 is a call, which only shows that listeners hear; -1, -2, -3 ... is the
 *     farewell of a talker that said 0, 1, 2 ... messages in all
 * @param sentAt microseconds since the swarm began to gather
 * @param text the sentence; in a line of a server, what the server puts before it, too
 */
record Stamped(int swarm, int talker, long number, long sentAt, String text) {
    static final int MOST_CHARACTERS = 2000;

    /** About the length of a stamp, with the blank before it. */
    static final int CHARACTERS = 18;

    private static final String BEGIN = " [";
    private static final String END = "]";
    private static final int RADIX = 36;

    /** Without a line end. */
    String print() {
        return text
                + BEGIN
                + Long.toString(swarm, RADIX)
                + '.'
                + Long.toString(talker, RADIX)
                + '.'
                + Long.toString(number, RADIX)
                + '.'
                + Long.toString(sentAt, RADIX)
                + END;
    }

    /** The message in a line as a server shows it, which puts a name and more before it; empty in any other line. */
    static Optional<Stamped> parse(String line) {
        int begin = line.lastIndexOf(BEGIN);
        if (begin < 0 || !line.endsWith(END)) {
            return Optional.empty();
        }
        String[] numbers =
                line.substring(begin + BEGIN.length(), line.length() - 1).split("\\.", -1);
        if (numbers.length != 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stamped(
                    Integer.parseInt(numbers[0], RADIX),
                    Integer.parseInt(numbers[1], RADIX),
                    Long.parseLong(numbers[2], RADIX),
                    Long.parseLong(numbers[3], RADIX),
                    line.substring(0, begin)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the line ends with this text, behind a blank, and the stamp. */
    boolean says(String expected) {
        int start = text.length() - expected.length();
        return text.endsWith(expected) && start > 0 && text.charAt(start - 1) == ' ';
    }
}
