import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        /** First the input has ended, and then the server has ended the connection. */
        LEFT,
        /** The server has ended the connection, and the input has not ended. */
        SERVER_LEFT,
        /** The connection has broken. */
        BROKEN
    }

    private static final class Connection {
        final Socket socket;

        Connection(Socket socket) {
            this.socket = socket;
        }
    }

    private final BufferedReader keyboard;
    private final PrintStream screen;

    /** The connection of the chat that is on, or null. The one thread at the keyboard sends to it. */
    private volatile Connection current;

    private boolean started; // only the thread that calls chat uses it

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.keyboard = keyboard;
        this.screen = screen;
    }

    /** To try it: when the server ends the first chat, the second one begins. */
    public static void main(String[] args) throws IOException {
        TwoInputs client = new TwoInputs(new BufferedReader(new InputStreamReader(System.in)), System.out);
        End end = End.SERVER_LEFT;
        for (int chats = 0; chats < 2 && end == End.SERVER_LEFT; chats++) {
            end = client.chat(new Socket(args[0], Integer.parseInt(args[1])));
            System.out.println("* It is over: " + end);
        }
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) {
        Connection connection = new Connection(socket);
        current = connection;
        startKeyboard();
        try (socket) {
            readSocket(connection);
            return socket.isOutputShutdown() ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            current = null;
        }
    }

    private void startKeyboard() {
        if (!started) {
            started = true;
            Thread thread = new Thread(this::readKeyboard, "keyboard");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                Connection connection = current;
                if (connection != null) {
                    send(connection, line);
                }
            }
        } catch (IOException e) {
            System.err.println("keyboard: " + e);
        }
        Connection connection = current;
        if (connection != null) {
            tell(connection);
        }
    }

    private static void send(Connection connection, String line) {
        try {
            connection.socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            broken(connection);
        }
    }

    /** The thread that reads the socket hears of it, too, mostly. If not, it is woken after a second. */
    @SuppressWarnings("try") // it is named only so that it is closed
    private static void broken(Connection connection) {
        Thread thread = new Thread(() -> {
            try (Socket socket = connection.socket) {
                Thread.sleep(1_000);
            } catch (IOException | InterruptedException e) {
                // closed all the same
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** No more will come. */
    private static void tell(Connection connection) {
        try {
            connection.socket.shutdownOutput();
        } catch (IOException e) {
            broken(connection);
        }
    }

    private void readSocket(Connection connection) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(connection.socket.getInputStream(), UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            screen.println(line);
        }
    }
}
