package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A server and a screen that a check plays. */
@Isolated("it looks at all threads of the process")
class PlayedServerTest {
    private Socket client;
    private PlayedServer server;

    @BeforeEach
    void connect() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket(listener.getInetAddress(), listener.getLocalPort());
            server = new PlayedServer(listener.accept());
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void serverHearsEachByteAndTheEnd() throws Exception {
        client.getOutputStream().write("one\r\ntwo".getBytes());
        client.shutdownOutput();
        assertThat(Wait.until(server::hasEnded)).isTrue();
        assertThat(server.heard()).isEqualTo("one\r\ntwo");
        assertThat(server.lines()).isOne();
    }

    @Test
    void serverThatHasEndedStillHears() throws Exception {
        server.says("bye");
        server.ends();
        assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("bye\n");
        client.getOutputStream().write('\n');
        assertThat(Wait.until(() -> server.lines() == 1)).isTrue();
    }

    @Test
    void brokenConnectionIsReset() throws Exception {
        server.breaks();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(IOException.class);
    }

    @Test
    void screenHoldsTheThreadThatPrints() throws Exception {
        PlayedScreen screen = new PlayedScreen();
        screen.hold();
        Thread printing = new Thread(() -> new PrintStream(screen, true).print("a\r\n"));
        printing.start();
        assertThat(Wait.until(screen::isHeld)).isTrue();
        assertThat(screen.text()).isEmpty();
        screen.release();
        printing.join();
        assertThat(screen.text()).isEqualTo("a\n");
        assertThat(screen.lines()).isOne();
    }
}
