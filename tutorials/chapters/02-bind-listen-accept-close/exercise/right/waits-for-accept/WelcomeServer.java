import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.IntUnaryOperator;

/** With channels in place of sockets. */
public final class WelcomeServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final int port;

    /** Held by the thread that waits in accept. */
    private final Semaphore waiting = new Semaphore(1);

    public WelcomeServer(int port) throws IOException {
        try {
            door.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            this.port = ((InetSocketAddress) door.getLocalAddress()).getPort();
        } catch (BindException e) {
            door.close();
            BindException taken = new BindException("Port " + port + " is taken.");
            taken.initCause(e);
            throw taken;
        }
    }

    public int port() {
        return port;
    }

    public void greet() throws IOException {
        IntUnaryOperator next = number -> number + 1;
        int number = 0;
        for (SocketChannel visitor = await(); visitor != null; visitor = await()) {
            number = next.applyAsInt(number);
            try (SocketChannel closing = visitor) {
                ByteBuffer line = StandardCharsets.US_ASCII.encode("Welcome. You are visitor " + number + ".\r\n");
                while (line.hasRemaining()) {
                    closing.write(line);
                }
            }
        }
    }

    /** The next visitor, or null when there will be none. */
    private SocketChannel await() throws IOException {
        waiting.acquireUninterruptibly();
        try {
            return door.accept();
        } catch (ClosedChannelException e) { // AsynchronousCloseException is one, too
            return null;
        } finally {
            waiting.release();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        // The system keeps the port until the thread that waits in accept has come out of it.
        waiting.acquireUninterruptibly();
        waiting.release();
    }
}
