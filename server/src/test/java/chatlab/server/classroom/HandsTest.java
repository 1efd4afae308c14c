package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hands that go up, wait for their turn and go down. */
@Timeout(120)
class HandsTest {
    @TempDir
    Path folder;

    @Test
    void textOfHandReachesInstructorsAndItsPersonAlone() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = server.rich("eve");
            Peer cyd = server.plain("cyd");
            Peer bob = server.rich("bob");
            bob.send("/hand@h my secret question", "/hand@i another secret", "/hands@j");
            bob.expect("HAND name=bob place=1 :my secret question", "OK re=h");
            bob.expect("HAND name=bob place=1 :another secret", "OK re=i");
            bob.expect("HAND name=bob place=1 :another secret", "END re=j");
            ada.skipTo("HAND name=bob place=1 :my secret question");
            ada.expect("HAND name=bob place=1 :another secret");
            server.screen.awaitLine(".* \\? bob raises a hand: my secret question");
            server.screen.awaitLine(".* \\? bob raises a hand: another secret");
            eve.send("/hands@h", "/ping@p end");
            cyd.send("/hands", "/ping end");
            assertThat(eve.linesUntil("PONG re=p :end"))
                    .contains("HAND name=bob place=1", "END re=h")
                    .noneMatch(line -> line.contains("secret"));
            assertThat(cyd.linesUntil("* pong end"))
                    .contains("* bob raises a hand, number 1.")
                    .noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void everythingWorksInPlainLines() throws Exception {
        try (TestServer server = TestServer.start("--key=" + TestServer.KEY)) {
            Peer bob = server.plain("bob");
            bob.send("/hands", "/hand", "/hand why?", "/hands", "/lower", "/lower");
            bob.expect("* No hand is up.");
            bob.expect("* Your hand is up, with the number 1.");
            bob.expect("* Your hand is up, with the number 1. About: why?");
            bob.expect("* Your hand is up, with the number 1. About: why?");
            bob.expect("* Your hand is down.");
            bob.expect("! not-allowed: Your hand is not up.");
            bob.send("/hand again");
            bob.expect("* Your hand is up, with the number 2. About: again");

            Peer ada = server.plain("ada");
            ada.send("/op " + TestServer.KEY);
            ada.skipTo("\\* You are an instructor now\\. .*");
            ada.expect("* bob raises a hand, number 2. About: again");
            ada.send("/next", "/next");
            ada.expect("* ada calls bob.", "* Done.", "! not-allowed: No hand is up.");
            server.screen.awaitLine(".* \\? ada calls bob");
            bob.skipTo("\\* ada calls bob\\.");
        }
    }

