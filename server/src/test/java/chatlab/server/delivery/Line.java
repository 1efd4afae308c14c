package chatlab.server.delivery;

import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** A connection with both its ends in the hands of a test: the server's and the client's. */
public record Line(Connection connection, Peer peer) implements AutoCloseable {
    public static Line open(int number, Delivery delivery) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Peer peer = Peer.connect(server.getLocalPort());
            Socket accepted = server.accept();
            accepted.setTcpNoDelay(true);
            return new Line(connection(number, accepted, delivery), peer);
        }
    }

    /** The server's end only, of the socket that is given. The client may take as long as it likes to read the last words. */
    public static Connection connection(int number, Socket socket, Delivery delivery) {
        PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
        return new Connection(number, socket, socket.getInetAddress(), delivery, plain, close -> {}, c -> {});
    }

    /** Takes out of the outbox what a postman would write next. */
    public String takeMail() {
        byte[] buffer = new byte[Postman.BUFFER];
        return new String(buffer, 0, connection.outbox().drainTo(buffer), StandardCharsets.UTF_8);
    }

    /** Sends notes to this client, which does not read them, until the connection is closed. */
    void sendForEver() {
        Event.Note much = new Event.Note("", "x".repeat(8000));
        while (!connection.isClosed()) {
            connection.awaitRoom();
            connection.send(much);
        }
    }

    boolean hasAWriterOfItsOwn() {
        return connection.threads().size() == 2;
    }

    /** Whether a thread waits for this client to read. On a busy machine any client may have a writer that waits for mail. */
    boolean blocksAThread() {
        return connection.threads().stream().anyMatch(thread -> thread.state().equals("writing"));
    }

    @Override
    public void close() throws IOException {
        connection.close();
        peer.close();
    }
}
