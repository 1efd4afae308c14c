package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import chatlab.protocol.testing.Peer;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import chatlab.server.session.Session;
import chatlab.server.support.DeliveryKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong: a client reads slowly, or never. */
class SlowReaderTest {
    private static final int BATCH = 25;
    private static final int MOST = 20_000;

    private static final String ADAS_WRITER = "client 1 ada writer";

    /** Eve talks and bob sees each message, until the client that does not read has been noticed. */
    private static final class Talk {
        private final Peer eve;
        private final Peer bob;
        private final List<String> others = new ArrayList<>();
        private int said;

        Talk(TestServer server) throws Exception {
            bob = server.rich("bob");
            eve = server.plain("eve");
            bob.skipTo("JOIN .* name=eve .*");
        }

        void until(BooleanSupplier noticed) throws Exception {
            byte[] batch = ("/say " + "x".repeat(4000) + "\n").repeat(BATCH).getBytes(StandardCharsets.UTF_8);
            while (!noticed.getAsBoolean()) {
                assertThat(said).as("messages said").isLessThan(MOST);
                eve.sendBytes(batch);
                for (int seen = 0; seen < BATCH; ) {
                    String line = bob.readLine();
                    if (line.startsWith("MSG ")) {
                        assertThat(line).contains(" id=" + ++said + " ");
                        seen++;
                    } else {
                        others.add(line);
                    }
                }
            }
        }

        /** The people in the room that have a connection, from {@code /who}. */
        List<String> present() throws Exception {
            bob.send("/who@present");
            List<String> names = new ArrayList<>();
            for (String line = bob.readLine(); !line.equals("END re=present"); line = bob.readLine()) {
                others.add(line);
                if (line.endsWith(" state=-")) {
                    names.add(line.replaceFirst("WHO name=(\\S+) .*", "$1"));
                }
            }
            return names;
        }

        String awaitOther(String regex) throws Exception {
            for (String line : others) {
                if (line.matches(regex)) {
                    return line;
                }
            }
            others.add(bob.readLine());
            return awaitOther(regex);
        }
    }

