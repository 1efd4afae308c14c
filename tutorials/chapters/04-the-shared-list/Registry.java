import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** An echo server that knows its clients, and lists them for a client that sends "who". */
public class Registry {
    private static final int BACKLOG = 50;

    // begin clients
    /** All connected clients. Guarded by itself: a thread that reads or changes it holds its lock. */
    private static final List<String> clients = new ArrayList<>();
    // end clients

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                new Thread(() -> serve(client), "client " + number).start();
            }
        }
    }

    // begin serve
    private static void serve(Socket client) {
        String me = Thread.currentThread().getName();
        synchronized (clients) {
            clients.add(me);
        }
        System.out.println(me + " is here");
        try (client) {
            Reader characters = new InputStreamReader(client.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(characters);
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(line.equals("who") ? everyone() : line);
            }
        } catch (IOException e) {
            System.out.println(me + ": " + e.getMessage());
        }
        synchronized (clients) {
            clients.remove(me);
        }
        System.out.println(me + " has left");
    }
    // end serve

    // begin everyone
    private static String everyone() {
        synchronized (clients) {
            return "Here are: " + String.join(", ", clients);
        }
    }
    // end everyone
}
