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

    private final BufferedReader keyboard;
    private final PrintStream screen;
    private volatile Socket current; // of the chat that is on
    private volatile boolean inputEnded;
    private volatile boolean writeFailed; // a reset may be told to the write only
    private Thread typist; // guarded by this

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
        current = socket;
        startKeyboard();
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                screen.println(line);
            }
            if (writeFailed) {
                return End.BROKEN;
            }
            return inputEnded ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            writeFailed = false; // the next chat has another connection
        }
    }

    /** One thread for all chats: it outlives the first of them. */
    private synchronized void startKeyboard() {
        if (typist == null) {
            typist = new Thread(this::readKeyboard, "keyboard");
            typist.setDaemon(true);
            typist.start();
        }
    }

    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                send(line);
            }
            inputEnded = true;
            current.shutdownOutput();
        } catch (IOException e) {
            // chat hears of it
        }
    }

    private void send(String line) {
        try {
            current.getOutputStream().write((line + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            writeFailed = true;
        }
    }
}
