import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;

/** Lines by bookmark: the beginning of a line is marked, and only a whole line is really taken out. */
public final class LineReader {
    /** A line has more bytes than it may have. Reading can go on with the next line. */
    public static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        public TooLongException(int maxBytes) {
            super("line of more than " + maxBytes + " bytes");
        }
    }

    private final BufferedInputStream source;
    private final int most;
    private boolean amidRefused;

    public LineReader(InputStream in, int maxBytes) {
        source = new BufferedInputStream(in, 64);
        most = maxBytes;
    }

    public String readLine() throws IOException {
        while (amidRefused) {
            int octet = source.read();
            if (octet == -1) {
                return null;
            }
            amidRefused = octet != '\n';
        }
        source.mark(most + 4);
        int size;
        try {
            size = measure();
        } catch (SocketTimeoutException e) {
            source.reset(); // the next call begins at the bookmark again
            throw e;
        }
        if (size < 0) {
            return null;
        }
        source.reset();
        byte[] octets = source.readNBytes(size + 1); // all of them are in the buffer of the source
        boolean fromWindows = size > 0 && octets[size - 1] == '\r';
        return new String(octets, 0, fromWindows ? size - 1 : size, UTF_8);
    }

    /** The number of bytes up to the next line feed, which is read, too; -1 if the stream ends before it. */
    private int measure() throws IOException {
        int size = 0;
        int octet;
        while ((octet = source.read()) != '\n') {
            if (octet == -1) {
                return -1;
            }
            size++;
            // one \r too many may still turn out to be a part of the line end
            if (size > most && !(size == most + 1 && octet == '\r')) {
                amidRefused = true;
                throw new TooLongException(most);
            }
        }
        return size;
    }
}
