package chatlab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Rows;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.Delivery;
import chatlab.server.delivery.GatedSocket;
import chatlab.server.delivery.Line;
import chatlab.server.session.Shared;
import chatlab.server.support.DeliveryKind;
import chatlab.server.support.Threads;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that a client may send, in packets of any size, and the ways in which a connection ends. */
class BytesTest {
    @Test
    void linesAreTheSameInSinglePacketsAndByteByByte() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            String lines = "/nick ada\r\n" + "grüß dich 😀\n\n" + "/say zweitens\n";
            Peer ada = server.connect();
            for (byte b : lines.getBytes(StandardCharsets.UTF_8)) {
                ada.sendBytes(new byte[] {b});
            }
            expectAdasLines(bob);
            ada.send("/quit");
            bob.skipTo("LEAVE .*");
            server.connect().sendBytes(lines.getBytes(StandardCharsets.UTF_8));
            expectAdasLines(bob);
        }
    }

    private static void expectAdasLines(Peer bob) throws Exception {
        bob.expectMatch("JOIN room=lobby name=ada at=\\S+");
        bob.expectMatch("MSG .* from=ada .* :grüß dich 😀");
        bob.expectMatch("MSG .* from=ada .* :zweitens");
    }

    @Test
    void invalidUtf8IsRefusedAndNotShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.sendRaw("gr\u00fc\u00df dich\n");
            ada.sendRaw("/say half a \u00f0\u009f\u0098\n");
            ada.send("/say good");
            ada.expectMatch("ERR code=bad-utf8 :.*UTF-8.*");
            ada.expectMatch("ERR code=bad-utf8 :.*");
            bob.expectMatch("MSG .* :good");
        }
    }

    @Test
    void controlCharactersBecomeSpacesAndByteOrderMarkIsDropped() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.send("\uFEFF/nick ada", "a\0b\rc\u001b[2Jd\u2028e\u0085f\u202eg");
            bob.expectMatch("JOIN room=lobby name=ada .*");
            assertThat(bob.readLine()).endsWith(" :a b c [2Jd e f g");
        }
    }

    @Test
    void overlongLineIsSkipped() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/say " + "x".repeat(4092), "/say " + "y".repeat(4091), "x".repeat(60_000), "/say done");
            ada.expectMatch("ERR code=too-long :.*");
            ada.expectMatch("MSG .* :y{4091}");
            ada.expectMatch("ERR code=too-long :.*");
            bob.expectMatch("MSG .* :y{4091}");
            bob.expectMatch("MSG .* :done");
        }
    }

    @Test
    void lineWithoutEndClosesTheConnection() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.connect();
            ada.send("/nick ada");
            ada.sendRaw("x".repeat(80_000));
            ada.skipTo("\\* No end of a line in 64 KiB.*");
            ada.expectEnd();
        }
    }

    @Test
    void tenUnreadableLinesCloseTheConnection() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            for (int i = 0; i < 2; i++) { // nine are not yet too many, and a good line forgives them
                ada.sendRaw("\u00ff\n".repeat(9));
                ada.send("/ping");
                ada.skipTo("PONG");
            }
            ada.sendRaw("\u00ff\n".repeat(10));
            ada.skipTo("BYE code=error :Too many lines that cannot be read.*");
            ada.expectEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /a?b HTTP/1.0\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void browserIsToldThatThisIsAChat(String request) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer browser = server.connect();
            browser.sendRaw(request);
            browser.expectMatch("\\* CHAT/1 .*");
            browser.expect("* This is a chat server, not a web server. Connect with: nc HOST PORT");
            browser.expectEnd();
            server.rich("ada");
            bob.expectMatch("JOIN room=lobby name=ada .*");
        }
    }

    @Test
    void lineAboutHttpIsSaid() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.connect().send("What is new in HTTP/1.1");
            bob.skipTo("MSG .* :What is new in HTTP/1.1");
        }
    }

    @Test
    void tlsClientIsToldThatThisIsPlainText() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer browser = server.connect();
            browser.sendRaw("\u0016\u0003\u0001\u0002\0\u0001\0\u0001\u00fc\u0003\u0003");
            browser.expectMatch("\\* CHAT/1 .*");
            browser.expect("* This is a chat server that speaks plain text, not TLS.");
            browser.expectEnd();
        }
    }

    @Test
    void halfClosedClientIsAnsweredToTheEnd() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.send("/nick ada", "hello", "/who");
            ada.sendRaw("no end of a line");
            ada.endOutput();
            assertThat(ada.readAll()).hasSize(3).element(2).asString().matches("\\* 2 people are in lobby: +bob ada");
            bob.expectMatch("JOIN .* name=ada .*");
            bob.expectMatch("MSG .* :hello");
            bob.expectMatch("MSG .* :no end of a line");
            bob.expectMatch("LEAVE room=lobby name=ada at=\\S+ code=quit");
        }
    }

    @Test
    void halfClosedClientThatReadsLateIsWaitedFor() throws Exception {
        GatedSocket adas = GatedSocket.closed(); // nothing comes from there, and what goes there waits
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaint -> {});
        try (TestServer server = TestServer.start();
                Delivery office = Delivery.of(DeliveryKind.POSTMAN, threads, () -> {}, complaint -> {})) {
            office.start();
            Shared services = server.services();
            Connection ada = Line.connection(9, adas, office);
            office.add(ada);
            services.connectionLimit().connect(ada.address(), System.nanoTime());
            Thread reader = threads.start("reader", new ClientReader(ada, services));
            adas.awaitWrite();
            await().until(() -> reader.getState() == Thread.State.WAITING);
            assertThat(ada.isClosed()).isFalse();
            adas.letOneWriteThrough();
            adas.letOneWriteThrough(); // the greeting, and that it was all
            reader.join();
            assertThat(ada.isClosed()).isTrue();
            assertThat(adas.written()).startsWith("* CHAT/1 ");
        }
    }

    /** The client's machine is gone, so its end of the connection is never closed. Here the server's end is not either. */
    @Test
    void clientThatIsGivenUpHasLeftBeforeItsConnectionIsClosed() throws Exception {
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaint -> {});
        try (TestServer server = TestServer.start("--ping-millis", "200", "--grace-millis", "10");
                Delivery office = Delivery.of(DeliveryKind.POSTMAN, threads, () -> {}, complaint -> {});
                ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Peer ada = Peer.connect(listening.getLocalPort());
                Socket accepted = listening.accept()) {
            office.start();
            Peer bob = server.plain("bob");
            Connection connection = Line.connection(9, accepted, office);
            office.add(connection);
            server.services().connectionLimit().connect(connection.address(), System.nanoTime());
            threads.start("reader", new ClientReader(connection, server.services()));
            ada.send("/proto 1 ada");
            bob.expect("* ada joined.", "* ada left (connection lost).");
            assertThat(connection.isClosed()).isFalse();
        }
    }

    @Test
    void clientReadsAllUpToGoodbyeThoughItHasSentMoreThanWasRead() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer eve = server.rich("eve");
            for (int i = 0; i < 100; i++) { // together more than ada's system takes while she does not read
                eve.send("/say " + "x".repeat(4000));
                eve.expectMatch("MSG .* id=" + (i + 1) + " .*");
            }
            ada.send("/quit", "too late".repeat(2000));
            eve.expectMatch("LEAVE room=lobby name=ada .*");
            assertThat(ada.readAll())
                    .filteredOn(row -> !Rows.goesOn(row))
                    .hasSize(102)
                    .startsWith("* eve joined.")
                    .endsWith("* Goodbye.");
        }
    }

    @Test
    void resetConnectionIsSeenToLeaveOnce() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.reset();
            bob.expectMatch("LEAVE room=lobby name=ada at=\\S+ code=lost");
            server.rich("eve");
            bob.expectMatch("JOIN .* name=eve .*");
            server.screen.awaitLine(".* eve is in lobby.*");
            assertThat(server.screen.shown()).noneMatch(line -> line.contains("unexpectedly"));
        }
    }
}
