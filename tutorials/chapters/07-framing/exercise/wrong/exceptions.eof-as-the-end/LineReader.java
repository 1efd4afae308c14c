import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
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

    private final DataInputStream in;
    private final int maxBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new DataInputStream(in);
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        try {
            while (true) {
                byte b = in.readByte();
                if (b == '\n') {
                    if (!skipping) {
                        return takeLine();
                    }
                    skipping = false;
                } else if (!skipping) {
                    bytes.write(b);
                    if (bytes.size() > maxBytes) {
                        bytes.reset();
                        skipping = true;
                        throw new TooLongException(maxBytes);
                    }
                }
            }
        } catch (EOFException e) { // this is how readByte tells the end of the stream
            return null;
        }
    }

    private String takeLine() {
        String line = bytes.toString(UTF_8);
        bytes.reset();
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
