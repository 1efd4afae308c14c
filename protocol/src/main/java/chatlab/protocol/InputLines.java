package chatlab.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Lines of a file, a pipe or a keyboard. They are UTF-8 if they can be, and in the system's own encoding otherwise; the
 * last one needs no line end. One thread reads.
 */
public final class InputLines {
    /** More than a server takes; the rest of such a line is dropped, and what is left is still too long. */
    private static final int MAX_BYTES = 16 * 1024;

    private final InputStream in;
    private final Charset fallback;

    /** Takes over {@code in}. Bytes that are not UTF-8 are read as {@code fallback}. */
    public InputLines(InputStream in, Charset fallback) {
        this.in = in;
        this.fallback = fallback;
    }

    /**
     * The next line without its end, or null when there are no more. Bytes that are in neither encoding are U+FFFD.
     *
     * @throws IOException where the input cannot be read
     */
    public String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.size() < MAX_BYTES) {
                line.write(c);
            }
            c = in.read();
        }
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            return Utf8.decode(bytes, 0, length);
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, fallback);
        }
    }
}
