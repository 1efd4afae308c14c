import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Several threads may try to remove the same client; the one that succeeds announces it. */
public final class Farewell {
    private record Client(String name, Socket socket, OutputStream out) {}

    private final List<Client> clients = new CopyOnWriteArrayList<>();
    private final UnaryOperator<String> handler;

    public Farewell(UnaryOperator<String> handler) {
        this.handler = handler;
    }

    /** Serves one client until it ends, in whatever way. */
    public void serve(String name, Socket socket) {
        Client me = null;
        try {
            me = new Client(name, socket, socket.getOutputStream());
            clients.add(me);
            broadcast(me, name + " has joined");
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line;
            while ((line = in.readLine()) != null) {
                broadcast(me, name + ": " + handler.apply(line));
            }
        } catch (Exception e) {
            System.out.println(name + ": " + e);
        } finally {
            remove(me);
        }
    }

    /** The names of all clients that are here. */
    public List<String> present() {
        return clients.stream().map(Client::name).collect(Collectors.toList());
    }

    private void remove(Client client) {
        try {
            client.socket().close();
        } catch (IOException e) {
            // gone is gone
        }
        if (clients.remove(client)) {
            broadcast(client, client.name() + " has left");
        }
    }

    private synchronized void broadcast(Client from, String line) {
        for (Client client : clients) {
            if (client != from) {
                try {
                    client.out().write((line + "\r\n").getBytes(UTF_8));
                } catch (IOException e) {
                    remove(client);
                }
            }
        }
    }
}
