import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Makes lines out of the bytes of a stream, however these were cut on their way. For one thread. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private enum State {
        IN_LINE,
        AFTER_CR,
        SKIPPING
    }

    /** The bytes of the line that has begun. It knows its limit. */
    private final class Line extends ByteArrayOutputStream {
        void add(int b) throws TooLongException {
            if (size() == maxBytes) {
                reset();
                state = State.SKIPPING;
                throw new TooLongException(maxBytes);
            }
            write(b);
        }

        String take() throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(buf, 0, count);
            reset();
            return decoder.decode(bytes).toString();
        }
    }

    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("?");
    private final InputStream in;
    private final int maxBytes;
    private final Line line = new Line();
    private State state = State.IN_LINE;

    /** A line may have so many bytes before its line end. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Waits for the next line, and returns it without its line end; null at the end of the stream. */
    public String readLine() throws IOException {
        for (int b; (b = in.read()) != -1; ) {
            switch (state) {
                case SKIPPING -> state = b == '\n' ? State.IN_LINE : State.SKIPPING;
                case AFTER_CR -> {
                    state = State.IN_LINE;
                    if (b == '\n') {
                        return line.take();
                    }
                    line.add('\r');
                    ordinary(b);
                }
                default -> {
                    if (b == '\n') {
                        return line.take();
                    }
                    ordinary(b);
                }
            }
        }
        return null;
    }

    private void ordinary(int b) throws TooLongException {
        if (b == '\r') {
            state = State.AFTER_CR;
        } else {
            line.add(b);
        }
    }
}
