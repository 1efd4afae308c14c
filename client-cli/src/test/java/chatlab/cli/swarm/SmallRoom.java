package chatlab.cli.swarm;

import chatlab.protocol.testing.HangLimit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The simplest chat server: sends each line to all other clients, under one lock. The client that came last gets what
 * {@code mischief} makes of the line.
 */
final class SmallRoom implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final UnaryOperator<List<String>> mischief;
    private final int places;

    /** Guarded by itself, as are all writes. */
    private final List<Socket> clients = new ArrayList<>();

    private final List<String> joined = new CopyOnWriteArrayList<>();

    /** A permit for each client that has said goodbye. */
    private final Semaphore quits = new Semaphore(0);

    SmallRoom(int places, UnaryOperator<List<String>> mischief) throws IOException {
        this.places = places;
        this.mischief = mischief;
        start(this::accept);
    }

    String port() {
        return String.valueOf(server.getLocalPort());
    }

    /** The rooms to which clients wanted to go. */
    List<String> joined() {
        return List.copyOf(joined);
    }

    boolean awaitQuits(int clients) throws InterruptedException {
        return quits.tryAcquire(clients, HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                enter(server.accept());
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** On the accepting thread alone, so that the list has the order of arrival. */
    private void enter(Socket client) throws IOException {
        synchronized (clients) {
            if (clients.size() < places) {
                clients.add(client);
                start(() -> serve(client));
                return;
            }
        }
        write(client, "* \u001b[2JThe room is full.");
        client.close();
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("/join ")) {
                    joined.add(line.substring("/join ".length()));
                }
                if (line.equals("/quit")) {
                    quits.release();
                    return;
                }
                if (!line.startsWith("/")) {
                    broadcast(client, "ada: " + line);
                }
            }
        } catch (IOException e) {
            // gone
        }
    }

    private void broadcast(Socket from, String line) {
        synchronized (clients) {
            Socket victim = clients.get(clients.size() - 1);
            for (Socket client : clients) {
                if (client != from) {
                    for (String told : client == victim ? mischief.apply(List.of(line)) : List.of(line)) {
                        write(client, told);
                    }
                }
            }
        }
    }

    private static void write(Socket client, String line) {
        try {
            OutputStream out = client.getOutputStream();
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // this client has left: the others still hear the line
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "small room");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (clients) {
            for (Socket client : clients) {
                client.close();
            }
        }
    }
}
