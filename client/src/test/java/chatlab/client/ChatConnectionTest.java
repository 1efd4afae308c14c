package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.protocol.testing.ScriptedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatConnectionTest {
    private ScriptedServer server;
    private ChatConnection connection;
    private Peer client;

    @BeforeEach
    void open() throws IOException {
        server = ScriptedServer.start(0);
        connection = new ChatConnection(new Socket("127.0.0.1", server.port()));
        client = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.close();
    }

    @Test
    void sendsLinesWithTheirEndsAndBytesAsTheyAre() throws Exception {
        connection.send(List.of("/paste", "\u00e4", "."));
        connection.send("hi");
        connection.write("by".getBytes(StandardCharsets.US_ASCII));
        connection.write("tes\n".getBytes(StandardCharsets.US_ASCII));
        connection.endOutput();

        client.expect("/paste", "\u00e4", ".", "hi", "bytes");
        client.expectEnd();
    }

    @Test
    void countsWhatHasArrivedAndIsNotReadYet() throws Exception {
        assertThat(connection.bytesWaiting()).isZero();
        client.send("one", "two");
        await().until(() -> connection.bytesWaiting() == 8);

        assertThat(connection.readLine()).isEqualTo("one");
        assertThat(connection.bytesWaiting()).isZero();
        assertThat(connection.hasLine()).isTrue();
        assertThat(connection.readLine()).isEqualTo("two");
        assertThat(connection.hasLine()).isFalse();
    }

    @Test
    void timeoutLosesNothing() throws Exception {
        client.sendRaw("half");
        connection.setTimeout(50);
        assertThatThrownBy(connection::readLine).isInstanceOf(SocketTimeoutException.class);
        connection.setTimeout(0);
        client.sendRaw(" and half\n");
        assertThat(connection.readLine()).isEqualTo("half and half");
    }

    @Test
    void closedConnectionThrowsOnEveryUse() throws Exception {
        connection.close();
        client.expectEnd();
        assertThatThrownBy(connection::readLine).isInstanceOf(IOException.class);
        assertThatThrownBy(connection::bytesWaiting).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> connection.write(new byte[1])).isInstanceOf(IOException.class);
    }
}
