package chatlab.swing.transcript;

/** Finds out how much can be shown at a time without anybody noticing that the event dispatch thread is busy. */
final class Pace {
    /** Of an event, with the layout. Much of it goes into what does not depend on how much is added. */
    private static final long NANOS = 15_000_000;

    /** The longest line that a server may send is about as long. */
    private static final int MIN_CHARACTERS = 4_000;

    private static final int MAX_CHARACTERS = 50_000;

    private int characters = MIN_CHARACTERS;

    /** How many characters to add next; the entry that crosses this is still added. */
    int characters() {
        return characters;
    }

    void took(long nanos) {
        characters =
                nanos > NANOS ? Math.max(MIN_CHARACTERS, characters / 2) : Math.min(MAX_CHARACTERS, characters * 3 / 2);
    }
}
