package chatlab.server.limits;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too many connections. The limit by address does not hold for loopback, so it is tested with invented addresses. */
class ConnectionLimitTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private static InetAddress address(String address) throws Exception {
        return InetAddress.getByName(address); // digits only: nothing is looked up
    }

    private static ConnectionLimit limit(String... options) {
        return new ConnectionLimit(TestServer.settings(options));
    }

    @Test
    void eachAddressHasItsOwnLimit() throws Exception {
        ConnectionLimit limit = limit("--max-per-address", "2");
        limit.connect(LAB, 0);
        limit.connect(LAB, 0);
        assertRefused(limit, LAB, "There are 2 connections from your address already, and no more are let in.");
        limit.connect(NEXT_DOOR, 0);
        limit.disconnect(LAB);
        limit.connect(LAB, 0);
        assertRefused(limit, LAB, "There are 2 connections .*");
        assertThat(limit.connections()).isEqualTo(3);
    }

    @Test
    void defaultLimitIsNinetySixConnections() throws Exception {
        ConnectionLimit limit = limit();
        for (int i = 0; i < 96; i++) {
            limit.connect(LAB, 0);
        }
        assertRefused(limit, LAB, "There are 96 connections .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.5", "127.255.255.254", "::1"})
    void loopbackIsNotLimited(String loopback) throws Exception {
        ConnectionLimit limit = limit("--max-per-address", "1");
        for (int i = 0; i < 200; i++) {
            limit.connect(address(loopback), 0);
        }
    }

    @Test
    void zeroIsNoLimit() throws Exception {
        ConnectionLimit limit = limit("--max-per-address", "0");
        for (int i = 0; i < 200; i++) {
            limit.connect(LAB, 0);
        }
    }

    /** Each connection costs a thread, and some time of the accept thread, for which all others wait. */
    @Test
    void oneAddressConnects128TimesAtOnceAndThen16TimesASecond() throws Exception {
        ConnectionLimit limit = limit("--max-per-address", "1000");
        for (int i = 0; i < 128; i++) {
            limit.connect(LAB, 0);
        }
        assertRefused(limit, LAB, "Too many connections came from your address just now\\. .*");
        limit.connect(NEXT_DOOR, 0);
        for (int i = 0; i < 16; i++) {
            limit.connect(LAB, SECOND);
        }
        assertRefused(limit, LAB, "Too many connections .*");
    }

    /** A refused connection costs the server as much as an admitted one. */
    @Test
    void connectionRefusedForTheNumberCountsForThePace() throws Exception {
        ConnectionLimit limit = limit("--max-per-address", "1");
        limit.connect(LAB, 0);
        for (int i = 0; i < 127; i++) {
            assertRefused(limit, LAB, "There are 1 connections .*");
        }
        assertRefused(limit, LAB, "Too many connections .*");
    }

    private static void assertRefused(ConnectionLimit limit, InetAddress address, String why) {
        assertThatThrownBy(() -> limit.connect(address, 0))
                .isInstanceOf(RefusedException.class)
                .hasMessageMatching(why);
    }

    @Test
    void connectionBeyondTheLimitReadsALineInsteadOfTheGreeting() throws Exception {
        try (TestServer server = TestServer.start("--max-per-address", "1")) {
            server.connectFrom(LAB).expectMatch("\\* CHAT/1 .*");
            Peer second = server.connectFrom(LAB);
            second.expect("* There are 1 connections from your address already, and no more are let in.");
            second.expectEnd();
            server.connectFrom(NEXT_DOOR).expectMatch("\\* CHAT/1 .*");
        }
    }

    @Test
    void ipv6NetworkCountsAsOneAddress() throws Exception {
        try (TestServer server = TestServer.start("--max-per-address", "1")) {
            server.connectFrom(address("2001:db8:7:7::a")).expectMatch("\\* CHAT/1 .*");
            server.connectFrom(address("2001:db8:7:7:1:2:3:4")).expectMatch("\\* There are 1 connections .*");
            server.connectFrom(address("2001:db8:7:8::a")).expectMatch("\\* CHAT/1 .*");
        }
    }

    /** Thirty students may share an address. */
    @Test
    void floodingClientsDoNotDelayOthersOfTheirAddress() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 0; i < 28; i++) {
                Peer eve = server.connectFrom(LAB);
                eve.send("/proto 1 eve" + i, "/paste");
                eve.send(Collections.nCopies(400, "x").toArray(String[]::new));
                eve.send(".");
                eve.send(Collections.nCopies(20, "/ping").toArray(String[]::new));
            }
            Peer bob = server.connectFrom(LAB);
            bob.send("/proto 1 bob", "/paste", "y", ".", "/ping 1", "/ping 2", "/ping end");
            assertThat(bob.linesUntil("PONG :end"))
                    .anyMatch(line -> line.matches("MSG .* from=bob .* part=1/1 :y"))
                    .noneMatch(line -> line.startsWith("NOTE") || line.startsWith("ERR"));
        }
    }

    @Test
    void connectionBeyondMaxClientsIsRefusedWithWordsAndGetsNoThread() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "2")) {
            Peer ada = server.rich("ada");
            server.rich("bob");
            Peer third = server.connect();
            third.expect("* The server is full: 2 connections.");
            third.expectEnd();
            assertThat(server.services().connections().get()).hasSize(2);
            ada.send("/quit");
            ada.skipTo("BYE .*");
            ada.close();
            await().until(() -> knock(server) != null);
        }
    }

    @Test
    void twoHundredConnectionsAreTurnedAwayAtOnce() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "1")) {
            Peer ada = server.rich("ada");
            List<Peer> others = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                others.add(server.connect());
            }
            int closedSilently = 0;
            for (Peer other : others) {
                List<String> words = other.readAll();
                assertThat(words).hasSizeLessThanOrEqualTo(1).allMatch(line -> line.startsWith("* The server is full"));
                closedSilently += words.isEmpty() ? 1 : 0;
                other.close();
            }
            assertThat(closedSilently).isPositive();
            ada.send("/ping");
            ada.expect("PONG");
        }
    }

    @Test
    void connectionIsUncountedHoweverItEnds() throws Exception {
        try (TestServer server = TestServer.start("--max-clients", "1", "--line-millis", "20", "--grace-millis", "0")) {
            for (int i = 0; i < 50; i++) {
                Peer peer =
                        await().pollInterval(Duration.ofMillis(5)).until(() -> knock(server), found -> found != null);
                switch (i % 5) {
                    case 0 -> peer.reset();
                    case 1 -> peer.sendRaw("half a line");
                    case 2 -> peer.send("GET / HTTP/1.1");
                    case 3 -> peer.send("/proto 1 ada", "/quit");
                    default -> {
                        peer.send("/proto 1 bob");
                        peer.skipTo("JOIN .*");
                        peer.reset();
                    }
                }
                if (i % 5 != 0 && i % 5 != 4) {
                    peer.readAll();
                    peer.close();
                }
            }
            await().until(() -> server.services().connectionLimit().connections() == 0);
        }
    }

    /** A client that was let in, or null. The server tells most clients why they are turned away, and closes the rest at once. */
    private static Peer knock(TestServer server) throws Exception {
        Peer peer = server.connect();
        String line = peer.readLine();
        return line != null && line.startsWith("* CHAT/1 ") ? peer : null;
    }
}
