package chatlab.swing.model;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The newest entries of a conversation. Each has a number, which grows by one; the oldest ones are forgotten. Only the
 * newest entry is ever replaced: a view that has shown all up to a number looks at that one again and goes on from there.
 */
public final class Transcript {
    public static final int MAX_ENTRIES = 5_000;

    /** Most private conversations are short. */
    private static final int FIRST_LENGTH = 64;

    /** A ring, which grows up to {@link #MAX_ENTRIES}: the entry with the number n is at n modulo its length. */
    private Entry[] entries = new Entry[FIRST_LENGTH];

    private long first;
    private long end;

    /** The number of the oldest entry that is kept, or {@link #end} where there is none. */
    public long first() {
        return first;
    }

    /** The number that the next entry will have. */
    public long end() {
        return end;
    }

    /** The entry with a number from {@link #first} up to {@link #end}, which is not one any more. */
    public Entry get(long number) {
        if (number < first || number >= end) {
            throw new NoSuchElementException("entry " + number + " of " + first + " to " + end);
        }
        return entries[index(number)];
    }

    /** Appends an entry and returns its number. */
    public long add(Entry entry) {
        if (end - first == MAX_ENTRIES) {
            first++;
        } else if (end - first == entries.length) {
            entries = Arrays.copyOf(entries, Math.min(2 * entries.length, MAX_ENTRIES)); // nothing was forgotten yet
        }
        entries[index(end)] = entry;
        return end++;
    }

    /** Puts another entry in the place of the newest one. */
    public void replaceLast(Entry entry) {
        get(end - 1); // there is one
        entries[index(end - 1)] = entry;
    }

    private int index(long number) {
        return (int) (number % entries.length);
    }
}
