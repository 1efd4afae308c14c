package chatlab.cli.swarm;

import java.util.Optional;

/**
 * A message of the swarm: it says who said it, which of theirs it is and when, and ends with letters that follow from
 * these, so whoever receives it can tell whether it is whole.
 *
 * @param swarm whose message it is: others may be on the same server, or have been, since it tells what was said before
 * @param talker number of who said it
 * @param number 1, 2, 3 ... of this talker; 0 only shows that somebody is there; -1, -2, -3 ... is the
 *     farewell of one who said 0, 1, 2 ... in all
 * @param sentAt {@code System.nanoTime} of this process
 * @param letters the rest
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

    /** Whether it has all the letters that a message of about {@code characters} has; a message that only calls has one letter. */
    boolean isLongEnough(int characters) {
        return letters.length() >= (number == 0 ? 1 : letterCount(characters));
    }

    boolean isWhole(int characters, long seed) {
        return letters.equals(letters(talker, number, characters, seed));
    }

    /** Other letters for each message, as many as make it about {@code characters} long. */
    private static String letters(int talker, long number, int characters, long seed) {
        int start = Math.floorMod(seed + 7 * number + talker, ALPHABET);
        return LETTERS.substring(start, start + letterCount(characters));
    }

    private static int letterCount(int characters) {
        return Math.max(1, characters - ABOUT_THE_REST);
    }
}
