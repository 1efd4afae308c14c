package chatlab.server;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong: flood of lines, by many connections from one address or one that comes again and again. */
@Timeout(60)
class AddressFloodTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** Ten lines, away, ten lines, away: that would be as good as no limit. And so would be sixty at the same time. */
    @Test
    void allFromOneAddressTogetherHaveALimitToo() throws Exception {
        AddressGates gates = new AddressGates(TestServer.settings());
        for (int i = 0; i < 128; i++) {
            assertThat(gates.reserve(LAB, 1, 0)).isZero();
        }
        assertThat(gates.reserve(LAB, 1, 0)).isBetween(62L, 64L);
        assertThat(gates.reserve(LAB, 80, 0)).as("behind the first").isBetween(124L, 128L);
        assertThat(gates.reserve(LAB, 1, 0)).isBetween(82 * 62L, 82 * 63L);
        assertThat(gates.reserve(NEXT_DOOR, 1, 0)).isZero();
        gates.charge(LAB, -80, 0); // it was not said after all
        assertThat(gates.reserve(LAB, 1, 0)).isBetween(3 * 62L, 3 * 63L);
        assertThat(gates.reserve(LAB, 1, SECOND)).isZero();
    }

    @Test
    void nothingIsGivenBackThatWasPaidAlready() throws Exception {
        AddressGates gates = new AddressGates(TestServer.settings());
        gates.charge(LAB, 1, 0);
        gates.charge(LAB, -100, 0);
        gates.charge(LAB, 128, 0);
        assertThat(gates.reserve(LAB, 1, 0)).isPositive();
    }

    @Test
    void whereAnAddressIsNotLimitedThereIsNone() throws Exception {
        assertHasNoLimit(new AddressGates(TestServer.settings("--max-per-address", "0")), LAB);
        assertHasNoLimit(new AddressGates(TestServer.settings("--flood", "off")), LAB);
        assertHasNoLimit(new AddressGates(TestServer.settings()), InetAddress.getLoopbackAddress());
    }

    private static void assertHasNoLimit(AddressGates gates, InetAddress address) {
        gates.charge(address, 1000, 0);
        assertThat(gates.reserve(address, 1, 0)).isZero();
    }

    @Test
    void whatTwentyFromOneAddressSayIsSlowedDownThoughEachSaysLittle() throws Exception {
        try (TestServer server = TestServer.start()) {
            List<Peer> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                all.add(server.connectFrom(LAB));
                sayLittle(all.get(i), "n" + i);
            }
            assertAnyIsSlowedBefore(all, "PONG :end");
        }
    }

    /** As many lines as anybody may say at once. */
    private static void sayLittle(Peer peer, String name) throws IOException {
        peer.send("/proto 1 " + name);
        peer.send(Collections.nCopies(7, "/ping").toArray(String[]::new));
        peer.send("/ping end");
    }

    private static boolean isSlowedBefore(Peer peer, String last) throws IOException {
        return peer.linesUntil(last).stream().anyMatch(line -> line.contains("Too much is said from your address"));
    }

    private static void assertAnyIsSlowedBefore(List<Peer> peers, String last) throws IOException {
        boolean slowed = false;
        for (Peer peer : peers) {
            slowed |= isSlowedBefore(peer, last);
        }
        assertThat(slowed).isTrue();
    }

    @Test
    void norDoesItHelpToComeBack() throws Exception {
        try (TestServer server = TestServer.start()) {
            boolean slowed = false;
            for (int i = 0; i < 20 && !slowed; i++) {
                try (Peer ada = server.connectFrom(LAB)) {
                    sayLittle(ada, "ada" + i);
                    slowed = isSlowedBefore(ada, "PONG :end");
                }
            }
            assertThat(slowed).isTrue();
        }
    }

    /** Or they keep the accept thread from all others. */
    @Test
    void whoConnectsTooFastIsTurnedAwayAtTheDoor() throws Exception {
        try (TestServer server = TestServer.start("--max-per-address", "1000")) {
            List<Peer> all = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                all.add(server.connectFrom(LAB));
            }
            all.get(127).expectMatch("\\* CHAT/1 .*");
            assertThat(all.get(399).readLine()) // or nothing, where many are told
                    .isIn(null, "* Too many connections came from your address just now. Try again in a moment.");
            server.connectFrom(NEXT_DOOR).expectMatch("\\* CHAT/1 .*");
        }
    }

    /** A program that waits for HELLO is told nothing else meanwhile, and nobody is told with every line. */
    @Test
    void thatItIsTheAddressIsSaidOnceAndNotBeforeEntering() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.server.services().gates().charge(LAB, 140, System.nanoTime());
            Peer ada = server.connectFrom(LAB);
            ada.send("/proto 1 ada");
            ada.expectMatch("\\* CHAT/1 .*");
            ada.expectMatch("HELLO .*");
            ada.expectMatch("JOIN .*");
            server.server.services().gates().charge(LAB, 30, System.nanoTime());
            ada.send("/ping 1", "/ping 2", "/ping 3");
            ada.expectMatch("NOTE code=slow-down :Too much .*");
            ada.expect("PONG :1", "PONG :2", "PONG :3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/op@o opensesame", "/Op opensesame"}) // a phone begins with a capital
    void theKeyOfTheInstructorNeedNotWait(String key) throws Exception {
        try (TestServer server = TestServer.start("--key", "opensesame")) {
            Peer ada = server.richFrom(LAB, "ada");
            server.server.services().gates().charge(LAB, 100_000, System.nanoTime());
            ada.send(key, "/ping");
            ada.skipTo("WHO name=ada .* state=op");
            ada.skipTo("PONG");
        }
    }

    @Test
    void whatOnlyBeginsLikeItWaits() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (String line : new String[] {"/opera", "/quitter", "op"}) {
                Peer ada = server.connectFrom(LAB);
                ada.send("/proto 1 ada", "/ping in");
                ada.skipTo("PONG :in");
                server.server.services().gates().charge(LAB, 150, System.nanoTime());
                ada.send(line);
                ada.skipTo("NOTE code=slow-down :Too much .*");
                server.server.services().gates().charge(LAB, -150, System.nanoTime());
                ada.send("/quit");
                ada.skipTo("BYE .*");
            }
        }
    }

    /** Or the free line could be used to try them all. */
    @Test
    void aWrongKeyIsNotFree() throws Exception {
        try (TestServer server = TestServer.start("--key", "4711")) {
            AddressGates gates = server.server.services().gates();
            Peer eve = server.connectFrom(LAB);
            eve.send("/proto 1 eve", "/ping in");
            eve.skipTo("PONG :in");
            long now = System.nanoTime();
            gates.charge(LAB, 200, now);
            long before = gates.reserve(LAB, 0, now);
            eve.send("/op@1 0001");
            eve.skipTo("ERR re=1 .*");
            assertThat(gates.reserve(LAB, 0, now) - before).isBetween(2 * 62L, 2 * 63L);
        }
    }

    /** Who asks for nothing else would enter for nothing, again and again. */
    @Test
    void butNotWhereItIsTheFirstLine() throws Exception {
        try (TestServer server = TestServer.start("--key", "opensesame")) {
            Peer bob = server.rich("bob");
            server.server.services().gates().charge(LAB, 100_000, System.nanoTime());
            server.connectFrom(LAB).send("/op x");
            Peer ada = server.rich("ada");
            ada.send("/ping");
            ada.skipTo("PONG");
            bob.expectMatch("JOIN .* name=ada .*");
        }
    }

    /** Each of sixty could have one ready, and end it at the same moment. */
    @Test
    void aPasteCountsForAllFromItsAddressWhenItIsSaid() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.richFrom(LAB, "ada");
            Peer eve = server.richFrom(LAB, "eve");
            server.server.services().gates().charge(LAB, 110, System.nanoTime());
            ada.send("/paste");
            ada.send(Collections.nCopies(500, "x").toArray(String[]::new));
            ada.send(".");
            ada.skipTo("MSG .* part=500/500 .*");
            eve.send("/ping");
            eve.skipTo("NOTE code=slow-down :Too much is said .*");
        }
    }

    /** Sixty at the same time would silence the others for minutes. */
    @Test
    void aPasteThatWouldHaveToWaitForLongIsRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            AddressGates gates = server.server.services().gates();
            Peer ada = server.connectFrom(LAB);
            ada.send("/nick ada", "/paste");
            ada.skipTo("\\* .*a dot.*");
            long now = System.nanoTime();
            gates.charge(LAB, 1000, now);
            long before = gates.reserve(LAB, 0, now);
            ada.send("x", ".");
            ada.expectMatch("! full: Too much is said from your address just now\\. .*");
            assertThat(gates.reserve(LAB, 0, now)).isEqualTo(before);
        }
    }

    /** Or the others would wait for what nobody says. */
    @Test
    void whoIsSentAwayWhileItWaitsGivesItsTurnBack() throws Exception {
        try (TestServer server = TestServer.start()) {
            AddressGates gates = server.server.services().gates();
            Peer ada = server.richFrom(LAB, "ada");
            long now = System.nanoTime();
            gates.charge(LAB, 1000, now);
            ada.send("/ping");
            ada.skipTo("NOTE code=slow-down :Too much .*");
            long before = gates.reserve(LAB, 0, now);
            server.type("kick ada");
            await().untilAsserted(() -> assertThat(gates.reserve(LAB, 0, now)).isLessThan(before));
        }
    }

    @Test
    void aLongAnswerCountsForThemToo() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send(Collections.nCopies(90, "/say " + "x".repeat(2500)).toArray(String[]::new));
            ada.send("/ping said");
            ada.skipTo("PONG :said");
            server.server.services().gates().charge(LAB, 40, System.nanoTime());
            List<Peer> all = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                Peer peer = server.connectFrom(LAB);
                peer.send("/proto 1 n" + i, "/history", "/history", "/history@end");
                all.add(peer);
            }
            assertAnyIsSlowedBefore(all, "END re=end");
        }
    }

    @Test
    void whoHasToWaitIsNotLetInAsAGuestMeanwhile() throws Exception {
        try (TestServer server = TestServer.start("--join-millis", "1000")) {
            Peer bob = server.rich("bob");
            server.server.services().gates().charge(LAB, 128 + 32, System.nanoTime());
            server.connectFrom(LAB).send("/proto 1 ada"); // is obeyed after two seconds
            bob.expectMatch("JOIN room=lobby name=ada .*");
        }
    }

    @Test
    void whoComesAndSaysNothingCountsToo() throws Exception {
        try (TestServer server = TestServer.start("--join-millis", "1")) {
            Peer bob = server.rich("bob");
            long before = System.nanoTime(); // when nothing has been paid yet
            server.server.services().gates().charge(LAB, 126, before);
            server.connectFrom(LAB);
            bob.skipTo("JOIN .*");
            assertThat(server.server.services().gates().reserve(LAB, 1, before)).isPositive();
        }
    }
}
