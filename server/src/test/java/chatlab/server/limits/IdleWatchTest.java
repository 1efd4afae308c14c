package chatlab.server.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
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

    @Test
    void eachLineHasATimeOfItsOwn() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "4000", "--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            for (int i = 0; i < 5; i++) {
                ada.sendRaw("slow");
                never.await(1, TimeUnit.SECONDS);
                ada.sendRaw("ly\nand ");
                bob.skipTo("MSG .*slowly");
            }
        }
    }

    @Test
    void eachPasteHasATimeOfItsOwn() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "4000", "--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            ada.send("/paste");
            for (int i = 0; i < 5; i++) {
                never.await(1, TimeUnit.SECONDS);
                ada.sendRaw("slowly\n.\n/paste\n");
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
        try (TestServer server = TestServer.start("--ping-millis", "3000", "--flood", "off")) {
            Peer ada = server.rich("ada");
            for (int i = 0; i < 2; i++) {
                ada.expectMatch("PING.*");
                ada.send("/pong");
            }
            ada.send("/ping");
            ada.expectMatch("PONG");
        }
    }

    @Test
    void throttledClientIsNotSilent() throws Exception {
        try (TestServer server = TestServer.start("--ping-millis", "3000")) {
            Peer ada = server.rich("ada");
            String[] lines = new String[18];
            Arrays.fill(lines, "/ping");
            ada.send(lines);
            ada.skipTo("PONG");
            for (int i = 1; i < lines.length + 1; i++) { // one is a note
                ada.expectMatch("PONG|NOTE code=slow-down .*");
            }
            ada.expectMatch("PING.*");
            ada.send("/say still here");
            assertThat(ada.readLine()).doesNotStartWith("BYE");
        }
    }

    @Test
    void clientThatIsGivenUpLeavesNoThread() throws Exception {
        try (TestServer server = TestServer.start("--line-millis", "50")) {
            server.plain("ada").sendRaw("hel");
            await().until(() -> server.services().connections().get().isEmpty());
            await().until(() -> Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().equals("client 1 ada reader")));
            assertThat(server.countPeople()).isZero();
        }
    }
}
