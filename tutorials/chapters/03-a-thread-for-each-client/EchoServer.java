import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Sends every line back to its sender, for many clients at once: a thread for each. */
public class EchoServer {
    private static final int BACKLOG = 50;

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            // begin loop
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                new Thread(() -> serve(client), "client " + number).start();
            }
            // end loop
        }
    }

    // begin serve
    private static void serve(Socket client) {
        String me = Thread.currentThread().getName();
        System.out.println(me + " is here");
        // begin echo
        try (client) {
            Reader characters = new InputStreamReader(client.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(characters);
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(line);
            }
        } catch (IOException e) {
            System.out.println(me + ": " + e.getMessage());
        }
        // end echo
        System.out.println(me + " has left");
    }
    // end serve
}
