package chatlab.tutorials.grading;

import java.awt.EventQueue;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A socket for a reader with a window: knows what was read from it, by which thread, and whether a thread waits for more. */
public final class WatchedSocket extends Socket {
    private volatile int sent;
    private volatile int taken;
    private volatile boolean reading;
    private volatile boolean ended;
    private volatile boolean readByEventThread;
    private volatile int pauseAfter = Integer.MAX_VALUE;
    private volatile IOException failure;
    private volatile Thread reader;
    /** A read comes back only after this, and no thread but the event thread closes before it. */
    private volatile Gate gate = opened();

    public WatchedSocket(InetAddress address, int port) throws IOException {
        super(address, port);
    }

    private static Gate opened() {
        Gate gate = new Gate();
        gate.open();
        return gate;
    }

    /** The other side sends so many bytes more. To be called before it does. */
    public void sends(int bytes) {
        sent += bytes;
    }

    /** When more was sent, and all of that is read, the other side says nothing for longer than a time-out of the socket, if it has one. */
    public void pausesAfterMore() {
        pauseAfter = sent;
    }

    /** The read that finds the end of the stream fails with this. */
    public void failsWith(IOException atTheEnd) {
        failure = atTheEnd;
    }

    /** From now on, until {@link #release}, no read comes back, and no thread but the event thread closes the socket. */
    public void hold() {
        gate = new Gate();
    }

    public void release() {
        gate.open();
    }

    public boolean wasReadByEventThread() {
        return readByEventThread;
    }

    /** The thread that has read the end, or null. */
    public Thread readerOfEnd() {
        return ended ? reader : null;
    }

    /** Whether all that was sent was read, and a thread waits for more. */
    public boolean isRead() {
        return taken >= sent && reading;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (taken > pauseAfter && taken >= sent && getSoTimeout() > 0) {
                    pauseAfter = Integer.MAX_VALUE;
                    throw new SocketTimeoutException("Read timed out");
                }
                begin();
                int count = -1;
                try {
                    count = in.read(into, offset, length);
                } finally {
                    gate.enter();
                    end(count);
                }
                if (count < 0 && failure != null) {
                    throw failure;
                }
                return count;
            }
        };
    }

    @Override
    public void close() throws IOException {
        if (!EventQueue.isDispatchThread()) {
            gate.enter();
        }
        super.close();
    }

    private synchronized void begin() {
        reader = Thread.currentThread();
        readByEventThread |= EventQueue.isDispatchThread();
        reading = true;
    }

    private synchronized void end(int count) {
        reading = false;
        taken += Math.max(0, count);
        ended |= count < 0;
    }
}