    /** Else a few people that send long pastes at the same time could have the receiver closed. */
    @Test
    void privateMessageToAClientWithMuchToReadIsRefused() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off");
                Line bobs = Line.open(99, new NoDelivery());
                Crowd crowd = new Crowd()) {
            Session bob = new Session(bobs.connection(), server.services());
            crowd.letDo(() -> bob.obey("/nick bob"));
            crowd.await();
            Peer ada = server.rich("ada");
            String[] paste = new String[402];
            Arrays.fill(paste, "x".repeat(100));
            paste[0] = "/paste bob";
            paste[401] = ".";
            for (int i = 0; i < 20; i++) { // more than fit
                ada.send(paste);
                ada.skipTo("MSG .* part=400/400 .*|ERR .*");
            }
            ada.send("/msg@m bob psst");
            ada.expectMatch("ERR re=m code=full :bob has too much to read.*");
            assertThat(bobs.connection().isLeaving()).isFalse();
        }
    }

    /** The former person of the new connection leaves the room first, and that is one message too much for the old one. */
    @Test
    void connectionThatOverflowsWhileItIsReplacedDoesNotTakeThePersonAway() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off");
                Line old = Line.open(99, new NoDelivery());
                Line fresh = Line.open(98, new NoDelivery());
                Crowd crowd = new Crowd()) {
            Session bob = new Session(old.connection(), server.services());
            Session guest = new Session(fresh.connection(), server.services());
            crowd.letDo(() -> {
                bob.obey("/proto 1 bob");
                String token = old.takeMail().replaceFirst("(?s).* token=(\\S+) .*", "$1");
                guest.obey("/nick carl");
                old.takeMail();
                for (int i = 0; i < 16 * 1024; i++) { // as many as fit
                    old.connection().send(new Event.Ping(""));
                }
                assertThat(old.connection().isLeaving()).isFalse();
                guest.obey("/proto 1 bob " + token);
            });
            crowd.await();
            Peer ada = server.rich("ada");
            ada.send("/who");
            ada.expect("WHO name=bob room=lobby state=-");
            server.type("kick bob");
            ada.skipTo("LEAVE .* name=bob .* code=kicked");
            assertThat(fresh.connection().isLeaving()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientThatNeverReadsIsClosedAndNoOtherMissesAMessage(DeliveryKind delivery) throws Exception {
        String[] options = {
            "--flood", "off", "--grace-millis", "10", "--last-words-millis", "2000", "--delivery", delivery.name()
        };
        try (TestServer server = TestServer.start(options)) {
            server.rich("ada");
            server.plain("joe");
            Talk talk = new Talk(server);
            talk.until(() -> isShown(server, "ada does not read") && isShown(server, "joe does not read"));
            assertThat(talk.present())
                    .as("at once, and not only when the connection is closed")
                    .containsExactly("bob", "eve");
            talk.awaitOther("WHO name=ada room=lobby state=lost");
            talk.awaitOther("LEAVE room=lobby name=ada at=\\S+ code=lost");
            talk.awaitOther("LEAVE room=lobby name=joe at=\\S+ code=lost");
            await().until(() -> server.services().connections().get().size() == 2);
            await().until(() -> names().stream().noneMatch(name -> name.matches("client \\d (ada|joe) .*")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientThatReadsAgainSeesWholeLinesAndTheReason(DeliveryKind delivery) throws Exception {
        try (TestServer server = TestServer.start("--flood", "off", "--delivery", delivery.name())) {
            Peer ada = server.rich("ada");
            Talk talk = new Talk(server);
            talk.until(() -> isShown(server, "ada does not read"));
            List<String> lines = ada.readAll();
            assertThat(lines).allMatch(line -> Event.parse(line).isPresent());
            assertThat(lines.get(lines.size() - 1)).matches("BYE code=slow :.*");
        }
    }

    @Test
    void clientThatReadsLateButEarlyEnoughMissesNothing() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            Talk talk = new Talk(server);
            talk.until(() -> adaHasAWriter(server));
            talk.eve.send("/say the end");
            int seen = 0;
            for (String line = ada.readLine(); !line.endsWith(":the end"); line = ada.readLine()) {
                if (line.startsWith("MSG ")) {
                    assertThat(line).contains(" id=" + ++seen + " ");
                }
            }
            assertThat(seen).isEqualTo(talk.said);
            ada.send("/ping"); // and it has a writer of its own for now
            ada.expect("PONG");
        }
    }

    @Test
    void threadThatWaitsForAClientToReadIsShown() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            server.rich("ada");
            Talk talk = new Talk(server);
            talk.until(() -> adaHasAWriter(server));
            talk.until(() -> isShownToWaitForAda(server)); // and not only for the processor
        }
    }

    @Test
    void serverClosesAlthoughAClientDoesNotRead() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off", "--last-words-millis", "10000")) {
            server.rich("ada");
            Talk talk = new Talk(server);
            talk.until(() -> adaHasAWriter(server));
            server.server.close();
            assertThat(talk.awaitOther("BYE .*")).startsWith("BYE code=shutdown");
            await().until(() -> !names().contains(ADAS_WRITER));
        }
    }

    /**
     * Whether a thread writes to ada only. Where none does, all mail to her has been written: she does not read, and her
     * outbox must not overflow before a late thread sees that.
     */
    private static boolean adaHasAWriter(TestServer server) {
        await().until(() -> names().contains(ADAS_WRITER) || isAllWrittenToAda(server));
        return names().contains(ADAS_WRITER);
    }

    /** Whether the screen says that ada's writer waits for ada to read; false where all was written before it could. */
    private static boolean isShownToWaitForAda(TestServer server) {
        String words = ADAS_WRITER + ": waits in write() for the client to read";
        await().until(() -> {
            server.type("threads");
            return isShown(server, words) || isAllWrittenToAda(server);
        });
        return isShown(server, words);
    }

    private static boolean isAllWrittenToAda(TestServer server) {
        return server.services().connections().get().stream()
                .filter(client -> client.name().equals("ada"))
                .allMatch(client -> client.figures().waiting() == 0);
    }

    private static boolean isShown(TestServer server, String words) {
        return server.screen.shown().stream().anyMatch(line -> line.contains(words));
    }

    private static List<String> names() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).toList();
    }
}
