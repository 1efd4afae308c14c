import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

public final class WelcomeServer implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final AtomicBoolean closed = new AtomicBoolean();
    private final ServerSocket listener;

    public WelcomeServer(int port) throws IOException {
        listener = listen(port);
    }

    private static ServerSocket listen(int port) throws IOException {
        try {
            return new ServerSocket(port, 100, InetAddress.getByAddress(LOOPBACK));
        } catch (IOException e) {
            throw new IOException(String.join(" ", "Port", Integer.toString(port), "is taken."));
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void greet() throws IOException {
        CompletableFuture<Void> all = new CompletableFuture<>();
        Thread acceptor = new Thread(
                () -> {
                    try {
                        acceptAll();
                        all.complete(null);
                    } catch (IOException e) {
                        all.completeExceptionally(e);
                    }
                },
                "acceptor");
        acceptor.start();
        try {
            all.join();
        } catch (CompletionException e) {
            if (!closed.get()) {
                throw new IOException(e.getCause());
            }
        }
    }

    private void acceptAll() throws IOException {
        int visitors = 0;
        while (!closed.get()) {
            Socket visitor = listener.accept();
            try (OutputStream out = visitor.getOutputStream()) {
                out.write(("Welcome. You are visitor " + ++visitors + ".\n").getBytes(US_ASCII));
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            listener.close();
        }
    }
}
