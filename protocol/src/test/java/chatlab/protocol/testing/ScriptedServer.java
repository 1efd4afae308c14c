package chatlab.protocol.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A server for tests of clients: the test says line by line what it sends and expects, and reads like a transcript.
 *
 * <pre>{@code
 * try (ScriptedServer server = ScriptedServer.start(0)) {
 *     ... the client connects to server.port() ...
 *     Peer client = server.accept();
 *     client.send("* CHAT/1 Room 12. You are guest1.");
 *     client.expect("/proto 1 ada");
 *     client.close();
 * }
 * }</pre>
 *
 * <p>Everything that waits gives up after {@link HangLimit}, and the test fails. All that was opened is closed with it.
 */
public final class ScriptedServer implements Closeable {
    private final ServerSocket listener;
    private final List<Peer> clients = new ArrayList<>();
    private final BlockingQueue<Peer> greeted = new LinkedBlockingQueue<>();
    private boolean isGreeting;

    private ScriptedServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Listens on 127.0.0.1, on any free port where {@code port} is 0. */
    public static ScriptedServer start(int port) throws IOException {
        ServerSocket listener = new ServerSocket();
        listener.setReuseAddress(true); // a test closes a server and starts it again on its port
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        listener.setSoTimeout(HangLimit.MILLIS);
        return new ScriptedServer(listener);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /**
     * Listens as {@link #start}, and a thread sends {@code greeting} to each client as soon as it connects. A client waits
     * for that line for some seconds only, while a test may still be busy with the window.
     */
    public static ScriptedServer startGreeting(int port, String greeting) throws IOException {
        ScriptedServer server = start(port);
        server.listener.setSoTimeout(0);
        Thread greeter = new Thread(() -> server.greetAll(greeting), "greeter");
        greeter.setDaemon(true);
        greeter.start();
        server.isGreeting = true;
        return server;
    }

    private void greetAll(String greeting) {
        try {
            while (true) { // until the listener is closed
                Peer client = new Peer(listener.accept());
                client.send(greeting);
                greeted.add(client);
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** The next client that connects. */
    public Peer accept() throws IOException {
        Peer client = isGreeting ? nextGreeted() : new Peer(listener.accept());
        clients.add(client);
        return client;
    }

    private Peer nextGreeted() throws IOException {
        try {
            Peer client = greeted.poll(HangLimit.MILLIS, TimeUnit.MILLISECONDS);
            if (client == null) {
                throw new SocketTimeoutException("no client has connected");
            }
            return client;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Stops listening. Clients that are connected stay connected. */
    public void stopListening() throws IOException {
        listener.close();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Peer client : clients) {
            client.close();
        }
    }
}
