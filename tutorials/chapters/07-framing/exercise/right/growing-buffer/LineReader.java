import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

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
    private byte[] bytes = {}; // what has come and was not taken
    private boolean tooLong;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        byte[] piece = new byte[512];
        while (true) {
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    byte[] line = Arrays.copyOf(bytes, i);
                    bytes = Arrays.copyOfRange(bytes, i + 1, bytes.length);
                    if (tooLong) {
                        tooLong = false;
                        i = -1; // look for the next one
                    } else if (line.length > maxBytes) {
                        throw new TooLongException(maxBytes);
                    } else {
                        return text(line);
                    }
                }
            }
            if (tooLong) {
                bytes = new byte[0];
            } else if (bytes.length > maxBytes) {
                bytes = new byte[0];
                tooLong = true;
                throw new TooLongException(maxBytes);
            }
            int count = in.read(piece);
            if (count < 0) {
                return null;
            }
            int before = bytes.length;
            bytes = Arrays.copyOf(bytes, before + count);
            System.arraycopy(piece, 0, bytes, before, count);
        }
    }

    private static String text(byte[] line) {
        int length = line.length;
        return new String(line, 0, length > 0 && line[length - 1] == '\r' ? length - 1 : length, UTF_8);
    }
}
