import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The chat. The caller accepts the sockets, and starts a thread for each that calls serve. */
public final class Farewell {
    private record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
            out.flush();
        }

        void hangUp() {
            try {
                socket.close();
            } catch (IOException e) {
                // closed all the same
            }
        }
    }

    /** All clients that are here. Guarded by itself. */
    private final List<Client> clients = new ArrayList<>();

    private final UnaryOperator<String> handler;

    public Farewell(UnaryOperator<String> handler) {
        this.handler = handler;
    }

    public void serve(String name, Socket socket) {
        try (socket) {
            Client me = new Client(name, socket, socket.getOutputStream());
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            join(me);
            try {
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

    public List<String> present() {
        synchronized (clients) {
            List<String> names = new ArrayList<>();
            clients.forEach(client -> names.add(client.name()));
            return names;
        }
    }

    private void join(Client me) {
        synchronized (clients) {
            broadcast(me, me.name() + " has joined");
            clients.add(me);
        }
    }

    private void leave(Client me) {
        synchronized (clients) {
            clients.remove(me);
            for (Client client : clients) {
                try {
                    client.send(me.name() + " has left");
                } catch (IOException e) {
                    // he is going, too: his own thread will notice and say it
                }
            }
        }
    }

    private void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    try {
                        client.send(line);
                    } catch (IOException e) {
                        client.hangUp(); // his own thread wakes up and says goodbye
                    }
                }
            }
        }
    }
}
