package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at all threads of the process")
class ClientTest {
    private ServerSocket listener;
    private Client client;
    private Socket server;

    @BeforeEach
    void connect() throws Exception {
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        client = Client.connect(listener.getLocalPort());
        server = listener.accept();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
        listener.close();
    }

    @Test
    void aLineMayComeInPieces() throws Exception {
        send("hal");
        assertThat(client.isSilent()).isFalse();
        send("f and half\r\nnext\n");
        assertThat(client.line()).isEqualTo("half and half");
        assertThat(client.line()).isEqualTo("next");
    }

    @Test
    void silenceIsNeitherAByteNorTheEnd() throws Exception {
        send("x");
        assertThat(client.isSilent()).isFalse();
        assertThat(client.isSilent()).isFalse();
        server.close();
        assertThat(client.line()).isEqualTo("x");
        assertThat(client.line()).isNull();
        assertThat(client.isSilent()).isFalse();
    }

    @Test
    void resetReadsAsTheEnd() throws Exception {
        server.setSoLinger(true, 0);
        server.close();
        assertThat(client.line()).isNull();
    }

    @Test
    void otherSideSeesAReset() throws Exception {
        client.reset();
        assertThatThrownBy(() -> server.getInputStream().read()).hasMessageContaining("reset");
    }

    private void send(String text) throws Exception {
        server.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
