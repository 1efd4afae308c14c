import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private final Reader in;
    private final int maxBytes;
    private final StringBuilder line = new StringBuilder();
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new InputStreamReader(in, UTF_8); // takes care of cut characters
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' && !skipping) {
                return take();
            }
            if (c == '\n') {
                skipping = false;
            } else if (!skipping) {
                line.append((char) c);
            }
            if (line.length() > maxBytes) {
                line.setLength(0);
                skipping = true;
                throw new TooLongException(maxBytes);
            }
        }
        return null;
    }

    private String take() {
        String text = line.toString();
        line.setLength(0);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
