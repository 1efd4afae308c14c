import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer;
    private int filled; // bytes of the buffer that have come and were not taken yet
    private boolean skipping; // the rest of a line that is too long

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.buffer = new byte[maxBytes + 1];
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        synchronized (LineReader.class) {
            return nextLine();
        }
    }

    private String nextLine() throws IOException {
        int lineEnd = findLineEnd();
        while (lineEnd < 0) {
            if (filled > maxBytes) {
                filled = 0;
                if (!skipping) {
                    skipping = true;
                    throw new TooLongException(maxBytes);
                }
            }
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return null;
            }
            filled += count;
            lineEnd = findLineEnd();
        }
        String line = takeLine(lineEnd);
        if (skipping) { // this was the end of a line that is too long
            skipping = false;
            return nextLine();
        }
        return line;
    }

    private int findLineEnd() {
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String takeLine(int lineEnd) {
        boolean fromWindows = lineEnd > 0 && buffer[lineEnd - 1] == '\r';
        String line = new String(buffer, 0, fromWindows ? lineEnd - 1 : lineEnd, UTF_8);
        filled -= lineEnd + 1;
        System.arraycopy(buffer, lineEnd + 1, buffer, 0, filled);
        return line;
    }
}
