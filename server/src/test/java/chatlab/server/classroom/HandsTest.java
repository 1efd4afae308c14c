package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hands that go up, wait for their turn and go down. */
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
                    .contains("* The hand of bob is up.")
                    .noneMatch(line -> line.contains("secret"));
        }
    }

    @Test
    void everythingWorksInPlainLines() throws Exception {
        try (TestServer server = TestServer.start("--key=" + TestServer.KEY)) {
            Peer bob = server.plain("bob");
            bob.send("/hands", "/hand", "/hand why?", "/hands", "/lower", "/lower");
            bob.expect("* No hand is up.");
            bob.expect("* Your hand is up. No hand is up before yours.");
            bob.expect("* Your hand is up. No hand is up before yours. About: why?");
            bob.expect("* Your hand is up. No hand is up before yours. About: why?");
            bob.expect("* Your hand is down.");
            bob.expect("! not-allowed: Your hand is not up.");
            bob.send("/hand again");
            bob.expect("* Your hand is up. No hand is up before yours. About: again");

            Peer ada = server.plain("ada");
            ada.send("/op " + TestServer.KEY);
            ada.skipTo("\\* You are an instructor now\\. .*");
            ada.expect("* The hand of bob is up. About: again");
            ada.send("/next", "/next");
            ada.expect("* ada calls bob.", "* Done.", "! not-allowed: No hand is up.");
            server.screen.awaitLine(".* \\? bob is called, by ada");
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

    @Test
    void chosenPersonIsCalledThoughAnotherHandIsUpForLonger() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.plain("cyd");
            bob.send("/hand");
            ada.skipTo("HAND name=bob place=1");
            cyd.send("/hand", "hi");
            cyd.expect("* Your hand is up. 1 hand is up before yours.");
            ada.skipTo("MSG .* from=cyd id=1 .*");
            ada.send("/hush on", "/next@n cyd");
            ada.skipTo("HAND name=cyd place=0 by=ada");
            ada.skipTo("OK re=n .*");
            cyd.skipTo("\\* ada calls cyd\\.");
            cyd.expect("* It is your turn: you can speak until the next person is called.");

            ada.send("/next@o cyd", "/next@p eve", "/next@q #1", "/next@r #9", "/lower@s #9");
            ada.expect("ERR re=o code=not-allowed :The hand of cyd is not up.");
            ada.expect("ERR re=p code=no-such-name :No person here is called eve.");
            ada.expect("ERR re=q code=not-allowed :The hand of cyd is not up.");
            ada.expectMatch("ERR re=r code=no-such-name :#9 is not one of .*");
            ada.expectMatch("ERR re=s code=no-such-name :#9 is not one of .*");
            cyd.send("/hand");
            ada.expect("HAND name=cyd place=3", "UNDO of=-");
            ada.send("/lower@l #1", "/hands@h");
            ada.expect("HAND name=cyd place=0 by=ada", "UNDO of=lower name=cyd", "OK re=l");
            ada.expect("HAND name=bob place=1", "END re=h");
            bob.send("/lower@l #1");
            bob.skipTo("ERR re=l code=not-allowed :Only the instructor can do that\\.");
        }
    }

    @Test
    void lostPersonCannotBeCalledByItsName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/hand");
            ada.skipTo("HAND name=bob place=1");
            bob.reset();
            ada.skipTo("WHO name=bob .* state=lost");
            ada.send("/next@n bob", "/hands@h");
            ada.expectMatch("ERR re=n code=not-allowed :bob has lost the connection .*");
            ada.expect("HAND name=bob place=1", "END re=h");
        }
    }

    @Test
    void undoneCallPutsTheLineBackAsItWasAndEndsTheTurn() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.plain("bob");
            Peer cyd = server.rich("cyd");
            bob.send("/hand why?");
            ada.skipTo("HAND name=bob place=1 :why\\?");
            cyd.send("/hand");
            ada.expect("HAND name=cyd place=2");
            ada.send("/hush on", "/next@n cyd");
            cyd.skipTo("NOTE code=called :.*");
            ada.skipTo("OK re=n .*");
            ada.send("/next@o");
            ada.expect("HAND name=bob place=0 by=ada", "UNDO of=next name=bob", "NOTE code=next :ada calls bob.");
            ada.expectMatch("OK re=o .*");
            bob.skipTo("\\* It is your turn: .*");
            cyd.skipTo("NOTE code=hush-on :.*");

            ada.send("/hands@u undo", "/hands@h", "/hands@v undo");
            ada.expect("HAND name=bob place=1 :why?", "UNDO of=-", "NOTE code=undone :ada takes back the call of bob.");
            ada.expect("OK re=u");
            ada.expect("HAND name=bob place=1 :why?", "END re=h");
            ada.expectMatch("ERR re=v code=not-allowed :There is nothing to undo: .*");
            bob.expect("* Your hand is up. No hand is up before yours. About: why?");
            bob.expect("* ada takes back the call of bob.");
            bob.expectMatch("\\* The instructor asks for silence: .*");
            bob.send("it is my turn");
            bob.expectMatch("! muted: .*");
            cyd.expect("HAND name=bob place=1", "NOTE code=undone :ada takes back the call of bob.");
            cyd.expectMatch("NOTE code=called :.*");
            cyd.send("/say@s mine again");
            cyd.expectMatch("MSG .* re=s :mine again");
            server.screen.awaitLine(".* \\? the hand of bob is up again, by ada");
        }
    }

    @Test
    void undoneLowerPutsTheHandInItsOldPlaceAndIsToldToItsPerson() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            bob.peer().send("/hand first");
            ada.skipTo("HAND name=bob place=1 :first");
            Peer cyd = server.plain("cyd");
            cyd.send("/hand");
            ada.skipTo("HAND name=cyd place=2");
            ada.send("/lower bob");
            bob.peer().skipTo("NOTE code=lowered :.*");
            bob.peer().reset();
            ada.skipTo("WHO name=bob .* state=lost");
            server.type("hands undo");
            ada.expect("HAND name=bob place=1 :first", "UNDO of=-");
            Peer back = server.arrive("bob " + bob.token()).peer();
            back.expect("HAND name=bob place=1 :first", "HAND name=cyd place=2");
            back.skipTo("NOTE code=undone :The instructor has put your hand up again\\.");
            cyd.send("/hands", "/ping end");
            assertThat(cyd.linesUntil("* pong end"))
                    .containsSubsequence("* The hand of bob is up.", "* Your hand is up. 1 hand is up before yours.")
                    .noneMatch(line -> line.contains("again"));
            ada.send("/next");
            ada.skipTo("HAND name=bob place=0 by=ada");
        }
    }

    @Test
    void renamedPersonKeepsWhatCanBeUndone() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/hand why?");
            ada.skipTo("HAND name=bob .*");
            ada.send("/next@n");
            ada.skipTo("OK re=n .*");
            bob.send("/nick rob");
            ada.expect("UNDO of=next name=rob");
            ada.skipTo("NICK .*");
            ada.send("/hands undo");
            ada.expect("HAND name=rob place=1 :why?", "UNDO of=-", "NOTE code=undone :ada takes back the call of rob.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hand", "/quit"})
    void handOfPersonThatRaisesItAgainOrLeavesIsNotPutUp(String then) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/hands@a undo");
            ada.skipTo("ERR re=a code=not-allowed :There is nothing to undo: .*");
            bob.send("/hand");
            ada.skipTo("HAND name=bob place=1");
            ada.send("/lower@l bob");
            ada.skipTo("OK re=l");
            bob.send(then);
            ada.skipTo("UNDO of=-");
            ada.send("/hands@u undo");
            ada.skipTo("ERR re=u code=not-allowed :There is nothing to undo: .*");
        }
    }

    @Test
    void studentUndoesNothingAndIsNotToldWhatCouldBeUndone() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/hand");
            bob.skipTo("OK");
            server.type("next bob");
            bob.expect("HAND name=bob place=0 by=server", "NOTE code=next :The instructor calls bob.");
            bob.send("/hands@u undo", "/hands@h");
            bob.expect("ERR re=u code=not-allowed :Only the instructor can do that.", "END re=h");
            server.type("op bob");
            bob.skipTo("NOTE code=op :.*");
            bob.skipTo("UNDO of=next name=bob");
        }
    }

    @Test
    void handIsNotPutUpBeyondTheMostThatThereMayBe() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer first = server.plain("first");
            first.send("/hand");
            first.skipTo("\\* Your hand is up\\. .*");
            server.type("lower first");
            first.skipTo("\\* The instructor has taken your hand down\\.");
            for (int i = 1; i <= 200; i++) {
                Peer peer = server.plain("pupil" + i);
                peer.send("/hand");
                peer.skipTo("\\* Your hand is up\\. .*");
            }
            server.type("hands undo");
            server.screen.awaitLine("! 200 hands are up, and there can be no more\\.");
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
            server.screen.awaitLine(".* no hand is up, and the turn of cyd has ended, by ada");
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
            bob.expect("* Your hand is up. No hand is up before yours. About: [2J  evil");
        }
    }

    @Test
    void handsAreBounded() throws Exception {
        try (TestServer server = TestServer.start()) {
            for (int i = 1; i <= 200; i++) {
                Peer peer = server.plain("pupil" + i);
                peer.send("/hand");
                peer.skipTo("\\* Your hand is up\\. .*");
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
            ada.skipTo("NOTE code=next :The instructor calls ada\\.");
            server.type("lower bob");
            bob.skipTo("HAND name=bob place=0 by=server");
            server.type("hands");
            server.screen.awaitLine("No hand is up\\.");
            server.type("hands undo");
            bob.skipTo("HAND name=bob place=2");
            server.type("hands");
            server.screen.awaitLine("  1\\. bob   "); // the first one now
            server.type("next bob");
            bob.skipTo("NOTE code=next :The instructor calls bob\\.");
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
