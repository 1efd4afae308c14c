import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

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
    private Thread typing; // one for all chats: it may still wait for a key when its first chat has ended
    private volatile Socket current; // where typed lines go; null between the chats
    private volatile boolean inputEnded;

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
        try (socket) {
            current = socket;
            startTyping();
            readSocket(socket);
            return inputEnded ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        } finally {
            current = null;
        }
    }

    private synchronized void startTyping() {
        if (typing == null) {
            typing = new Thread(this::readKeyboard, "keyboard");
            typing.setDaemon(true);
            typing.start();
        }
    }

    private void readSocket(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            screen.println(line);
        }
    }

    /** What the keyboard's thread does: each line goes to the chat that is on. */
    private void readKeyboard() {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                Socket socket = current;
                if (socket != null) {
                    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
            inputEnded = true; // first: the server may answer at once
            Socket socket = current;
            if (socket != null) {
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // the connection is broken: the thread of chat hears of it, too, and says so
        }
    }
}
