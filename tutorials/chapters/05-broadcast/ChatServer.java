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

/** A chat: what one client says goes to all the others. */
public class ChatServer {
    private static final int BACKLOG = 50;

    // begin clients
    /** A connected client: its name and where to write to it. */
    record Client(String name, PrintWriter out) {}

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();
    // end clients

    public static void main(String[] args) throws IOException {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(args[0], Integer.parseInt(args[1])), BACKLOG);
            System.out.println("Listening on " + server.getLocalSocketAddress());
            for (int number = 1; ; number++) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket), "client " + number).start();
            }
        }
    }

    // begin serve
    private static void serve(Socket socket) {
        String name = Thread.currentThread().getName();
        try (socket) {
            Reader characters = new InputStreamReader(socket.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(characters);
            Client me = new Client(name, new PrintWriter(socket.getOutputStream(), true, UTF_8));
            join(me);
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                broadcast(me, name + ": " + line);
            }
            leave(me);
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }
    // end serve

    // begin join
    private static void join(Client me) {
        synchronized (clients) {
            clients.add(me);
        }
        broadcast(me, me.name() + " has joined");
    }

    private static void leave(Client me) {
        synchronized (clients) {
            clients.remove(me);
        }
        broadcast(me, me.name() + " has left");
    }
    // end join

    // begin broadcast
    private static void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    client.out().println(line);
                }
            }
        }
    }
    // end broadcast
}
