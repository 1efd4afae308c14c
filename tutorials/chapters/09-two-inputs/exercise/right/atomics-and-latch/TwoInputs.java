import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        LEFT,
        SERVER_LEFT,
        BROKEN
    }

    private static final byte LINE_END = '\n';

    private final AtomicReference<OutputStream> server = new AtomicReference<>(OutputStream.nullOutputStream());
    private final AtomicBoolean left = new AtomicBoolean();
    private final PrintStream screen;

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.screen = screen;
        daemon(() -> type(keyboard));
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private void type(BufferedReader keyboard) {
        keyboard.lines().forEach(line -> {
            OutputStream out = server.get();
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
                out.write(LINE_END);
                out.flush();
            } catch (IOException e) {
                server.compareAndSet(out, OutputStream.nullOutputStream());
            }
        });
        left.set(true);
        try {
            server.get().close();
        } catch (IOException e) {
            screen.checkError();
        }
    }

    /** What is written goes to the socket; to close it ends this direction alone. */
    private static final class OneWay extends java.io.FilterOutputStream {
        private final Socket socket;

        OneWay(Socket socket) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
        }

        @Override
        public void close() throws IOException {
            socket.shutdownOutput();
        }
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) throws IOException {
        server.set(new OneWay(socket));
        CountDownLatch over = new CountDownLatch(1);
        AtomicReference<End> end = new AtomicReference<>();
        daemon(() -> {
            end.set(listen(socket));
            over.countDown();
        });
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.set(OutputStream.nullOutputStream());
        socket.close();
        return end.get();
    }

    /** Bytes are passed on as they are. */
    private End listen(Socket socket) {
        try {
            byte[] buffer = new byte[1024];
            int count = socket.getInputStream().read(buffer);
            while (count != -1) {
                screen.write(buffer, 0, count);
                screen.flush();
                count = socket.getInputStream().read(buffer);
            }
            return left.get() ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        }
    }
}
