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

/** Every end of the loop is caught, so that what follows is always done. */
public final class Farewell {
    private record Client(String name, Socket socket, OutputStream out) {
        void send(String line) throws IOException {
            out.write((line + "\n").getBytes(UTF_8));
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
            join(me);
            String why = "goodbye";
            try {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    broadcast(me, name + ": " + handler.apply(line));
                }
            } catch (Throwable e) {
                why = e.getClass().getName(); // its own methods may throw, too
            }
            System.out.println(name + ": " + why);
            leave(me);
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

    private void join(Client me) {
        synchronized (clients) {
            clients.add(me);
        }
        broadcast(me, me.name() + " has joined");
    }

    private void leave(Client me) {
        synchronized (clients) {
            clients.remove(me);
        }
        broadcast(me, me.name() + " has left");
    }

    private void broadcast(Client from, String line) {
        synchronized (clients) {
            for (Client client : clients) {
                if (client != from) {
                    sendOrHangUp(client, line);
                }
            }
        }
    }

    /** Its own thread notices that, and says goodbye. */
    private static void sendOrHangUp(Client client, String line) {
        try {
            client.send(line);
        } catch (IOException e) {
            close(client.socket());
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
