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
    private String begun = ""; // what has come and was not taken
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        byte[] buffer = new byte[maxBytes + 1];
        while (true) {
            int lineEnd = begun.indexOf('\n');
            if (lineEnd >= 0) {
                String line = begun.substring(0, lineEnd);
                begun = begun.substring(lineEnd + 1);
                if (!skipping && line.getBytes(UTF_8).length > maxBytes) {
                    throw new TooLongException(maxBytes);
                } else if (!skipping) {
                    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
                }
                skipping = false;
                continue;
            }
            if (skipping) {
                begun = "";
            } else if (begun.getBytes(UTF_8).length > maxBytes) {
                begun = "";
                skipping = true;
                throw new TooLongException(maxBytes);
            }
            int count = in.read(buffer);
            if (count < 0) {
                return null;
            }
            begun += new String(buffer, 0, count, UTF_8);
        }
    }
}
