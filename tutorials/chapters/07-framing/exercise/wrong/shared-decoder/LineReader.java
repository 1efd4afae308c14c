import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** Makes text of bytes; what is no UTF-8 becomes a replacement sign. There need not be a new one for each line. */
    private static final CharsetDecoder DECODER = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);

    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private final InputStream in;
    private final int maxBytes;

    /** There is room for the longest line and its \n. */
    private final byte[] buffer;

    private int filled;

    /** Whether we are in the rest of a line that was refused. */
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.buffer = new byte[maxBytes + 1];
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        while (true) {
            int lineEnd = findLineEnd();
            if (lineEnd >= 0 && !skipping) {
                return takeLine(lineEnd);
            }
            if (lineEnd >= 0) {
                skipping = false;
                drop(lineEnd + 1);
                continue;
            }
            if (skipping) {
                filled = 0;
            } else if (filled == buffer.length) {
                filled = 0;
                skipping = true;
                throw new TooLongException(maxBytes);
            }
            int count = in.read(buffer, filled, buffer.length - filled);
            if (count < 0) {
                return null;
            }
            filled += count;
        }
    }

    private int findLineEnd() {
        for (int i = 0; i < filled; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private String takeLine(int lineEnd) throws IOException {
        boolean fromWindows = lineEnd > 0 && buffer[lineEnd - 1] == '\r';
        int length = fromWindows ? lineEnd - 1 : lineEnd;
        String line = DECODER.decode(ByteBuffer.wrap(buffer, 0, length)).toString();
        drop(lineEnd + 1);
        return line;
    }

    /** Takes so many bytes out, and moves the others to the front. */
    private void drop(int count) {
        filled -= count;
        System.arraycopy(buffer, count, buffer, 0, filled);
    }
}
