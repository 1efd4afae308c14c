package chatlab.cli.conform;

import chatlab.protocol.Utf8;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last bytes that several connections have sent and received, as lines for a person. Memory is bounded: the program
 * at the other end may be hostile. One thread uses it.
 */
final class Traffic {
    private static final int LINES = 14;
    private static final int BYTES_SHOWN = 160;

    private final Deque<Entry> entries = new ArrayDeque<>();

    /** The bytes of one line, or the beginning of one. */
    private static final class Entry {
        private final String source;
        private final ByteArrayOutputStream first = new ByteArrayOutputStream();
        private long length;
        private boolean complete;

        Entry(String source) {
            this.source = source;
        }

        void add(byte b) {
            if (length++ < BYTES_SHOWN) {
                first.write(b);
            }
            complete = b == '\n';
        }

        @Override
        public String toString() {
            String more = length > BYTES_SHOWN ? " … (" + length + " bytes)" : "";
            return source + " " + escaped(first.toByteArray()) + more;
        }
    }

    /** Adds bytes behind those of the same source; {@code source} is like {@code ada>}. */
    void add(String source, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (entries.isEmpty()
                    || entries.getLast().complete
                    || !entries.getLast().source.equals(source)) {
                entries.addLast(new Entry(source));
            }
            entries.getLast().add(bytes[i]);
            if (entries.size() > LINES) {
                entries.removeFirst();
            }
        }
    }

    /** Adds a line that is no bytes, like {@code ada is closed}. */
    void note(String line) {
        Entry entry = new Entry(line);
        entry.complete = true;
        entries.addLast(entry);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        entries.forEach(entry -> lines.add(entry.toString().stripTrailing()));
        return lines;
    }

    /** A line of another program, cut and harmless on a screen. */
    static String shown(String line) {
        return escaped(Utf8.encode(line.substring(0, Math.min(line.length(), BYTES_SHOWN))));
    }

    /** Printable ASCII as it is, any other byte as an escape: {@code hi\r\n}, {@code \xC3\xBC}. Harmless on a screen. */
    static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            switch (b) {
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\\' -> text.append("\\\\");
                default -> {
                    if (b >= ' ' && b < 0x7F) {
                        text.append((char) b);
                    } else {
                        text.append(String.format("\\x%02X", Byte.toUnsignedInt(b)));
                    }
                }
            }
        }
        return text.toString();
    }
}
