import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        LEFT,
        SERVER_LEFT,
        BROKEN
    }

    /** A typed line, or null for the end of the input. */
    private record Typed(String line) {}

    private final BlockingQueue<Typed> typed = new LinkedBlockingQueue<>();
    private final PrintStream screen;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.screen = screen;
        threads.submit(() -> {
            String line;
            do {
                line = keyboard.readLine();
                typed.add(new Typed(line));
            } while (line != null);
            return null;
        });
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) {
        boolean[] left = {false};
        Future<Void> sender = threads.submit(() -> {
            for (Typed next = typed.take(); ; next = typed.take()) {
                if (next.line() == null) {
                    synchronized (left) {
                        left[0] = true;
                    }
                    socket.shutdownOutput();
                    return null;
                }
                socket.getOutputStream().write((next.line() + '\n').getBytes(StandardCharsets.UTF_8));
            }
        });
        try (socket;
                InputStreamReader in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)) {
            new BufferedReader(in).lines().forEach(screen::println);
            synchronized (left) {
                return left[0] ? End.LEFT : End.SERVER_LEFT;
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            return End.BROKEN;
        } finally {
            sender.cancel(true);
        }
    }
}
