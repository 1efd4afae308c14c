package chatlab.tutorials.grading;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Bytes that arrive in pieces, as from a socket: a read returns at most what is left of the current piece. Its
 * {@code toString} says where it is cut.
 */
public final class PiecewiseInput extends InputStream {
    private final byte[] bytes;
    private final BitSet cuts;
    private final boolean timeouts;
    private int position;
    private boolean timedOut;

    private PiecewiseInput(byte[] bytes, BitSet cuts, boolean timeouts) {
        this.bytes = bytes.clone();
        this.cuts = cuts;
        this.timeouts = timeouts;
    }

    /** All at once. */
    public static PiecewiseInput merged(byte[] bytes) {
        return new PiecewiseInput(bytes, new BitSet(), false);
    }

    /** Byte by byte. */
    public static PiecewiseInput single(byte[] bytes) {
        BitSet cuts = new BitSet();
        cuts.set(1, Math.max(1, bytes.length));
        return new PiecewiseInput(bytes, cuts, false);
    }

    /** In two pieces, the first of so many bytes. */
    public static PiecewiseInput cutAfter(int first, byte[] bytes) {
        BitSet cuts = new BitSet();
        cuts.set(first);
        return new PiecewiseInput(bytes, cuts, false);
    }

    /** One for each place where the bytes can be cut in two. */
    public static List<PiecewiseInput> everyCut(byte[] bytes) {
        List<PiecewiseInput> all = new ArrayList<>();
        for (int i = 1; i < bytes.length; i++) {
            all.add(cutAfter(i, bytes));
        }
        return all;
    }

    /** Cut at places that follow from the seed, about every fourth byte. */
    public static PiecewiseInput random(long seed, byte[] bytes) {
        Random random = new Random(seed);
        BitSet cuts = new BitSet();
        for (int i = 1; i < bytes.length; i++) {
            cuts.set(i, random.nextInt(4) == 0);
        }
        return new PiecewiseInput(bytes, cuts, false);
    }

    /** The same bytes and cuts, but at each cut one read fails with a SocketTimeoutException before the rest comes. */
    public PiecewiseInput withTimeouts() {
        return new PiecewiseInput(bytes, cuts, true);
    }

    /** How many bytes were read until now. */
    public int taken() {
        return position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == bytes.length) {
            return -1;
        }
        if (timesOut()) {
            timedOut = true;
            throw new SocketTimeoutException("Read timed out");
        }
        timedOut = false;
        int count = Math.min(length, pieceEnd() - position);
        System.arraycopy(bytes, position, into, offset, count);
        position += count;
        return count;
    }

    /** What can be read without waiting: the rest of this piece, and nothing where the next read fails. */
    @Override
    public int available() {
        return timesOut() ? 0 : pieceEnd() - position;
    }

    private boolean timesOut() {
        return timeouts && !timedOut && cuts.get(position);
    }

    private int pieceEnd() {
        int next = cuts.nextSetBit(position + 1);
        return next < 0 || next > bytes.length ? bytes.length : next;
    }

    @Override
    public String toString() {
        return cuts.isEmpty() ? "all " + bytes.length + " bytes at once" : bytes.length + " bytes, cut after " + cuts;
    }
}
