package chatlab.server.log;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.Numbered;
import chatlab.protocol.Text;
import chatlab.protocol.Utf8;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The end of a transcript that an earlier server has written. Only that end is read, however long the file is.
 *
 * @param run the name of the last run of messages; empty when there is none
 * @param messages the messages of that run that were not removed, and which others were
 * @param cleared by the key of a room: the id up to which its history was cleared, or was gone when it ended
 * @param lastId the greatest id of that run, cleared messages included; 0 when it has no message
 * @param lastGuest the greatest number of a guest that has entered or spoken in that run; 0 when there is none
 * @param closed whether the server that wrote it was closed properly
 * @param length bytes up to which the file is whole; a torn line or a paste without all its parts may follow
 * @param cut whether that run may have begun before the part that was read
 */
record TranscriptTail(
        String run,
        List<Numbered> messages,
        Map<String, Long> cleared,
        long lastId,
        int lastGuest,
        boolean closed,
        long length,
        boolean cut) {
    private static final String BEGINNING = "NOTE code=";

    /** Some editors put this at the beginning of a file. */
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /** The form of a run's name, so that it can stand in an event. */
    private static final Pattern RUN_NAME = Pattern.compile("[A-Za-z0-9-]{1,32}");

    /** Whether the file begins as each transcript does, or is a part of that beginning. */
    static boolean isOurs(FileChannel file) throws IOException {
        return begins(file, BEGINNING) || begins(file, BYTE_ORDER_MARK + BEGINNING);
    }

    private static boolean begins(FileChannel file, String with) throws IOException {
        byte[] beginning = Utf8.encode(with);
        ByteBuffer start = ByteBuffer.allocate((int) Math.min(file.size(), beginning.length));
        file.read(start, 0);
        return Arrays.equals(start.array(), 0, start.position(), beginning, 0, start.position());
    }

    /** Reads the last {@code bytes} of the file at the most. */
    static TranscriptTail read(FileChannel file, int bytes) throws IOException {
        long from = Math.max(0, file.size() - bytes);
        ByteBuffer buffer = ByteBuffer.allocate((int) (file.size() - from));
        while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {
            // until all of it is there
        }
        return new Scan(buffer.array(), from).scan();
    }

    /** Goes through the lines and collects the messages since the last run began. */
    private static final class Scan {
        private final byte[] bytes;
        private final long from;
        private final List<Numbered> messages = new ArrayList<>();
        private final Set<Long> gone = new HashSet<>();
        private final Map<String, Long> cleared = new HashMap<>();
        private String run = "";
        private long lastId;
        private int lastGuest;
        private boolean closed;
        private boolean cut;
        private long whole;
        private long unfinishedPaste = -1;

        Scan(byte[] bytes, long from) {
            this.bytes = bytes;
            this.from = from;
        }

        TranscriptTail scan() {
            int start = from == 0 ? 0 : lineEnd(0) + 1; // the first line may have lost its beginning
            whole = from + Math.min(start, bytes.length);
            for (int end = lineEnd(start); end < bytes.length; end = lineEnd(start)) {
                line(start, end);
                start = end + 1;
                whole = from + start;
            }
            if (event(start, bytes.length) instanceof Event.Bye) { // an editor may have removed the last LF
                line(start, bytes.length);
                whole = from + bytes.length;
            }
            if (unfinishedPaste >= 0) {
                whole = unfinishedPaste;
                dropUnfinishedPaste();
            }
            messages.removeIf(message -> message instanceof Event.Msg && gone.contains(message.id()));
            return new TranscriptTail(run, messages, Map.copyOf(cleared), lastId, lastGuest, closed, whole, cut);
        }

        private int lineEnd(int start) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            return end;
        }

        private void line(int start, int end) {
            if (isBlank(start, end)) {
                return; // an editor may have added it
            }
            Event event = event(start, end);
            if (unfinishedPaste >= 0 && !isNextPart(event)) {
                dropUnfinishedPaste(); // its other parts were lost when the disk was full
            }
            if (event instanceof Event.Note note && note.code().equals(Transcript.RUN)) {
                if (!note.words().equals(run)) {
                    messages.clear();
                    gone.clear();
                    cleared.clear();
                    lastId = 0;
                    lastGuest = 0;
                    cut = run.isEmpty() && from > 0; // a run that follows another one began in this part
                }
                run = RUN_NAME.matcher(note.words()).matches() ? note.words() : "";
            } else if (event instanceof Event.Note note && note.code().equals(Transcript.CUT)) {
                cut = true;
            } else if (event instanceof Event.Note note && note.code().equals(Transcript.CLEARED)) {
                cleared.put(Name.keyOf(note.words()), lastId);
            } else if (event instanceof ClassroomEvent.Gone removal) {
                gone.add(removal.of());
                messages.add(removal);
                lastId = Math.max(lastId, removal.id());
            } else if (event instanceof Event.Msg message && !message.isPrivate()) {
                messages.add(message);
                lastId = Math.max(lastId, message.id());
                lastGuest = Math.max(lastGuest, Name.guestNumber(message.from()));
                if (message.part().number() == 1) {
                    unfinishedPaste = from + start;
                }
                if (message.part().number() == message.part().of()) {
                    unfinishedPaste = -1;
                }
            } else if (event instanceof Event.Join join) {
                lastGuest = Math.max(lastGuest, Name.guestNumber(join.name()));
            }
            closed = event instanceof Event.Bye;
        }

        private boolean isBlank(int start, int end) {
            return IntStream.range(start, end).allMatch(i -> bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '\r');
        }

        private boolean isNextPart(Event event) {
            return messages.get(messages.size() - 1) instanceof Event.Msg last
                    && event instanceof Event.Msg next
                    && next.id() == last.id()
                    && next.part().number() == last.part().number() + 1;
        }

        private void dropUnfinishedPaste() {
            long id = messages.get(messages.size() - 1).id();
            messages.removeIf(message -> message.id() == id);
            unfinishedPaste = -1;
        }

        private Event event(int start, int end) {
            if (end - start > Chat1.SERVER_LINE) { // the server writes no such line: the file is damaged there
                return null;
            }
            try {
                String line = Utf8.decode(bytes, start, end - start);
                // an editor may have left a byte order mark, and a CR at the end of each line
                return Event.parse(Text.clean(line.replaceAll("^\ufeff|\r$", "")))
                        .orElse(null);
            } catch (CharacterCodingException e) {
                return null;
            }
        }
    }
}
