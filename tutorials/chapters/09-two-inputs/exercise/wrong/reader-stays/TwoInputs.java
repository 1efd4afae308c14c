import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A terminal client that chats over one connection after the other. All chats share the keyboard and the screen. */
public final class TwoInputs {
    /** How a chat has ended. */
    public enum End {
        LEFT,
        SERVER_LEFT,
        BROKEN
    }

    private final BufferedReader keyboard;
    private final PrintStream screen;
    private volatile boolean inputEnded;

    public TwoInputs(BufferedReader keyboard, PrintStream screen) {
        this.keyboard = keyboard;
        this.screen = screen;
    }

    /** Chats over this connection until it has ended, and says how. */
    public End chat(Socket socket) {
        Thread thread = new Thread(() -> readKeyboard(socket), "keyboard");
        thread.setDaemon(true);
        thread.start();
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                screen.println(line);
            }
            return inputEnded ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        }
    }

    private void readKeyboard(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            for (String line = keyboard.readLine(); line != null; line = keyboard.readLine()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            inputEnded = true;
            socket.shutdownOutput();
        } catch (IOException e) {
            // the connection is over: chat notices, too
        }
    }
}
