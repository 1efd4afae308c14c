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
        // TODO: two inputs
        return End.SERVER_LEFT;
    }
}
