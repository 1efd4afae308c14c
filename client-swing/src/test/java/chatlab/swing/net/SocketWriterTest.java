package chatlab.swing.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.client.ChatConnection;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import chatlab.swing.net.WorkingThread.Doing;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocketWriterTest {
    private static final int FAR_TOO_LARGE = 64 << 20;

    private ScriptedServer server;
    private Peer peer;
    private ChatConnection connection;
    private SocketWriter writer;

    @BeforeEach
    void connect() throws Exception {
        server = ScriptedServer.start(0);
        connection = new ChatConnection(new Socket(InetAddress.getByName("127.0.0.1"), server.port()));
        peer = server.accept();
        writer = new SocketWriter(connection, new AtomicReference<>(Probe.NONE));
    }

    @AfterEach
    void close() throws Exception {
        writer.close();
        server.close();
        Chatting.awaitNoThreads();
    }

    private boolean offer(String line) {
        return writer.offer(List.of(line), (line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The peer does not read, and this is far more than the system's buffers hold. */
    private void beginAWriteThatDoesNotEnd() {
        writer.start();
        assertThat(writer.offer(List.of("large"), new byte[FAR_TOO_LARGE])).isTrue();
        awaitDoing(Doing.WRITING);
    }

    private void awaitDoing(Doing doing) {
        await().until(() -> writer.now().filter(now -> now.doing() == doing).isPresent());
    }

    @Test
    void writesInOrder() throws Exception {
        writer.start();
        offer("one");
        offer("two");
        peer.expect("one", "two");
        awaitDoing(Doing.WAITING_FOR_LINES);
        assertThat(writer.now().orElseThrow().thread().getName()).isEqualTo("socket writer");
    }

    @Test
    void writesWaitingLinesBeforeItCloses() throws Exception {
        offer("one");
        offer("two");
        writer.finish();
        offer("too late");
        writer.start();
        peer.expect("one", "two");
        peer.expectEnd();
    }

    @Test
    void offerDoesNotBlockWhereTheServerDoesNotRead() throws Exception {
        beginAWriteThatDoesNotEnd();
        while (offer("x".repeat(50_000))) {
            // until no more is taken
        }

        writer.close(); // also ends the write that is blocked
        writer.await(HangLimit.MILLIS);
        assertThat(writer.now().orElseThrow().doing()).isEqualTo(Doing.ENDED);
    }

    @Test
    void numberOfWaitingParcelsIsBounded() {
        for (int i = 0; i < SocketWriter.MAX_PARCELS; i++) {
            assertThat(offer("x")).isTrue();
        }
        assertThat(offer("x")).isFalse();
    }

    @Test
    void largeParcelIsTakenOnlyAlone() {
        String large = "x".repeat(2 * SocketWriter.MAX_BYTES);
        assertThat(offer(large)).isTrue();
        assertThat(offer("x")).isFalse();
    }

    @Test
    void failedWriteClosesTheConnectionAndIsReported() throws Exception {
        writer.start();
        peer.reset();
        await().until(() -> {
            offer("is anybody there?");
            return writer.trouble().isPresent();
        });
        writer.await(HangLimit.MILLIS);
        assertThat(writer.trouble().orElseThrow()).hasMessageMatching("(?i).*(broken pipe|reset|aborted).*");
    }

    @Test
    void closingTheConnectionOurselvesIsNoTrouble() throws Exception {
        beginAWriteThatDoesNotEnd();
        connection.close();
        writer.await(HangLimit.MILLIS);
        assertThat(writer.now().orElseThrow().doing()).isEqualTo(Doing.ENDED);
        assertThat(writer.trouble()).isEmpty();
    }
}
