import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** A chat that outlives its clients: a client that fails is removed once and announced once. */
public class ChatServer {
    private static final int BACKLOG = 50;

    // begin client
    /** A connected client: its name and where to write to it. */
    record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
        }
    }
    // end client

    /** All connected clients. Guarded by itself. */
    private static final List<Client> clients = new ArrayList<>();

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
            Client me = new Client(name, socket, socket.getOutputStream());
            join(me);
            try {
                talk(me);
            } finally {
                leave(me);
            }
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }
    // end serve

    private static void talk(Client me) throws IOException {
        Reader characters = new InputStreamReader(me.socket().getInputStream(), UTF_8);
        BufferedReader in = new BufferedReader(characters);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            broadcast(me, me.name() + ": " + line);
        }
    }

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

    // begin broadcast
    private static void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    sendOrHangUp(client, line);
                }
            }
        }
    }

    /** Closes a client that cannot be written to. Its own thread notices, and says goodbye. */
    private static void sendOrHangUp(Client client, String line) {
        try {
            client.send(line);
        } catch (IOException e) {
            close(client.socket());
        }
    }
    // end broadcast

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
