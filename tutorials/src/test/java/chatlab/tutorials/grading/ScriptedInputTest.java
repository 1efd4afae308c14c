package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faults that graders put in: pieces, a proxy, a meeting of two threads. */
@Timeout(300)
class ProxyFaultsTest {
    private static final byte[] BYTES = "h\u00e9llo\nworld\n".getBytes(StandardCharsets.UTF_8);

    @Test
    void piecesAreTheSameBytesHoweverTheyAreCut() throws IOException {
        for (PiecewiseInput pieces : PiecewiseInput.everyCut(BYTES)) {
            assertThat(pieces.readAllBytes()).as(pieces.toString()).isEqualTo(BYTES);
        }
        assertThat(PiecewiseInput.everyCut(BYTES)).hasSize(BYTES.length - 1);
        assertThat(PiecewiseInput.single(BYTES).read(new byte[100])).isEqualTo(1);
        assertThat(PiecewiseInput.merged(BYTES).read(new byte[100])).isEqualTo(BYTES.length);
        assertThat(PiecewiseInput.cutAfter(2, BYTES).read(new byte[100])).isEqualTo(2);
        assertThat(PiecewiseInput.random(7, BYTES).toString())
                .isEqualTo(PiecewiseInput.random(7, BYTES).toString());
        assertThat(PiecewiseInput.random(7, BYTES).readAllBytes()).isEqualTo(BYTES);
    }

    @Test
    void piecesMayComeWithTimeouts() throws IOException {
        InputStream pieces = PiecewiseInput.cutAfter(2, BYTES).withTimeouts();
        assertThat(pieces.readNBytes(2)).hasSize(2);
        org.assertj.core.api.Assertions.assertThatThrownBy(pieces::read).isInstanceOf(SocketTimeoutException.class);
        assertThat(pieces.readAllBytes()).hasSize(BYTES.length - 2);
    }

    @Test
    void scriptedBytesAreTheSameHoweverTheyAreCut() throws IOException {
        for (ScriptedInput in : ScriptedInput.cutInAllWays("h\u00e9llo\n")) {
            assertThat(in.readAllBytes()).as(in.toString()).asString().isEqualTo("h\u00e9llo\n");
        }
        assertThat(ScriptedInput.cutInAllWays("12345")).hasSize(16);
        assertThat(ScriptedInput.cutOnce("12345")).hasSize(5);
        assertThat(ScriptedInput.byteByByte("12345").read(new byte[100])).isEqualTo(1);
        assertThat(ScriptedInput.of("12345").read(new byte[100])).isEqualTo(5);
    }

    @Test
    void scriptIsShownAsItHappens() throws IOException {
        ScriptedInput in = ScriptedInput.of("a\n", new byte[] {(byte) 0xe2}).withTimeouts();
        assertThat(in).hasToString("\"a\\n\" | time-out | bytes E2 | the end");
        assertThat(in.readNBytes(2)).hasSize(2);
        org.assertj.core.api.Assertions.assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        assertThat(in.readAllBytes()).hasSize(1);
    }

    @Test
    void aProxyPassesOnWhatItCuts() throws Exception {
        for (int i = 0; i < 3; i++) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                    Proxy proxy = i == 0
                            ? Proxy.splitting(server.getLocalPort(), 42)
                            : i == 1
                                    ? Proxy.merging(server.getLocalPort())
                                    : Proxy.delaying(server.getLocalPort(), Duration.ofMillis(100));
                    Client client = Client.connect(proxy.port());
                    Socket accepted = server.accept()) {
                client.send("one");
                client.send("two");
                client.endOutput();
                assertThat(accepted.getInputStream().readAllBytes()).asString().isEqualTo("one\ntwo\n");
                accepted.getOutputStream().write(BYTES);
                accepted.shutdownOutput();
                assertThat(client.line()).isEqualTo("h\u00e9llo");
                assertThat(client.line()).isEqualTo("world");
                assertThat(client.line()).isNull();
            }
        }
    }

    @Test
    void missingServerEndsTheConnectionAndNotTheProxy() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (Proxy proxy = Proxy.to(port)) {
            for (int i = 0; i < 2; i++) {
                try (Client client = Client.connect(proxy.port())) {
                    assertThat(client.line()).isNull();
                }
            }
        }
    }

    @Test
    void aProxyStallsAndGoesOn() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Proxy proxy = Proxy.to(server.getLocalPort());
                Client client = Client.connect(proxy.port());
                Socket accepted = server.accept()) {
            proxy.stall();
            accepted.getOutputStream().write(BYTES);
            proxy.resume();
            assertThat(client.line()).isEqualTo("h\u00e9llo");
            proxy.reset();
            assertThat(client.line()).isEqualTo("world");
            assertThat(client.line()).isNull();
        }
    }

    @Test
    void differentLocksLetTwoThreadsMeetAndLoseACount() throws Exception {
        Meeting meeting = new Meeting();
        assertThat(countTwo(meeting, new Object(), new Object())).isOne();
        assertThat(meeting.met()).isTrue();
    }

    private static int countTwo(Meeting meeting, Object adasLock, Object bobsLock) throws InterruptedException {
        int[] count = {0};
        Thread ada = new Thread(() -> count(count, meeting, adasLock));
        Thread bob = new Thread(() -> count(count, meeting, bobsLock));
        ada.start();
        bob.start();
        ada.join();
        bob.join();
        return count[0];
    }

    private static void count(int[] count, Meeting meeting, Object lock) {
        synchronized (lock) {
            int before = count[0];
            meeting.pass();
            count[0] = before + 1;
        }
    }
}
