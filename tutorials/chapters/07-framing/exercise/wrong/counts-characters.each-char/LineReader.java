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

    /** Puts cut characters together, and keeps the half ones until the rest comes. */
    private final Reader in;

    private final int maxBytes;
    private final StringBuilder line = new StringBuilder();

    /** How many bytes the characters in line have in UTF-8. */
    private int bytes;

    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new InputStreamReader(in, UTF_8);
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        while (true) {
            int c = in.read();
            if (c == -1) {
                return null;
            } else if (c == '\n' && skipping) {
                skipping = false;
            } else if (c == '\n') {
                return takeLine();
            } else if (!skipping) {
                line.append((char) c);
                bytes += bytesOf(c);
                if (bytes > maxBytes) {
                    clear();
                    skipping = true;
                    throw new TooLongException(maxBytes);
                }
            }
        }
    }

    /** One byte for ASCII, two for the letters of most of Europe, and three for everything else that is a char. */
    private static int bytesOf(int c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }

    private String takeLine() {
        int last = line.length() - 1;
        if (last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        String text = line.toString();
        clear();
        return text;
    }

    private void clear() {
        line.setLength(0);
        bytes = 0;
    }
}
