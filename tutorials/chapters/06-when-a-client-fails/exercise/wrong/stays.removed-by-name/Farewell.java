import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The chat. The caller accepts the sockets, and starts a thread for each that calls serve. */
public final class Farewell {
    private record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            synchronized (socket) {
                out.write((line + "\n").getBytes(UTF_8));
                out.flush();
            }
        }
    }

    /** All clients that are here, by name: no two have the same. */
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    private final UnaryOperator<String> handler;

    public Farewell(UnaryOperator<String> handler) {
        this.handler = handler;
    }

    public void serve(String name, Socket socket) {
        try (socket) {
            Client me = new Client(name, socket, socket.getOutputStream());
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            clients.put(name, me);
            try {
                broadcast(name, name + " has joined");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    broadcast(name, name + ": " + handler.apply(line));
                }
            } finally {
                leave(me);
            }
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        }
    }

    public List<String> present() {
        return List.copyOf(clients.keySet());
    }

    /** Two threads may come here for one client: remove gives him to one of them only, and this one announces. */
    private void leave(Client client) {
        if (clients.remove(client.name()) != null) {
            try {
                client.socket().close();
            } catch (IOException e) {
                // closed all the same
            }
            broadcast(client.name(), client.name() + " has left");
        }
    }

    private void broadcast(String from, String line) {
        for (Client client : clients.values()) {
            if (!client.name().equals(from)) {
                try {
                    client.send(line);
                } catch (IOException e) {
                    leave(client);
                }
            }
        }
    }
}
