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
    private final StringBuilder line = new StringBuilder();
    private int bytes; // of this line, so far
    private int codePoint; // the character that has begun
    private int missing; // so many bytes of it are still to come
    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (skipping) {
                skipping = b != '\n';
            } else if (b == '\n' && missing == 0) {
                return takeLine();
            } else {
                bytes++;
                if (bytes > maxBytes) {
                    startAgain();
                    skipping = true;
                    throw new TooLongException(maxBytes);
                }
                add(b);
            }
        }
        return null;
    }

    /** The first byte of a character says how many bytes follow. Each of them brings six more bits. */
    private void add(int b) {
        if (missing > 0) {
            codePoint = codePoint << 6 | b & 0x3f;
            missing--;
        } else if (b < 0x80) {
            codePoint = b;
        } else if (b >= 0xc2 && b < 0xe0) {
            codePoint = b & 0x1f;
            missing = 1;
        } else if (b >= 0xe0 && b < 0xf0) {
            codePoint = b & 0x0f;
            missing = 2;
        } else if (b >= 0xf0 && b < 0xf5) {
            codePoint = b & 0x07;
            missing = 3;
        } else {
            codePoint = 0xfffd; // no character begins like this
        }
        if (missing == 0) {
            line.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : 0xfffd);
        }
    }

    private String takeLine() {
        int length = line.length();
        boolean fromWindows = length > 0 && line.charAt(length - 1) == '\r';
        String text = line.substring(0, fromWindows ? length - 1 : length);
        startAgain();
        return text;
    }

    private void startAgain() {
        line.setLength(0);
        bytes = 0;
        missing = 0;
    }
}
