package chatlab.tutorials.grading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The server's end of a connection that is in memory only: the check plays the client, and can do at any moment what a network
 * does when it likes. Its places for a {@link Hold} are the beginning of a line that is written, closing, and asking whether
 * it is closed.
 */
public final class MemorySocket extends SocketInMemory {
    // An endless loop should not fill the memory.
    private static final int MOST_LINES = 10_000;
    private static final int LONGEST_LINE = 100_000;

    private final Hold hold;
    private final Object monitor = new Object();

    // Guarded by the monitor
    private final Queue<Byte> sent = new ArrayDeque<>();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final List<String> heard = new ArrayList<>();
    private final List<String> writers = new ArrayList<>();
    private boolean clientClosed;
    private boolean reset;
    private Supplier<IOException> broken;
    private boolean closed;
    private boolean failsToClose;
    private boolean inputShut;
    private boolean outputShut;
    private boolean served;
    private boolean readerHeld;
    private int readers;

    public MemorySocket(Hold hold) {
        this.hold = hold;
    }

    /** The client sends a line. */
    public void clientSends(String line) {
        synchronized (monitor) {
            for (byte one : (line + "\n").getBytes(StandardCharsets.UTF_8)) {
                sent.add(one);
            }
            monitor.notifyAll();
        }
    }

    /** The client closes its connection. */
    public void clientCloses() {
        synchronized (monitor) {
            clientClosed = true;
            monitor.notifyAll();
        }
    }

    /** The connection is reset. */
    public void resets() {
        synchronized (monitor) {
            reset = true;
            monitor.notifyAll();
        }
    }

    /** From now on each write fails, and reading goes on as before. */
    public void breakOutput() {
        breakOutput(() -> new SocketException("Broken pipe"));
    }

    /** @param failure what a write throws */
    public void breakOutput(Supplier<IOException> failure) {
        synchronized (monitor) {
            broken = failure;
        }
    }

    /** The first call that closes this socket throws an exception after that. */
    public void breakClose() {
        synchronized (monitor) {
            failsToClose = true;
        }
    }

    /** From now on no thread comes out of a read, as if it were very slow. */
    public void holdReader() {
        synchronized (monitor) {
            readerHeld = true;
        }
    }

    public void releaseReader() {
        synchronized (monitor) {
            readerHeld = false;
            monitor.notifyAll();
        }
    }

    /** The thread that has served this socket is over. */
    public void served() {
        synchronized (monitor) {
            served = true;
            monitor.notifyAll();
        }
    }

    /** Whether all that was sent has been dealt with: a thread waits for more, or it is over. */
    public boolean isQuiet() {
        synchronized (monitor) {
            return served || readers > 0 && sent.isEmpty() && !isReadable();
        }
    }

    public void awaitQuiet() throws InterruptedException {
        synchronized (monitor) {
            while (!isQuiet()) {
                monitor.wait();
            }
        }
    }

    /** The lines that the client has got. */
    public List<String> heard() {
        synchronized (monitor) {
            return new ArrayList<>(heard);
        }
    }

    /** For each of these lines, the thread that has written its end. */
    public List<String> writers() {
        synchronized (monitor) {
            return new ArrayList<>(writers);
        }
    }

    public void forget() {
        synchronized (monitor) {
            heard.clear();
            writers.clear();
        }
    }

    @Override
    int available() {
        synchronized (monitor) {
            return sent.size();
        }
    }

    private boolean isReadable() {
        return !sent.isEmpty() || reset || closed || clientClosed || inputShut;
    }

    @Override
    int read(byte[] into, int offset, int length) throws IOException {
        synchronized (monitor) {
            readers++;
            monitor.notifyAll();
            boolean interrupted = false;
            while (readerHeld || !isReadable()) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) { // as with a real socket, this does not end the reading
                    interrupted = true;
                }
            }
            readers--;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            if (closed) {
                throw new SocketException("Socket closed");
            }
            int count = 0;
            while (count < length && !sent.isEmpty()) {
                into[offset + count++] = sent.remove();
            }
            if (count == 0 && length > 0 && !inputShut && reset) {
                throw new SocketException("Connection reset");
            }
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    @Override
    void write(byte[] bytes, int offset, int length) throws IOException {
        boolean lineBegins;
        synchronized (monitor) {
            lineBegins = begun.size() == 0;
        }
        if (lineBegins) {
            hold.pass();
        }
        synchronized (monitor) {
            if (closed || outputShut) {
                throw new SocketException("Socket closed");
            }
            if (broken != null) {
                throw broken.get();
            }
            if (reset) {
                throw new SocketException("Broken pipe");
            }
            for (int i = offset; i < offset + length; i++) {
                if (bytes[i] == '\n' && heard.size() < MOST_LINES) {
                    heard.add(begun.toString(StandardCharsets.UTF_8).stripTrailing());
                    writers.add(Thread.currentThread().getName());
                    begun.reset();
                } else if (heard.size() < MOST_LINES && begun.size() < LONGEST_LINE) {
                    begun.write(bytes[i]);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        hold.pass();
        synchronized (monitor) {
            boolean fails = failsToClose && !closed;
            closed = true;
            monitor.notifyAll();
            if (fails) {
                throw new IOException("close() has failed");
            }
        }
    }

    @Override
    public boolean isClosed() {
        boolean now = isClosedNow();
        hold.pass();
        return now;
    }

    /** The same for the check: no place. */
    public boolean isClosedNow() {
        synchronized (monitor) {
            return closed;
        }
    }

    @Override
    public void shutdownInput() {
        synchronized (monitor) {
            inputShut = true;
            monitor.notifyAll();
        }
    }

    @Override
    public void shutdownOutput() {
        synchronized (monitor) {
            outputShut = true;
        }
    }

    @Override
    public boolean isInputShutdown() {
        synchronized (monitor) {
            return inputShut;
        }
    }

    @Override
    public boolean isOutputShutdown() {
        synchronized (monitor) {
            return outputShut;
        }
    }
}
