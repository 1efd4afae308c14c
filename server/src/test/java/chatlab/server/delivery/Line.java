package chatlab.server.delivery;

import chatlab.protocol.Event;
import chatlab.protocol.PlainRenderer;
import chatlab.protocol.testing.Peer;
import chatlab.server.support.Scheduler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.ZoneOffset;

/** A connection with both its ends in the hands of a test: the server's and the client's. */
public record Line(Connection connection, Peer peer) implements AutoCloseable {
    private static final Scheduler HOUSEKEEPER = new Scheduler(complaint -> {});

    public static Line open(int number, Delivery delivery) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Peer peer = Peer.connect(server.getLocalPort());
            Socket accepted = server.accept();
            accepted.setTcpNoDelay(true);
            PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
            return new Line(new Connection(number, accepted, delivery, plain, HOUSEKEEPER, c -> {}), peer);
        }
    }

    /** Sends more and more to this client, who does not read it, until the connection is closed. */
    void sendForEver() {
        Event.Note much = new Event.Note("", "x".repeat(8000));
        while (!connection.isClosed()) {
            connection.sendPatiently(much);
        }
    }

    boolean hasAWriterOfItsOwn() {
        return connection.threads().size() == 2;
    }

    /** Whether a thread of its own waits for it to read; on a busy machine anybody may have one that waits for mail. */
    boolean keepsSomebody() {
        return connection.threads().stream().anyMatch(thread -> thread.state().equals("writing"));
    }

    @Override
    public void close() throws IOException {
        connection.close();
        peer.close();
    }
}
