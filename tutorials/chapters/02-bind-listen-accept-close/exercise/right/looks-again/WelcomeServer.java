import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

public final class WelcomeServer implements AutoCloseable {
    private final class Door {
        private final ServerSocket socket;

        Door(int port) throws IOException {
            socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress("127.0.0.1", port));
                socket.setSoTimeout(100);
            } catch (IOException e) {
                socket.close();
                throw new IOException("Port " + port + " is taken.");
            }
        }

        Optional<Socket> next() {
            while (!closed) {
                try {
                    return Optional.of(socket.accept());
                } catch (SocketTimeoutException e) {
                    continue; // look again whether it was closed
                } catch (IOException e) {
                    if (!closed) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private final Door door;
    private volatile boolean closed;

    public WelcomeServer(int port) throws IOException {
        door = new Door(port);
    }

    public int port() {
        return door.socket.getLocalPort();
    }

    public void greet() {
        greetFrom(1);
    }

    private void greetFrom(int number) {
        Optional<Socket> next = door.next();
        if (next.isEmpty()) {
            return;
        }
        try (Socket visitor = next.get();
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(visitor.getOutputStream()))) {
            out.write("Welcome. You are visitor " + number + ".");
            out.newLine();
        } catch (IOException e) {
            System.err.println("visitor " + number + " has left: " + e.getMessage());
        }
        greetFrom(number + 1);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            door.socket.close();
        }
    }
}