    @Test
    void studentTakesDownNoOtherHandAndCallsNoPerson() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/hand");
            bob.skipTo("HAND name=bob place=1");
            Peer eve = server.rich("eve");
            eve.expect("HAND name=bob place=1");
            eve.send("/lower@l bob", "/next@n", "/hands@h");
            eve.expectMatch("ERR re=l code=not-allowed :.*");
            eve.expectMatch("ERR re=n code=not-allowed :.*");
            eve.expect("HAND name=bob place=1", "END re=h");
        }
    }

    @Test
    void lostPersonKeepsItsPlaceAndIsNotCalled() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            bob.peer().send("/hand first");
            ada.skipTo("HAND name=bob place=1 :first");
            Peer cyd = server.rich("cyd");
            cyd.send("/hand");
            ada.skipTo("HAND name=cyd place=2");
            bob.peer().reset();
            ada.skipTo("WHO name=bob .* state=lost");
            ada.send("/next@n");
            ada.expect("HAND name=cyd place=0 by=ada");
            ada.skipTo("OK re=n .*");
            ada.send("/next@m", "/hands@h");
            ada.expectMatch("ERR re=m code=not-allowed :.*");
            ada.expect("HAND name=bob place=1 :first", "END re=h");
            Peer back = server.arrive("bob " + bob.token()).peer();
            back.expect("HAND name=bob place=1 :first");
            ada.send("/next@o");
            ada.skipTo("HAND name=bob place=0 by=ada");
            back.skipTo("NOTE code=next :ada calls bob\\.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "kick", "ban", "forgotten", "freed"})
    void personThatIsGoneGivesItsPlaceUp(String end) throws Exception {
        String keep = end.equals("forgotten") ? "1" : "600000";
        try (TestServer server = TestServer.start("--keep-millis", keep)) {
            Peer ada = server.instructor("ada");
            Peer bob = server.richFrom(TestServer.LAB, "bob");
            bob.send("/hand");
            ada.skipTo("HAND name=bob place=1");
            switch (end) {
                case "quit" -> bob.send("/quit");
                case "kick", "ban" -> ada.send("/" + end + " bob");
                default -> {
                    bob.reset();
                    ada.skipTo("WHO name=bob .* state=lost");
                    if (end.equals("freed")) {
                        ada.send("/free bob");
                    }
                }
            }
            ada.skipTo("HAND name=bob place=0");
            ada.send("/hands@h");
            ada.skipTo("END re=h");
        }
    }

    @Test
    void personThatTakesALeftNameHasNoHand() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/hand", "/quit");
            ada.skipTo("HAND name=bob place=0");
            Peer other = server.rich("bob");
            other.send("/lower@l", "/hand@h");
            other.skipTo("ERR re=l code=not-allowed :.*");
            other.expect("HAND name=bob place=2", "OK re=h");
        }
    }

    @Test
    void plainClientThatBecomesRichIsToldOfHands() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/hand");
            ada.skipTo("HAND name=ada place=1");
            Peer bob = server.plain("bob");
            bob.send("/proto 1");
            bob.skipTo("HELLO .*");
            bob.expect("HAND name=ada place=1");
            bob.send("/proto@p 1", "/ping end"); // it knows already
            bob.skipTo("HELLO .* re=p .*");
            bob.expect("PONG :end");
        }
    }

    @Test
    void newcomerThatGoesToARoomFirstIsToldOfHandsOnce() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/hand");
            ada.skipTo("HAND name=ada place=1");
            Peer bob = server.arrive("bob").peer();
            bob.send("/join@j kitchen", "/join@k pantry", "/ping end");
            assertThat(bob.linesUntil("PONG :end"))
                    .filteredOn(line -> line.startsWith("HAND"))
                    .containsExactly("HAND name=ada place=1");
        }
    }

    @Test
    void mutedPersonRaisesAHand() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/mute bob", "/hush on");
            bob.skipTo("NOTE code=hush-on :.*");
            bob.send("/hand may I speak?");
            ada.skipTo("HAND name=bob place=1 :may I speak\\?");
        }
    }

    @Test
    void calledPersonSpeaksUnderTheHushUntilTheNextOneIsCalled() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            bob.peer().send("/hand");
            ada.skipTo("HAND name=bob .*");
            Peer cyd = server.rich("cyd");
            cyd.send("/hand");
            ada.skipTo("HAND name=cyd .*");
            ada.send("/hush on", "/next");
            bob.peer().skipTo("NOTE code=called :.*");
            bob.peer().send("/say@s it is my turn");
            bob.peer().skipTo("MSG .* re=s :it is my turn");
            cyd.send("/say@s mine, too");
            cyd.skipTo("ERR re=s code=muted :.*");

            bob.peer().reset(); // and comes back with its turn
            ada.skipTo("WHO name=bob .* state=lost");
            Peer back = server.arrive("bob " + bob.token()).peer();
            back.send("/say@s still mine");
            back.skipTo("MSG .* re=s :still mine");

            ada.send("/next");
            back.skipTo("NOTE code=hush-on :.*");
            back.send("/say@t more");
            back.skipTo("ERR re=t code=muted :.*");
            cyd.skipTo("NOTE code=called :.*");
            ada.send("/next@n", "/next@m"); // with no hand up
            ada.skipTo("OK re=n .*");
            ada.expectMatch("ERR re=m code=not-allowed :.*");
            cyd.skipTo("NOTE code=hush-on :.*");
            cyd.send("/say@t more", "/hand@h");
            cyd.skipTo("ERR re=t code=muted :.*");
            cyd.skipTo("OK re=h");
            ada.send("/next");
            cyd.skipTo("NOTE code=called :.*");
            ada.send("/hush on");
            cyd.skipTo("NOTE code=hush-on :.*");
            cyd.send("/say@u more");
            cyd.skipTo("ERR re=u code=muted :.*");
        }
    }

    @Test
    void mutedPersonIsCalledAndMayNotSpeak() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/mute bob", "/hush on");
            bob.skipTo("NOTE code=hush-on :.*");
            bob.send("/hand");
            ada.skipTo("HAND name=bob .*");
            ada.send("/next");
            bob.skipTo("NOTE code=next :.*");
            bob.send("/say@s hello");
            bob.expectMatch("ERR re=s code=muted :.*");
        }
    }

    @Test
    void personCalledBeforeTheHushMayNotSpeakUnderIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/hand");
            ada.skipTo("HAND name=bob .*");
            ada.send("/next", "/hush on");
            bob.skipTo("NOTE code=hush-on :.*");
            bob.send("/say@s hello");
            bob.skipTo("ERR re=s code=muted :.*");
        }
    }

    @Test
    void textIsBoundedAndCleaned() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            bob.send("/hand " + "x".repeat(201), "/hand \u001b[2J\u202e evil");
            bob.expectMatch("! too-long: .*");
            bob.expect("* Your hand is up, with the number 1. About: [2J  evil");
        }
    }

    @Test
    void handsAreBounded() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 1; i <= 200; i++) {
                Peer peer = server.plain("pupil" + i);
                peer.send("/hand");
                peer.skipTo("\\* Your hand is up, with the number " + i + "\\.");
            }
            Peer late = server.plain("late");
            late.send("/hand");
            late.skipTo("! full: 200 hands are up, .*");
        }
    }

    @Test
    void keyboardCallsTakesDownAndLists() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.rich("bob");
            ada.send("/hand why?");
            bob.skipTo("HAND name=ada .*");
            bob.send("/hand");
            bob.skipTo("HAND name=bob .*");
            server.type("hands");
            server.screen.awaitLine("  1\\. ada   why\\?");
            server.screen.awaitLine("  2\\. bob   ");
            server.type("next");
            ada.skipTo("NOTE code=next :server calls ada\\.");
            server.type("lower bob");
            bob.skipTo("HAND name=bob place=0 by=server");
            server.type("hands");
            server.screen.awaitLine("No hand is up\\.");
            server.type("hand");
            server.screen.awaitLine("! hand is a command for clients\\. .*");
            server.type("lower");
            server.screen.awaitLine("! Your hand is not up\\.");
        }
    }

    @Test
    void transcriptHasHandsWithoutTheirTextsAndIsReadAgain() throws Exception {
        Path transcript = folder.resolve("t.txt");
        try (TestServer server = TestServer.start("--transcript", transcript.toString())) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/hand secret", "/nick rob", "/say hi");
            ada.skipTo("MSG .* :hi");
        }
        assertThat(Files.readAllLines(transcript))
                .map(line -> line.replaceFirst(" at=\\S+", " at=TIME"))
                .containsSubsequence(
                        "HAND at=TIME name=bob place=1",
                        "HAND at=TIME name=rob place=1",
                        "HAND at=TIME end=renamed name=bob place=0")
                .noneMatch(line -> line.contains("secret"));
        try (TestServer server = TestServer.start("--resume", "--transcript", transcript.toString())) {
            Peer cyd = server.rich("cyd");
            cyd.send("/history@h", "/hands@i");
            cyd.skipTo("MSG .* old=1 :hi");
            cyd.expect("END re=h", "END re=i");
        }
    }
}
