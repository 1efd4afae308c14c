import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The chat of chapter 5. The caller accepts the sockets, and starts a thread for each that calls serve. */
public final class Farewell {
    private record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
            out.flush();
        }
    }

    /** All clients that are here. Guarded by itself. */
    private final List<Client> clients = new ArrayList<>();

    private final UnaryOperator<String> handler;

    /** The handler makes of a line what the others see. Others have written it, and it may throw anything. */
    public Farewell(UnaryOperator<String> handler) {
        this.handler = handler;
    }

    /** Serves one client until it ends, in whatever way. */
    public void serve(String name, Socket socket) {
        try (socket) {
            Reader characters = new InputStreamReader(socket.getInputStream(), UTF_8);
            BufferedReader in = new BufferedReader(characters);
            Client me = new Client(name, socket, socket.getOutputStream());
            try {
                join(me);
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    broadcast(me, name + ": " + handler.apply(line));
                }
            } finally {
                leave(me);
            }
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }

    /** The names of all clients that are here. */
    public List<String> present() {
        synchronized (clients) {
            List<String> names = new ArrayList<>();
            clients.forEach(client -> names.add(client.name()));
            return names;
        }
    }

    private void join(Client me) throws IOException {
        synchronized (clients) {
            clients.add(me);
        }
        broadcast(me, me.name() + " has joined");
    }

    private void leave(Client me) throws IOException {
        synchronized (clients) {
            clients.remove(me);
        }
        broadcast(me, me.name() + " has left");
    }

    /** First each guest gets the line. A guest whose write has failed is closed afterwards. */
    private void broadcast(Client from, String line) throws IOException {
        List<Client> unreachable = new ArrayList<>();
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    try {
                        client.send(line);
                    } catch (IOException e) {
                        unreachable.add(client);
                    }
                }
            }
        }
        for (Client client : unreachable) {
            client.socket().close(); // its own thread notices, and says goodbye
        }
    }
}
