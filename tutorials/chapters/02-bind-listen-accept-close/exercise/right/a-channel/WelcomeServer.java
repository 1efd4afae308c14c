import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

public class WelcomeServer implements AutoCloseable {
    private final ServerSocketChannel door = ServerSocketChannel.open();
    private final AtomicInteger visitors = new AtomicInteger();
    private final int port;

    public WelcomeServer(int port) throws IOException {
        try {
            door.bind(new InetSocketAddress(InetAddress.getByName("localhost"), port));
            this.port = ((InetSocketAddress) door.getLocalAddress()).getPort();
        } catch (BindException e) {
            door.close();
            throw new BindException(String.format("Port %d is taken.", port));
        }
    }

    public int port() {
        return port;
    }

    public void greet() throws IOException {
        boolean open = true;
        while (open) {
            open = greetOne();
        }
    }

    private boolean greetOne() throws IOException {
        try (SocketChannel visitor = door.accept()) {
            String line = "Welcome. You are visitor " + visitors.incrementAndGet() + "." + System.lineSeparator();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
            while (bytes.hasRemaining()) {
                visitor.write(bytes);
            }
            return true;
        } catch (ClosedChannelException e) { // its subclasses say that another thread has closed it
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
