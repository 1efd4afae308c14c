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
            String[] lines = new String[300];
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
            ada.send(Collections.nCopies(40, "/history").toArray(String[]::new));
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
            String[] lines = new String[300]; // two minutes and more
            Arrays.fill(lines, "/say fast");
            ada.send(lines);
            ada.skipTo("NOTE code=slow-down :.*");
            for (int i = 0; i < 2; i++) {
                bob.send("/say now");
                bob.skipTo("MSG .* from=bob .*");
            }
            List<String> seen = new ArrayList<>();
            while (Collections.frequency(seen, "bob") < 2) {
                seen.add(eve.skipTo("MSG .*").replaceFirst(".* from=(\\S+) .*", "$1"));
            }
            assertThat(seen.indexOf("bob")).isGreaterThanOrEqualTo(8);
            eve.skipTo("MSG .* from=ada .*");
            for (int i = 0; i < 9; i++) { // the server would say the note again only after a pause
                ada.expectMatch("MSG .*");
            }
        }
    }

    @Test
    void longPasteIsChargedWhileItComes() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            List<String> lines = new ArrayList<>(Collections.nCopies(8, "/ping")); // all that is free but one line
            lines.add("/paste");
            lines.addAll(Collections.nCopies(60, "x".repeat(1000)));
            lines.addAll(List.of(".", "/ping"));
            ada.send(lines.toArray(String[]::new));
            for (int i = 0; i < 8; i++) {
                ada.expect("PONG");
            }
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
            ada.send(Collections.nCopies(2000, "").toArray(String[]::new));
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
            ada.sendRaw(("\u00ff\n".repeat(9) + "/ping\n").repeat(30)); // ten in a row would be too many
            ada.skipTo("NOTE code=slow-down :.*");
        }
    }

    @Test
    void unreadableLinesOfAPasteAreCharged() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p");
            ada.sendRaw("\u00ff\nx\n".repeat(200)); // the readable ones alone would cost nothing
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
