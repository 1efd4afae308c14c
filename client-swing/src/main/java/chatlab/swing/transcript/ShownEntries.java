package chatlab.swing.transcript;

import chatlab.swing.model.Conversation;
import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import chatlab.swing.model.Pending;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The entries in the document and their places: first the entries without a gap, then the pending messages. Each {@link
 * #step} adds what is missing, a part at a time.
 */
final class ShownEntries {
    /** The most characters: with a hostile server's long lines, a change of the width would take seconds. */
    private static final int MAX_CHARACTERS = 500_000;

    private final Conversation conversation;
    private final ConversationTranscript transcript;
    private final TranscriptDocument document;
    private final EntryFormat format;

    /** Entry n is at index n modulo the length of the array, and so is its length. */
    private final Entry[] entries = new Entry[ConversationTranscript.MAX_ENTRIES];

    private final int[] lengths = new int[ConversationTranscript.MAX_ENTRIES];

    private long first;
    private long end;

    /** The entry below the line that says that it is of today; -1 for none. */
    private long belowToday = -1;

    private int entriesLength;
    private List<Pending> pending = List.of();

    private int messages;

    ShownEntries(Conversation conversation, TranscriptDocument document, Clock clock) {
        this.conversation = conversation;
        this.transcript = conversation.transcript();
        this.document = document;
        this.format = new EntryFormat(clock);
        first = transcript.first();
        end = first;
    }

    long end() {
        return end;
    }

    /** The number of messages of other people that were added since the last call. */
    int takeMessages() {
        int taken = messages;
        messages = 0;
        return taken;
    }

    /** Adds at least this many characters, if there are so many. Returns whether nothing is missing now. */
    boolean step(int characters) {
        forget();
        replaceChanged();
        if (end == transcript.end() && pending.equals(conversation.pending())) {
            return true;
        }
        document.cut(entriesLength, document.getLength() - entriesLength);
        addEntries(characters);
        return end == transcript.end();
    }

    /** The offset at which this entry begins, if it is shown. */
    Optional<Integer> offsetOf(long number) {
        if (number < first || number >= end) {
            return Optional.empty();
        }
        int offset = 0;
        for (long n = first; n < number; n++) {
            offset += length(n);
        }
        return Optional.of(offset);
    }

    /** Where this entry begins below the line of its day: there stands the unread line. */
    Optional<Integer> belowDay(long number) {
        return offsetOf(number).map(document::belowRules);
    }

    /** The entry of the character at this offset; empty for pending messages. */
    Optional<Entry> entryAt(int offset) {
        int entryEnd = 0;
        for (long n = first; n < end; n++) {
            entryEnd += length(n);
            if (offset < entryEnd) {
                return n < transcript.first() ? Optional.empty() : Optional.of(transcript.get(n));
            }
        }
        return Optional.empty();
    }

    /** When the message or the notice at this offset came; empty where there is none. */
    String timeAt(int offset) {
        return entryAt(offset).map(format::time).orElse("");
    }

    /** The message at this offset, without time and name. */
    Optional<String> messageAt(int offset) {
        return entryAt(offset).flatMap(ShownEntries::message);
    }

    /** The code at this offset, with its own indentation. */
    Optional<String> codeAt(int offset) {
        return entryAt(offset).filter(ShownEntries::isCode).flatMap(ShownEntries::message);
    }

    Optional<String> newestCode() {
        long number = end - 1;
        while (number >= transcript.first() && !isCode(transcript.get(number))) {
            number--;
        }
        return number < transcript.first() ? Optional.empty() : message(transcript.get(number));
    }

    private static boolean isCode(Entry entry) {
        return entry instanceof Said said && said.manner() == Manner.CODE;
    }

    private static Optional<String> message(Entry entry) {
        if (entry instanceof Said said) {
            return Optional.of(String.join("\n", said.lines()) + (isCode(said) ? "\n" : ""));
        }
        return entry instanceof Entry.Notice notice ? Optional.of(notice.text()) : Optional.empty();
    }

    private void forget() {
        long start = Math.max(transcript.first(), firstWithRoom());
        int forgotten = 0;
        while (first < end && (first < start || entriesLength - forgotten > MAX_CHARACTERS)) {
            forgotten += length(first);
            first++;
        }
        document.cut(0, forgotten);
        entriesLength -= forgotten;
        if (end < start) { // far behind: the entries between are forgotten already
            first = start;
            end = start;
        }
    }

    /** The first entry from which on all new entries have room. */
    private long firstWithRoom() {
        long oldest = Math.max(end, transcript.first());
        long number = transcript.end();
        for (int room = MAX_CHARACTERS; number > oldest && room > 0; number--) {
            if (transcript.get(number - 1) instanceof Said said) {
                room -= said.lines().stream().mapToInt(String::length).sum();
            }
        }
        return number > oldest ? number : first;
    }

    /** Shows another entry where that has taken the place of one; the others stay as they are. */
    private void replaceChanged() {
        int offset = 0;
        for (long number = first; number < end; number++) {
            if (transcript.get(number) != entries[index(number)]) {
                document.cut(offset, length(number));
                entriesLength -= length(number);
                List<Paragraph> paragraphs = paragraphs(number);
                document.insert(offset, paragraphs);
                entriesLength += length(number);
            }
            offset += length(number);
        }
    }

    /** The paragraphs of this entry, which is noted as shown. */
    private List<Paragraph> paragraphs(long number) {
        Entry entry = transcript.get(number);
        List<Paragraph> paragraphs = new ArrayList<>(format.of(entry, shown(number - 1)));
        if (number == belowToday) {
            format.today(entry).ifPresent(line -> paragraphs.add(0, line));
        }
        entries[index(number)] = entry;
        lengths[index(number)] =
                paragraphs.stream().mapToInt(line -> line.text().length() + 1).sum();
        return paragraphs;
    }

    private void addEntries(int atLeast) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int characters = 0;
        while (end < transcript.end() && characters < atLeast) {
            belowToday = first == end ? end : belowToday;
            paragraphs.addAll(paragraphs(end));
            characters += length(end);
            messages += transcript.get(end) instanceof Said said && !said.mine() ? 1 : 0;
            end++;
        }
        pending = List.copyOf(conversation.pending());
        Entry above = shown(end - 1);
        for (Pending one : pending) {
            if (above == null) {
                format.today(EntryFormat.asSaid(one)).ifPresent(paragraphs::add);
            }
            paragraphs.addAll(format.of(one, above));
            above = EntryFormat.asSaid(one);
        }
        document.insert(entriesLength, paragraphs);
        entriesLength += characters;
    }

    /** The entry with this number as it is shown; null where it is not. */
    private Entry shown(long number) {
        return number >= first && number < end ? entries[index(number)] : null;
    }

    private int length(long number) {
        return lengths[index(number)];
    }

    private static int index(long number) {
        return (int) (number % ConversationTranscript.MAX_ENTRIES);
    }
}
