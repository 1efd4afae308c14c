import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        LEFT,
        SERVER_LEFT,
        BROKEN
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final BufferedReader keyboard;
    private final PrintStream screen;
    private Thread thread;
    private Connection connection;
    private boolean ended;

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.keyboard = keyboard;
        this.screen = screen;
    }

    /** One chat's connection: what is typed waits until there is one. */
    private class Connection {
        final Socket socket;
        final Writer out;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        }
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) {
        try {
            connect(new Connection(socket));
            Scanner in = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8);
            in.useDelimiter("\r?\n");
            show(in);
            if (in.ioException() != null) {
                throw in.ioException();
            }
            return hasEnded() ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            connect(null);
            try {
                socket.close();
            } catch (IOException e) {
                thread.interrupt();
            }
        }
    }

    private void show(Scanner in) {
        while (in.hasNextLine()) {
            screen.print(in.nextLine() + System.lineSeparator());
        }
    }

    private void connect(Connection next) {
        lock.lock();
        try {
            connection = next;
            changed.signalAll();
            if (thread == null) {
                thread = new Thread(this::type);
                thread.setDaemon(true);
                thread.start();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private Connection awaitConnection() {
        lock.lock();
        try {
            while (connection == null) {
                changed.awaitUninterruptibly();
            }
            return connection;
        } finally {
            lock.unlock();
        }
    }

    private void type() {
        try {
            String line = keyboard.readLine();
            Connection to = awaitConnection();
            if (line == null) {
                lock.lock();
                ended = true;
                lock.unlock();
                to.socket.shutdownOutput();
                return;
            }
            to.out.write(line);
            to.out.write('\n');
            to.out.flush();
        } catch (IOException e) {
            // that one was lost
        }
        type();
    }
}
