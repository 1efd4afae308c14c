package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.FreePort;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong: SIGTERM, whose handler is {@link ChatServer#close}. */
class ClosingTest {
    /** More clients at once in each of three threads may be more than there are file descriptors. */
    private static final int MOST_CLIENTS = 300;

    @Test
    void closingSaysGoodbyeToAllClients() throws Exception {
        try (TestServer server = TestServer.start();
                Crowd crowd = new Crowd()) {
            Peer ada = server.rich("ada");
            Peer bob = server.plain("bob");
            Peer eve = server.connect();
            eve.expectMatch("\\* CHAT/1 .*");
            crowd.letDo(server.server::close);
            ada.skipTo("BYE code=shutdown :The server is closing\\. Goodbye\\.");
            ada.expectEnd();
            bob.expect("* The server is closing. Goodbye.");
            bob.expectEnd();
            eve.expect("* The server is closing. Goodbye.");
            eve.expectEnd();
            for (Peer peer : List.of(ada, bob, eve)) {
                peer.close();
            }
            crowd.await();
        }
    }

    @Test
    void closingLeavesNoThreadAndNoSocket() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        int port = FreePort.find();
        try (TestServer server = TestServer.startAt(port, "--max-clients", "3", "--last-words-millis", "10")) {
            server.rich("ada").reset();
            server.screen.awaitLine(".*ada has lost.*");
            server.plain("bob").sendRaw("half a li");
            server.rich("eve");
            server.connect();
            server.connect().readLine(); // turned away
            server.server.close();
        }
        await().untilAsserted(() -> {
            Set<Thread> now = new HashSet<>(Thread.getAllStackTraces().keySet());
            now.removeAll(before);
            now.removeIf(thread -> thread.getName().equals("keyboard"));
            assertThat(now)
                    .filteredOn(thread -> thread.getName().matches("accept|postman|watchdog|house.*|cons.*|client.*"))
                    .isEmpty();
        });
        new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }

    @Test
    void clientThatComesAtTheLastMomentIsClosedToo() throws Exception {
        for (int round = 0; round < 10; round++) {
            CountDownLatch manyAreHere = new CountDownLatch(20);
            try (TestServer server = TestServer.start();
                    Crowd crowd = new Crowd()) {
                for (int i = 0; i < 3; i++) {
                    crowd.letDo(() -> {
                        List<Peer> mine = new ArrayList<>();
                        try {
                            while (mine.size() < MOST_CLIENTS) {
                                mine.add(server.connect());
                                manyAreHere.countDown();
                            }
                        } catch (IOException e) {
                            // the server has closed its door
                        }
                        for (Peer peer : mine) {
                            if (isGreeted(peer)) {
                                peer.readAll();
                            }
                            peer.close();
                        }
                    });
                }
                manyAreHere.await();
                server.server.close();
                crowd.await();
                await().until(() -> server.services().connections().get().isEmpty());
            }
        }
    }

    /** Otherwise it was never accepted: the system resets it, or sometimes forgets to tell it anything at all (seen). */
    private static boolean isGreeted(Peer peer) throws IOException {
        try {
            peer.socket().setSoTimeout(1000);
            boolean greeted = peer.readLine() != null;
            peer.socket().setSoTimeout(HangLimit.MILLIS);
            return greeted;
        } catch (SocketException | SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void interruptedThreadClosesTheServerProperly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript");
        TestServer server = TestServer.start("--transcript", file.toString());
        Peer ada = server.rich("ada");
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread closing = new Thread(() -> {
            Thread.currentThread().interrupt();
            server.server.close();
            interrupted.set(Thread.interrupted());
        });
        closing.start();
        ada.skipTo("BYE code=shutdown .*");
        ada.expectEnd();
        ada.close(); // for which it waits
        closing.join();
        assertThat(interrupted).isTrue();
        assertThat(Files.readAllLines(file)).last().asString().startsWith("BYE code=shutdown");
        server.close();
    }

    @Test
    void threadInterruptedWhileClosingClosesTheServerProperly(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript");
        TestServer server = TestServer.start("--transcript", file.toString());
        Peer ada = server.rich("ada");
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread closing = new Thread(() -> {
            server.server.close();
            interrupted.set(Thread.interrupted());
        });
        closing.start();
        ada.skipTo("BYE code=shutdown .*"); // it waits for her to hang up, which she does not
        closing.interrupt();
        closing.join();
        assertThat(interrupted).isTrue();
        assertThat(Files.readAllLines(file)).last().asString().startsWith("BYE code=shutdown");
        server.close();
    }

    @Test
    void closingTwiceEndsTheTranscriptOnce(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 10; i++) {
            Path file = folder.resolve("transcript" + i);
            try (TestServer server = TestServer.start("--transcript", file.toString());
                    Crowd crowd = new Crowd()) {
                Peer ada = server.rich("ada");
                for (int j = 0; j < 4; j++) {
                    crowd.letDo(server.server::close);
                }
                crowd.letDo(server.server::awaitClosed);
                ada.skipTo("BYE .*");
                ada.close(); // for which they wait
                crowd.await();
                assertThat(Files.readAllLines(file)).containsOnlyOnce("BYE code=shutdown");
                assertThat(server.screen.shown()).noneMatch(line -> line.contains("transcript"));
            }
        }
    }

    @Test
    void lastWordsOfTheInstructorAreInTheTranscript(@TempDir Path folder) throws Exception {
        for (int i = 0; i < 20; i++) {
            Path file = folder.resolve("transcript" + i);
            try (TestServer server = TestServer.start("--transcript", file.toString())) {
                server.type("announce that is all");
                server.type("quit");
                server.server.awaitClosed();
            }
            List<String> lines = Files.readAllLines(file);
            lines.removeIf(line -> line.startsWith("NOTE "));
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).matches("MSG room=\\* from=server .* :that is all");
            assertThat(lines.get(1)).isEqualTo("BYE code=shutdown");
        }
    }
}
