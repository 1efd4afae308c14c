package chatlab.server.delivery;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The socket of a client that reads only when a test lets it: each write waits in front of a gate. */
public final class GatedSocket extends Socket {
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore gate;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Consumer<String> onWrite;

    private GatedSocket(Semaphore gate, Consumer<String> onWrite) {
        this.gate = gate;
        this.onWrite = onWrite;
    }

    /** Writes wait for {@link #letOneWriteThrough}. */
    public static GatedSocket closed() {
        return new GatedSocket(new Semaphore(0), text -> {});
    }

    /** Writes do not wait; each one first calls {@code onWrite}, in the writer's thread. */
    static GatedSocket open(Consumer<String> onWrite) {
        return new GatedSocket(new Semaphore(Integer.MAX_VALUE / 2), onWrite);
    }

    /** Waits until a write waits at the gate. */
    public void awaitWrite() throws InterruptedException {
        arrived.acquire();
    }

    public void letOneWriteThrough() {
        gate.release();
    }

    /** The text that has passed the gate. */
    public String written() {
        synchronized (written) {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return new OutputStream() {
            @Override
            public void write(byte[] bytes, int offset, int length) {
                onWrite.accept(new String(bytes, offset, length, StandardCharsets.UTF_8));
                arrived.release();
                gate.acquireUninterruptibly();
                synchronized (written) {
                    written.write(bytes, offset, length);
                }
            }

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException("a byte at a time");
            }
        };
    }

    @Override
    public InputStream getInputStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public void shutdownOutput() {}

    @Override
    public synchronized void close() {
        gate.release(1000); // ends every write
    }
}
