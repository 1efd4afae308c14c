package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.chat.Draft;
import chatlab.server.chat.Publisher.Reach;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import chatlab.server.session.Shared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that sends too many lines. */
class FloodTest {
    @Test
    void clientThatNeverPausesIsToldGoodbye() throws Exception {
        try (TestServer server = TestServer.start("--flood-waits", "3")) {
            Peer ada = server.rich("ada");
            String[] lines = new String[30];
            Arrays.fill(lines, "/ping");
            ada.send(lines);
            ada.skipTo("BYE code=error :You have been talking too fast .*");
        }
    }

    @Test
    void pastesOfAnInstructorAreNotChargedLater() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            for (int i = 0; i < 4; i++) {
                ada.send("/paste");
                ada.send(Collections.nCopies(500, "x").toArray(String[]::new));
                ada.send(".");
                ada.skipTo("MSG .* part=500/500 .*");
            }
            server.type("deop ada");
            ada.skipTo("WHO name=ada .* state=-");
            ada.send(Collections.nCopies(9, "/ping").toArray(String[]::new));
            for (int i = 0; i < 9; i++) {
                ada.expect("PONG");
            }
        }
    }

    /** Its rows cost more than the line that asks for them. */
    @Test
    void longAnswerIsCharged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.instructor("eve");
            eve.send(Collections.nCopies(100, "/say " + "x".repeat(2500)).toArray(String[]::new));
            eve.send("/ping said");
            eve.skipTo("PONG :said");
            Peer ada = server.rich("ada");
            ada.send(Collections.nCopies(9, "/history").toArray(String[]::new));
            ada.skipTo("NOTE code=slow-down :.*");
        }
    }

    @Test
    void answerIsChargedAtMostFiveLines() throws Exception {
        try (TestServer server = TestServer.start("--history", "5000")) {
            Shared services = server.services();
            Draft text = Draft.line("x".repeat(2500), "");
            for (int i = 0; i < 800; i++) {
                services.hall()
                        .inOrder(() -> services.publisher().post(services.hall().server(), Reach.ROOM, List.of(text)));
            }
            Peer ada = server.rich("ada"); // one line, the question is another, and these make ten
            ada.send("/history", "/ping 1", "/ping 2", "/ping 3");
            assertThat(ada.linesUntil("PONG :3")).noneMatch(line -> line.startsWith("NOTE"));
        }
    }

    @Test
    void clientThatTalksTooFastWaitsAndOthersDoNot() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.rich("eve");
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            String[] lines = new String[18];
            Arrays.fill(lines, "/say fast");
            ada.send(lines);
            ada.send("/ping the end");
            ada.skipTo("NOTE code=slow-down :.*");
            for (int i = 0; i < 2; i++) {
                bob.send("/say now");
                bob.skipTo("MSG .* from=bob .*");
            }
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < 18 + 2; i++) {
                seen.add(eve.skipTo("MSG .*").replaceFirst(".* from=(\\S+) .*", "$1"));
            }
            assertThat(seen.indexOf("bob")).isGreaterThanOrEqualTo(8);
            assertThat(seen).last().isEqualTo("ada"); // it comes four seconds after the note
            String line = ada.readLine();
            while (!line.equals("PONG :the end")) {
                assertThat(line).startsWith("MSG "); // it was said once
                line = ada.readLine();
            }
        }
    }

    @Test
    void longPasteIsChargedWhileItComes() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste");
            ada.send(Collections.nCopies(60, "x".repeat(1000)).toArray(String[]::new));
            ada.send(".", "/ping");
            ada.expectMatch("NOTE code=slow-down :.*");
            ada.skipTo("MSG .* part=60/60 .*");
            ada.expect("PONG");
        }
    }

    @Test
    void refusedPasteOfShortLinesIsCharged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste nobody");
            ada.send(Collections.nCopies(700, "").toArray(String[]::new));
            ada.expectMatch("ERR code=no-such-name :.*");
            ada.expectMatch("NOTE code=slow-down :.*");
            ada.send(".", "/ping");
            ada.expect("PONG");
        }
    }

    @Test
    void unreadableLinesAreCharged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.sendRaw("\u00ff\n".repeat(9));
            ada.send("/ping"); // or they would be too many in a row
            ada.sendRaw("\u00ff\n".repeat(9));
            ada.skipTo("NOTE code=slow-down :.*");
        }
    }

    @Test
    void unreadableLinesOfAPasteAreCharged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p");
            ada.sendRaw("\u00ff\nx\n".repeat(20)); // the readable ones alone would cost nothing
            ada.expectMatch("ERR re=p code=bad-utf8 :.*");
            ada.expectMatch("NOTE code=slow-down :.*");
        }
    }

    @Test
    void closedConnectionEndsItsPause() throws Exception {
        try (Line line = Line.open(1, new NoDelivery());
                Crowd crowd = new Crowd()) {
            crowd.letDo(() -> line.connection().pause(600_000));
            line.connection().close();
            crowd.await();
        }
    }

    @Test
    void instructorIsExempt() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertNotSlowedDown(server.instructor("ada"));
        }
    }

    @Test
    void limitCanBeSwitchedOff() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            assertNotSlowedDown(server.rich("ada"));
        }
    }

    private static void assertNotSlowedDown(Peer peer) throws Exception {
        String[] lines = new String[100];
        Arrays.fill(lines, "/ping");
        peer.send(lines);
        for (int i = 0; i < lines.length; i++) {
            peer.expect("PONG");
        }
    }
}
