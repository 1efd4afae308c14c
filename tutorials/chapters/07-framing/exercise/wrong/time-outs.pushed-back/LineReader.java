import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private final PushbackInputStream in;
    private final int maxBytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new PushbackInputStream(in);
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (skipping) {
                skipping = b != '\n';
            } else if (b == '\n' || b == '\r' && lineFeedFollows()) {
                String text = line.toString(UTF_8);
                line.reset();
                return text;
            } else {
                line.write(b);
                if (line.size() > maxBytes) {
                    line.reset();
                    skipping = true;
                    throw new TooLongException(maxBytes);
                }
            }
        }
        return null;
    }

    /** Looks at the byte behind a \r. A \n is taken out of the stream, each other byte is put back. */
    private boolean lineFeedFollows() throws IOException {
        int next = in.read();
        if (next >= 0 && next != '\n') {
            in.unread(next);
        }
        return next == '\n';
    }
}
