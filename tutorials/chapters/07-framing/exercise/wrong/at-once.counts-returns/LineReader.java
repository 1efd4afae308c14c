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

    private final InputStream in;
    private final byte[] line;
    private int length;
    /** So many \r have come last. Only the byte behind them tells whether one of them belongs to the line end. */
    private int returns;

    private boolean skipping;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in);
        this.line = new byte[maxBytes];
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (skipping) {
                skipping = b != '\n';
            } else if (b == '\r') {
                returns++;
            } else if (b == '\n') {
                return endOfLine();
            } else {
                if (length + returns + 1 > line.length) {
                    skipping = true;
                    throw refused();
                }
                addReturns(returns);
                line[length++] = (byte) b;
            }
        }
        return null;
    }

    private String endOfLine() throws TooLongException {
        int ofTheLine = Math.max(returns - 1, 0);
        if (length + ofTheLine > line.length) {
            throw refused(); // nothing to skip: its line end has been read
        }
        addReturns(ofTheLine);
        String text = new String(line, 0, length, UTF_8);
        length = 0;
        return text;
    }

    private void addReturns(int count) {
        for (int i = 0; i < count; i++) {
            line[length++] = '\r';
        }
        returns = 0;
    }

    private TooLongException refused() {
        length = 0;
        returns = 0;
        return new TooLongException(line.length);
    }
}
