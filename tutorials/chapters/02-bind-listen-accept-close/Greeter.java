import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Greets one client after the other: bind, listen, accept, close. */
public class Greeter {
    private static final int BACKLOG = 50;

    public static void main(String[] args) throws IOException {
        // begin address
        InetSocketAddress address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        try (ServerSocket server = new ServerSocket()) {
            // end address
            // begin bind
            server.bind(address, BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            // end bind
            // begin accept
            for (int number = 1; ; number++) {
                try (Socket client = server.accept()) {
                    greet(client, number);
                }
            }
            // end accept
        } catch (BindException e) {
            // begin taken
            System.err.println("Cannot listen on " + address + ": " + e.getMessage());
            System.exit(1);
            // end taken
        }
    }

    // begin greet
    private static void greet(Socket client, int number) throws IOException {
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
        out.println("Welcome. You are visitor " + number + ".");
        System.out.println("Visitor " + number + " came from " + client.getRemoteSocketAddress());
    }
    // end greet
}
