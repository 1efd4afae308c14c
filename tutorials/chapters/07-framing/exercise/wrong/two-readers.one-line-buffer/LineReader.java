import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
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

    /** No line is longer. Needed only until a line is whole: a megabyte for each client is too much. */
    private static final byte[] LINE = new byte[1_000_000];

    /** What has arrived behind a line stays in here. Each reader has its own. */
    private final InputStream in;

    private final int maxBytes;
    private int length; // a field, so that it survives a time-out
    private boolean skipping; // this, too

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in);
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        while (true) {
            int b = in.read();
            if (b < 0) {
                return null;
            } else if (b == '\n' && skipping) {
                skipping = false;
            } else if (b == '\n') {
                return takeLine();
            } else if (!skipping && length < maxBytes) {
                LINE[length++] = (byte) b;
            } else if (!skipping) {
                length = 0;
                skipping = true;
                throw new TooLongException(maxBytes);
            }
        }
    }

    private String takeLine() {
        int end = length > 0 && LINE[length - 1] == '\r' ? length - 1 : length;
        length = 0;
        return new String(LINE, 0, end, UTF_8);
    }
}
