import java.io.IOException;
import java.net.Socket;

/** A terminal client: what is typed goes to the server, and what the server sends goes to the screen. */
public final class TwoInputs {
    private TwoInputs() {}

    public static void main(String[] args) throws IOException {
        chat(args[0], Integer.parseInt(args[1]));
        System.out.println("* It is over.");
    }

    /** Chats until the server ends the connection, or until the connection breaks. */
    public static void chat(String host, int port) throws IOException {
        Socket socket = new Socket(host, port);
        // TODO: two inputs
        socket.close();
    }
}
