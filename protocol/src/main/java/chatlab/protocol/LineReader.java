package chatlab.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * Framing: makes lines of the bytes of a stream, however the network cuts these bytes into packets.
 *
 * <p>A line ends with LF; one CR before it is dropped, and so is a byte order mark at the start of the stream. The bytes
 * after the last LF are no line; {@link #takeRest} returns them. Memory is bounded: a line that is too long is dropped while it
 * arrives. After a {@link java.net.SocketTimeoutException} of the stream nothing is lost, and the next call goes on where this
 * one stopped ({@code BufferedReader} cannot do that).
 *
 * <p>Not safe for use by several threads: a stream has one reader.
 */
public final class LineReader {
    private static final byte LF = '\n';
    private static final byte CR = '\r';
    private static final int FIRST_BUFFER = 1024;

    /** The buffer grows up to this size for a peer that sends more at once than fits. Most peers never do. */
    private static final int LARGEST_BUFFER = 16 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int maxBytes;

    private byte[] buffer = new byte[FIRST_BUFFER];
    private int start; // of the line that is being read
    private int scanned; // no LF before this index
    private int end; // of the bytes that have been read
    private int discarded; // bytes of a line that is too long; none of them is kept
    private boolean filled; // the last read filled the buffer: there may be more to read
    private boolean atStartOfStream = true;

    /** Reads lines that have at most {@code maxBytes} before their LF. */
    public LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * The next line without its end, or null at the end of the stream. Blocks until there is one.
     *
     * @throws BadLineException for a line that is too long or not UTF-8; reading may go on
     * @throws EndlessLineException after {@link Chat1#ENDLESS_LINE} bytes without a line end; reading must not go on
     */
    public String readLine() throws IOException, BadLineException {
        while (!findLineEnd()) {
            if (!readMore()) {
                return null;
            }
        }
        return takeLine();
    }

    /**
     * Reads once, as much as there is, for a caller that has something to do between two reads. False at the end of the stream.
     *
     * @throws EndlessLineException as {@link #readLine} does
     */
    public boolean readMore() throws IOException {
        if (end - start > maxBytes) {
            discard();
        }
        makeRoom();
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            return false;
        }
        end += count;
        filled = end == buffer.length;
        return true;
    }

    /** The first byte of what has been read and not been returned as a line, or -1 where there is none. */
    public int peek() {
        return start < end ? Byte.toUnsignedInt(buffer[start]) : -1;
    }

    /**
     * The bytes after the last LF as a line, once {@link #readLine} has returned null; null if there are none.
     *
     * @throws BadLineException if it is longer than a line may be or not UTF-8
     */
    public String takeRest() throws BadLineException {
        return isMidLine() ? takeLine() : null;
    }

    /** Whether {@link #readLine} would return a line without waiting for the stream. */
    public boolean hasLine() {
        return findLineEnd();
    }

    /** Whether the beginning of a line has been read, and its end has not. */
    public boolean isMidLine() {
        return !findLineEnd() && (end > start || discarded > 0);
    }

    private boolean findLineEnd() {
        while (scanned < end && buffer[scanned] != LF) {
            scanned++;
        }
        return scanned < end;
    }

    private String takeLine() throws BadLineException {
        int from = start;
        int length = scanned - start;
        boolean tooLong = discarded > 0 || length > maxBytes;
        scanned = Math.min(scanned + 1, end);
        start = scanned;
        discarded = 0;
        if (tooLong) {
            atStartOfStream = false;
            throw new BadLineException(ErrorCode.TOO_LONG);
        }
        if (length > 0 && buffer[from + length - 1] == CR) {
            length--;
        }
        if (atStartOfStream && startsWithByteOrderMark(from, length)) {
            from += BYTE_ORDER_MARK.length;
            length -= BYTE_ORDER_MARK.length;
        }
        atStartOfStream = false;
        try {
            return Utf8.decode(buffer, from, length);
        } catch (CharacterCodingException e) {
            throw new BadLineException(ErrorCode.BAD_UTF8);
        }
    }

    private boolean startsWithByteOrderMark(int from, int length) {
        int markEnd = from + BYTE_ORDER_MARK.length;
        return length >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, from, markEnd, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private void discard() throws EndlessLineException {
        discarded += end - start;
        start = scanned = end = 0;
        if (discarded > Chat1.ENDLESS_LINE) {
            throw new EndlessLineException(discarded);
        }
    }

    private void makeRoom() {
        if (start == end) {
            start = scanned = end = 0;
        } else if (end == buffer.length && start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            scanned -= start;
            end -= start;
            start = 0;
        }
        if (end == buffer.length || (filled && buffer.length < LARGEST_BUFFER)) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }
}
