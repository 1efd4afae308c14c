package chatlab.protocol.testing;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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

    /** The next client that connects. */
    public Peer accept() throws IOException {
        Peer client = new Peer(listener.accept());
        clients.add(client);
        return client;
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
