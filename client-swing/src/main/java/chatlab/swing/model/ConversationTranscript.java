package chatlab.swing.model;

import chatlab.swing.model.Entry.Notice;
import chatlab.swing.model.Entry.Said;
import java.util.NoSuchElementException;

/**
 * The newest entries of a conversation. Each has a number, which grows by one; the oldest ones are forgotten where there
 * are too many of them, or too many characters in them. Another entry can take the place of one.
 */
public final class ConversationTranscript {
    public static final int MAX_ENTRIES = 5_000;

    /** Most private conversations are short. */
    private static final int FIRST_LENGTH = 64;

    /** A ring, which grows up to {@link #MAX_ENTRIES}: the entry with the number n is at n modulo its length. */
    private Entry[] entries = new Entry[FIRST_LENGTH];

    private final int maxChars;
    private long first;
    private long end;
    private int chars;

    ConversationTranscript(int maxChars) {
        this.maxChars = maxChars;
    }

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
    long add(Entry entry) {
        if (end - first == MAX_ENTRIES) {
            forgetFirst();
        } else if (end - first == entries.length) {
            grow();
        }
        entries[index(end)] = entry;
        chars += length(entry);
        end++;
        while (chars > maxChars && end - first > 1) {
            forgetFirst();
        }
        return end - 1;
    }

    /** Puts another entry in the place of the one with this number. */
    void replace(long number, Entry entry) {
        chars += length(entry) - length(get(number));
        entries[index(number)] = entry;
    }

    private void forgetFirst() {
        chars -= length(get(first));
        entries[index(first)] = null;
        first++;
    }

    private void grow() {
        Entry[] before = entries;
        entries = new Entry[Math.min(2 * before.length, MAX_ENTRIES)];
        for (long number = first; number < end; number++) {
            entries[index(number)] = before[(int) (number % before.length)];
        }
    }

    /** The others are short. */
    private static int length(Entry entry) {
        if (entry instanceof Said said) {
            return said.lines().stream().mapToInt(String::length).sum();
        }
        return entry instanceof Notice notice ? notice.text().length() : 0;
    }

    private int index(long number) {
        return (int) (number % entries.length);
    }
}
