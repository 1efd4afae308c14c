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
        void sendOrHangUp(String line) {
            try {
                out.write((line + "\n").getBytes(UTF_8));
                out.flush();
            } catch (IOException e) {
                close();
            }
        }

        void close() {
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
        Client me;
        BufferedReader in;
        try {
            me = new Client(name, socket, socket.getOutputStream());
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        } catch (IOException e) {
            return; // was never here
        }
        join(me);
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                broadcast(me, name + ": " + handler.apply(line));
            }
        } catch (IOException e) {
            System.out.println(name + ": " + e.getMessage());
        } catch (RuntimeException | Error e) {
            // the handler: apply() declares nothing, so it can be nothing else
            System.out.println(name + ": the handler has thrown " + e);
        }
        leave(me);
    }

    public List<String> present() {
        synchronized (clients) {
            return clients.stream().map(Client::name).toList();
        }
    }

    private void join(Client me) {
        synchronized (clients) {
            clients.add(me);
            broadcast(me, me.name() + " has joined");
        }
    }

    private void leave(Client me) {
        me.close();
        synchronized (clients) {
            clients.remove(me);
            broadcast(me, me.name() + " has left");
        }
    }

    private void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    client.sendOrHangUp(line);
                }
            }
        }
    }
}
