import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Tells each client that connects its end of the connection, and hangs up. */
public class WhoAmI {
    public static void main(String[] args) throws IOException {
        // begin listen
        InetAddress address = InetAddress.getByName(args[0]);
        int port = Integer.parseInt(args[1]);
        try (ServerSocket server = new ServerSocket(port, 50, address)) {
            System.out.println("Listening on " + server.getLocalSocketAddress());
            System.out.println("Press Ctrl-C to end this program.");
            // end listen
            // begin accept
            while (true) {
                try (Socket client = server.accept()) {
                    answer(client);
                }
            }
            // end accept
        }
    }

    // begin answer
    private static void answer(Socket client) throws IOException {
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
        out.println("Your end of the connection: " + client.getRemoteSocketAddress());
        System.out.println(client.getRemoteSocketAddress() + " was here");
    }
    // end answer
}
