import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.PrimitiveIterator;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * The welcome server in which only one thread ever touches the socket after the constructor: the one in greet().
 * close() puts up a sign; greet() looks at it thirty times a second, and gives the port back before it returns.
 */
public final class WelcomeServer implements AutoCloseable {
    private static final int LOOK_AROUND_MILLIS = 33;

    private final AtomicBoolean sign = new AtomicBoolean();
    private final ServerSocket entrance;
    private final int address;

    public WelcomeServer(int port) throws IOException {
        entrance = listenOn(port);
        entrance.setSoTimeout(LOOK_AROUND_MILLIS);
        address = entrance.getLocalPort();
    }

    private static ServerSocket listenOn(int port) throws IOException {
        try {
            return new ServerSocket(port, 64, InetAddress.getByName("127.0.0.1"));
        } catch (BindException e) {
            BindException plain = new BindException("Port " + port + " is taken.");
            plain.initCause(e);
            throw plain;
        }
    }

    public int port() {
        return address;
    }

    public void greet() throws IOException {
        PrimitiveIterator.OfInt numbers = IntStream.iterate(1, n -> n + 1).iterator();
        try (entrance) {
            while (!sign.get()) {
                letIn(numbers);
            }
        }
    }

    private void letIn(PrimitiveIterator.OfInt numbers) throws IOException {
        Socket guest;
        try {
            guest = entrance.accept();
        } catch (SocketTimeoutException nobodyCame) {
            return;
        }
        try (guest;
                PrintStream out = new PrintStream(guest.getOutputStream(), false, StandardCharsets.UTF_8)) {
            out.print("Welcome. You are visitor " + numbers.nextInt() + ".\n");
        }
    }

    @Override
    public void close() {
        sign.set(true);
    }
}
