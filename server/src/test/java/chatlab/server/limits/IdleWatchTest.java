package chatlab.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that begin a line or a paste and do not end it, and rich clients that are silent. */
class IdleWatchTest {
    /** Never counted down: it is for doing something slowly. */
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void unfinishedLineEndsTheConnection() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "100")) {
            Peer ada = server.plain("ada");
            ada.sendRaw("hel");
            ada.skipTo("\\* You have begun a line or a paste and not ended it: the connection ends\\.");
            ada.expectEnd();
        }
    }

    @Test
    void unfinishedLineThatDripsEndsTheConnection() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "300");
                Crowd crowd = new Crowd()) {
            Peer ada = server.plain("ada");
            crowd.letDo(() -> repeatUntilClosed(() -> ada.sendRaw("x")));
            ada.skipTo("\\* You have begun a line .*");
            ada.expectEnd();
            ada.close();
            crowd.await();
        }
    }

    @Test
    void unfinishedPasteEndsTheConnectionThoughItsLinesAreWhole() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "300", "--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            ada.send("/paste");
            crowd.letDo(() -> repeatUntilClosed(() -> ada.send("whole lines do not help")));
            ada.skipTo("\\* You have begun a line .*");
            ada.close();
            crowd.await();
            bob.skipTo("LEAVE .* name=ada .*");
            bob.send("/history");
            bob.expect("END");
        }
    }

    private interface Sending {
        void run() throws IOException;
    }

    private void repeatUntilClosed(Sending sending) throws InterruptedException {
        try {
            while (!never.await(5, TimeUnit.MILLISECONDS)) {
                sending.run();
            }
        } catch (IOException e) {
            // closed, as it should be
        }
    }

    /** Lets minutes pass for the watch, when it can hear all clients again. It has ten minutes of patience with each. */
    private static void passWhenAllAreHeard(TestServer server, int minutes) throws Exception {
        await().until(() -> server.services().connections().get().stream()
                .allMatch(client -> client.threads().get(0).state().equals("reading")));
        pass(server, minutes);
    }

    private static void pass(TestServer server, int minutes) throws Exception {
        IdleWatch watch = server.services().idleWatch();
        int looks = minutes * 60_000 / watch.periodMillis();
        FutureTask<Void> looking = new FutureTask<>(() -> look(watch, looks), null);
        server.services().scheduler().after(0, looking); // its thread looks at other times, too
        looking.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private static void look(IdleWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    @Test
    void eachLineHasATimeOfItsOwn() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            ada.sendRaw("/ping read\nslow");
            for (int i = 0; i < 3; i++) {
                ada.skipTo("\\* pong read"); // the server has read the beginning of the line
                passWhenAllAreHeard(server, 4);
                ada.sendRaw("ly\n/ping read\nslow");
                bob.skipTo("MSG .*slowly");
            }
        }
    }

    @Test
    void eachPasteHasATimeOfItsOwn() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            ada.send("/ping read", "/paste");
            for (int i = 0; i < 3; i++) {
                ada.skipTo("\\* pong read"); // the server has read that the paste begins
                passWhenAllAreHeard(server, 4);
                ada.send("slowly", ".", "/ping read", "/paste");
                bob.skipTo("MSG .*slowly");
            }
        }
    }

    @Test
    void silentRichClientIsAskedAndThenLost() throws Exception {
        try (TestServer server = TestServer.start("--ping-millis", "200", "--grace-millis", "10", "--flood", "off")) {
            Peer silent = server.plain("eve");
            Peer ada = server.rich("ada");
            ada.expectMatch("PING.*");
            ada.expectMatch("BYE code=error :Nothing was heard from you.*");
            ada.expectEnd();
            ada.close();
            server.screen.awaitLine(".* - ada has left lobby, the connection was lost.*");
            silent.send("/ping still here");
            silent.expect("* ada joined.", "* ada left (connection lost).", "* pong still here");
        }
    }

    @Test
    void clientThatAnswersStays() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            for (int i = 0; i < 3; i++) {
                passWhenAllAreHeard(server, 11);
                ada.expectMatch("PING.*");
                ada.send("/pong", "/ping");
                ada.expectMatch("PONG");
            }
        }
    }

    /** The machine slept: what the client has answered waits in the socket when the watch looks for the first time. */
    @Test
    void lateLookEndsNoTime() throws Exception {
        try (Line line = Line.open(1, new NoDelivery())) {
            line.connection().becomeRich();
            List<String> reasons = new ArrayList<>();
            IdleWatch watch = new IdleWatch(TestServer.settings("--ping-millis", "4"));
            IdleWatch.Watched client = watch.watch(line.connection(), reasons::add);
            client.readingBegins(false, false);
            look(watch, 5);
            assertThat(line.takeMail()).isEqualTo("PING\n");

            long asked = System.nanoTime();
            await().until(() -> System.nanoTime() - asked > TimeUnit.MILLISECONDS.toNanos(20));
            watch.look();
            assertThat(reasons).isEmpty();
            look(watch, 4);
            assertThat(reasons).containsExactly("bye.silent");
        }
    }

    @Test
    void throttledClientIsNotSilent() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            String[] lines = new String[300]; // two minutes and more
            Arrays.fill(lines, "/ping");
            ada.send(lines);
            ada.skipTo("NOTE code=slow-down .*");
            pass(server, 22);
            assertThat(server.services().connections().get()).singleElement().matches(client -> !client.isLeaving());
        }
    }

    @Test
    void clientThatIsGivenUpLeavesNoThread() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "50", "--last-words-millis", "10")) {
            server.plain("ada").sendRaw("hel");
            await().until(() -> server.services().connections().get().isEmpty());
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("client 1 ada reader")));
            assertThat(server.countPeople()).isZero();
        }
    }
}
