package chatlab.cli.swarm;

import java.util.Optional;

/**
 * A message of the swarm: talker, number and time, then letters that follow from talker and number, so that a listener
 * can check whether the message is whole.
 *
 * @param swarm number of the swarm: messages of other swarms, also earlier ones, may arrive from the same server
 * @param talker number of the talker
 * @param number 1, 2, 3 ... of this talker; 0 is a call, which only shows that listeners hear; -1, -2, -3 ... is the
 *     farewell of a talker that said 0, 1, 2 ... messages in all
 * @param sentAt {@code System.nanoTime} of this process
 * @param letters fill the message up to its length
 */
record Stamped(int swarm, int talker, long number, long sentAt, String letters) {
    static final int MOST_CHARACTERS = 2000;

    private static final char MARK = '~';
    private static final int ABOUT_THE_REST = 31;
    private static final int ALPHABET = 26;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz".repeat(1 + MOST_CHARACTERS / ALPHABET + 1);

    static Stamped of(int swarm, int talker, long number, int characters, long seed) {
        return new Stamped(swarm, talker, number, System.nanoTime(), letters(talker, number, characters, seed));
    }

    /** Without a line end. */
    String print() {
        return MARK + Integer.toString(swarm) + ' ' + talker + ' ' + number + ' ' + sentAt + ' ' + letters;
    }

    /** The message in a line as a server shows it, which puts a name and more before it; empty in any other line. */
    static Optional<Stamped> parse(String line) {
        String[] words = line.substring(line.lastIndexOf(MARK) + 1).split(" ", -1);
        if (line.indexOf(MARK) < 0 || words.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Stamped(
                    Integer.parseInt(words[0]),
                    Integer.parseInt(words[1]),
                    Long.parseLong(words[2]),
                    Long.parseLong(words[3]),
                    words[4]));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether all letters of a message of about {@code characters} are there; a call has one letter. */
    boolean isLongEnough(int characters) {
        return letters.length() >= (number == 0 ? 1 : letterCount(characters));
    }

    boolean isWhole(int characters, long seed) {
        return letters.equals(letters(talker, number, characters, seed));
    }

    /** The letters of a message: other ones for each message, as many as make it about {@code characters} long. */
    private static String letters(int talker, long number, int characters, long seed) {
        int start = Math.floorMod(seed + 7 * number + talker, ALPHABET);
        return LETTERS.substring(start, start + letterCount(characters));
    }

    private static int letterCount(int characters) {
        return Math.max(1, characters - ABOUT_THE_REST);
    }
}
