import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

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

    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile OutputStream toServer;
    private Thread keyboardThread;

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
            toServer = socket.getOutputStream();
            startKeyboard(socket);
            readSocket(socket);
            return ended.get() ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        }
    }

    /** Only one thread reads the keyboard: a second one would take lines away from the first one. */
    private synchronized void startKeyboard(Socket socket) {
        if (keyboardThread == null) {
            keyboardThread = new Thread(() -> readKeyboard(socket), "keyboard");
            keyboardThread.setDaemon(true);
            keyboardThread.start();
        }
    }

    private void readSocket(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            screen.println(line);
        }
    }

    private void readKeyboard(Socket socket) {
        try {
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                try {
                    toServer.write((line + "\n").getBytes(UTF_8));
                } catch (IOException e) {
                    // this chat is over, but perhaps another one follows
                }
            }
            ended.set(true); // before the server is told, for it may answer at once
            socket.shutdownOutput();
        } catch (IOException e) {
            // the connection is over: chat hears of that, too
        }
    }
}
