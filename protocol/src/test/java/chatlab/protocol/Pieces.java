package chatlab.protocol;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.function.IntSupplier;

/** A stream that arrives in pieces, as TCP may deliver it. */
final class Pieces extends InputStream {
    private final ByteArrayInputStream bytes;
    private final IntSupplier sizes;

    /** Asks {@code sizes} how many bytes arrive next; with 0, none do in time. */
    Pieces(byte[] bytes, IntSupplier sizes) {
        this.bytes = new ByteArrayInputStream(bytes);
        this.sizes = sizes;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int size = sizes.getAsInt();
        if (size == 0) {
            throw new SocketTimeoutException("nothing yet");
        }
        return bytes.read(target, offset, Math.min(size, length));
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("reading byte by byte is slow");
    }
}
