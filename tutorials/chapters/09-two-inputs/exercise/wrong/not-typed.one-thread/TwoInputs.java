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
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            for (String typed = keyboard.readLine(); typed != null; typed = keyboard.readLine()) {
                out.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
                while (in.ready()) {
                    screen.println(in.readLine());
                }
            }
            inputEnded = true;
            socket.shutdownOutput();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                screen.println(line);
            }
            return inputEnded ? End.LEFT : End.SERVER_LEFT;
        } catch (IOException e) {
            return End.BROKEN;
        }
    }
}
