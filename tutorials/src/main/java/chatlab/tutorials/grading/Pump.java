package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Random;

/** Passes on what one socket receives to the other one, in one direction. */
final class Pump implements Runnable {
    private static final int LONGEST_PIECE = 5;
    private static final int QUIET_MS = 50;
    private static final int MOST_MERGED = 1 << 16;

    private final Socket from;
    private final Socket to;
    private final ProxyFaults faults;
    private final Random random;

    Pump(Socket from, Socket to, ProxyFaults faults, int direction) {
        this.from = from;
        this.to = to;
        this.faults = faults;
        this.random = new Random(faults.seed * 2 + direction);
    }

    @Override
    public void run() {
        byte[] buffer = new byte[8192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            faults.hold();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                byte[] piece = faults.cutting == ProxyFaults.Cutting.MERGE ? withWhatFollows(buffer, count) : null;
                faults.hold();
                if (piece != null) {
                    out.write(piece);
                } else {
                    pass(buffer, count, out);
                }
                faults.hold();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            closeBoth();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] buffer, int count, OutputStream out) throws IOException {
        if (faults.cutting == ProxyFaults.Cutting.NONE) {
            out.write(buffer, 0, count);
            return;
        }
        for (int start = 0; start < count; ) {
            int length = Math.min(count - start, 1 + random.nextInt(LONGEST_PIECE));
            out.write(buffer, start, length);
            start += length;
            Thread.yield(); // so that the reader sees it as a piece of its own, most times
        }
    }

    private byte[] withWhatFollows(byte[] buffer, int count) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(buffer, 0, count);
        from.setSoTimeout(QUIET_MS);
        try {
            while (all.size() < MOST_MERGED) {
                int more = from.getInputStream().read(buffer);
                if (more < 0) {
                    break;
                }
                all.write(buffer, 0, more);
            }
        } catch (SocketTimeoutException e) {
            // nothing more has come for now
        } finally {
            from.setSoTimeout(0);
        }
        return all.toByteArray();
    }

    /** One side was reset, so the other side is reset, too. */
    private void closeBoth() {
        for (Socket socket : new Socket[] {from, to}) {
            try {
                socket.close();
            } catch (IOException e) {
                // it is closed as far as it can be
            }
        }
    }
}
