import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
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

    private final BufferedReader keyboard;
    private final PrintStream screen;

    private final Object lock = new Object();
    private Thread typing; // guarded by lock
    private Socket current; // guarded by lock; null between the chats
    private boolean inputEnded; // guarded by lock

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
        begin(socket);
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                screen.println(line);
            }
            return end();
        } catch (IOException e) {
            end();
            return End.BROKEN;
        }
    }

    private void begin(Socket socket) {
        synchronized (lock) {
            current = socket;
            if (typing == null) {
                typing = new Thread(this::readKeyboard, "keyboard");
                typing.setDaemon(true);
                typing.start();
            }
        }
    }

    /** From here on, no typed line goes to this server any more. */
    private End end() {
        synchronized (lock) {
            current = null;
            return inputEnded ? End.LEFT : End.SERVER_LEFT;
        }
    }

    /** What the keyboard's thread does. There is one for all chats. */
    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                send(line);
            }
        } catch (IOException e) {
            System.err.println("keyboard: " + e.getMessage());
        }
        sendEnd();
    }

    private void send(String line) {
        synchronized (lock) { // the chat must not change while we write
            if (current == null) {
                return; // nobody to talk to
            }
            try {
                OutputStream out = current.getOutputStream();
                out.write((line + "\n").getBytes(UTF_8));
            } catch (IOException e) {
                System.err.println("not sent: " + e.getMessage());
            }
        }
    }

    private void sendEnd() {
        synchronized (lock) {
            inputEnded = true;
            try {
                if (current != null) {
                    current.shutdownOutput();
                }
            } catch (IOException e) {
                // the connection is over, and the chat hears of that by itself
            }
        }
    }
}
