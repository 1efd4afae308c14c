package chatlab.server.classroom;

import static chatlab.server.TestServer.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls: a question, a vote for each name, and counts that are shown when the instructor wants it. */
class PollsTest {
    @TempDir
    Path folder;

    @Test
    void pollIsOpenedVotedForClosedAndShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/poll@p yes,no,maybe Is it clear?");
            ada.skipTo("POLL state=open options=yes,no,maybe voted=0 :Is it clear\\?");
            ada.expect("OK re=p");
            bob.expect("POLL state=open options=yes,no,maybe voted=0 :Is it clear?");
            bob.send("/vote@v NO", "/vote@w no idea", "/vote@x never", "/vote@y maybe");
            assertThat(bob.skipTo("(OK re=v|ERR) .*"))
                    .isEqualTo("OK re=v :Your vote is no. You can change it while the poll is open.");
            bob.skipTo("ERR re=w code=bad-args :.*");
            bob.skipTo("ERR re=x code=bad-args :The answers of the poll are: yes, no, maybe");
            bob.skipTo("OK re=y :Your vote is maybe\\. .*");
            ada.skipTo("POLL state=open options=yes,no,maybe voted=1 :.*");
            ada.send("/poll@q close", "/poll@r close", "/poll@s show", "/poll@t show", "/poll@u");
            ada.skipTo("POLL state=closed options=yes,no,maybe voted=1 :Is it clear\\?");
            ada.expect("OK re=q");
            ada.expectMatch("ERR re=r code=not-allowed :.*");
            ada.expect("POLL state=shown options=yes,no,maybe voted=1 counts=0,0,1 :Is it clear?", "OK re=s");
            ada.expectMatch("ERR re=t code=not-allowed :.*");
            ada.expect("POLL state=shown options=yes,no,maybe voted=1 counts=0,0,1 :Is it clear?", "OK re=u");
            bob.send("/vote@z yes");
            bob.skipTo("ERR re=z code=not-allowed :There is no open poll\\.");
        }
    }

    @Test
    void everythingWorksInPlainLines() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            bob.send("/poll", "/vote yes", "/poll yes,no Mine?");
            bob.expectMatch("! not-allowed: There is no poll\\.");
            bob.expectMatch("! not-allowed: There is no open poll\\.");
            bob.expectMatch("! not-allowed: Only the instructor can do that\\.");
            server.type("poll yes,no Is it clear?");
            bob.expect("* Poll: Is it clear? Answer with /vote yes or /vote no.");
            bob.send("/vote yes");
            bob.expectMatch("\\* Your vote is yes\\. .*");
            server.type("poll");
            server.screen.awaitLine("\\* A poll, (no votes yet|1 vote): Is it clear\\? Answers: yes, no");
            server.type("poll show");
            bob.expect("* The poll has ended, yes 1, no 0: Is it clear?");
            server.screen.awaitLine(".* \\? the poll has ended, yes 1, no 0, by server: Is it clear\\?");
            server.type("poll");
            server.screen.awaitLine("\\* The poll has ended, yes 1, no 0: Is it clear\\?");
            server.type("vote yes");
            server.screen.awaitLine("! vote is a command for clients\\. .*");
        }
    }

    /** All that the server says but to the voters themselves is the same whatever they choose. */
    @Test
    void nothingTellsTheCountsBeforeTheyAreShown() throws Exception {
        Set<String> some = saidBeforeTheEnd(List.of("yes", "yes", "yes", "no", "maybe", "maybe"));
        Set<String> others = saidBeforeTheEnd(List.of("maybe", "no", "no", "no", "no", "no"));
        assertThat(some).contains("POLL state=closed options=yes,no,maybe voted=6 :Is it clear?");
        assertThat(some).isEqualTo(others).noneMatch(line -> line.contains("counts="));
    }

    private Set<String> saidBeforeTheEnd(List<String> votes) throws Exception {
        Path transcript = Files.createTempFile(folder, "transcript", ".txt");
        Set<String> said = new LinkedHashSet<>();
        try (TestServer server = TestServer.start("--transcript", transcript.toString())) {
            List<Peer> listeners =
                    new ArrayList<>(List.of(server.instructor("ada"), server.rich("eve"), server.plain("cyd")));
            Peer dan = server.plain("dan");
            server.type("op dan");
            dan.skipTo("\\* You are an instructor now\\. .*");
            listeners.add(dan);
            server.type("poll yes,no,maybe Is it clear?");
            server.screen.awaitLine(".* \\? a poll, by server: Is it clear\\? Answers: yes, no, maybe");
            for (int i = 0; i < votes.size(); i++) {
                Peer voter = server.plain("voter" + i);
                voter.send("/vote " + votes.get(i));
                voter.skipTo("\\* Your vote is " + votes.get(i) + "\\. .*");
            }
            listeners.add(server.rich("late"));
            listeners.get(0).send("/poll close");
            listeners.get(0).skipTo("POLL state=closed .*");
            listeners.add(server.rich("later"));
            for (Peer listener : listeners) {
                listener.send("/poll", "/hands", "/who", "/history", "/ping end");
            }
            for (Peer listener : listeners) {
                for (String line = listener.readLine();
                        !line.matches("PONG :end|\\* pong end");
                        line = listener.readLine()) {
                    said.add(line);
                }
            }
            server.type("poll");
            server.screen.awaitLine("\\* The poll is closed, 6 votes: Is it clear\\?");
            said.addAll(server.screen.shown());
            said.addAll(Files.readAllLines(transcript)); // has each line before any client gets it
        }
        Set<String> comparable = new LinkedHashSet<>();
        for (String line : said) {
            if (!line.contains("state=open")
                    || line.contains("voted=0")) { // how many of these come depends on the pace
                comparable.add(line.replaceAll(
                        "\\d\\d:\\d\\d:\\d\\d|127\\.0\\.0\\.1:\\d+|at=\\S+|code=(?:run|start|end|lost).*|code=closed.*",
                        "~"));
            }
        }
        comparable.removeIf(line -> line.startsWith("HELLO "));
        return comparable;
    }

    @Test
    void newcomersAndThoseWhoComeBackAreToldOfThePoll() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            bob.peer().send("/ping in");
            bob.peer().skipTo("PONG :in");
            ada.send("/poll yes,no Clear?");
            bob.peer().skipTo("POLL state=open options=yes,no voted=0 :Clear\\?");
            bob.peer().reset();
            ada.skipTo("WHO name=bob .* state=lost");
            Peer back = server.arrive("bob " + bob.token()).peer();
            back.expect("POLL state=open options=yes,no voted=0 :Clear?");
            Peer cyd = server.connect();
            cyd.send("/nick cyd", "/ping in");
            cyd.skipTo("\\* Poll: .*");
            ada.send("/poll show");
            back.skipTo("POLL state=shown .*");
            server.arrive("dan").peer().send("/ping");
            Peer eve = server.arrive("eve").peer();
            eve.send("/ping in");
            eve.skipTo("POLL state=shown options=yes,no voted=0 counts=0,0 :Clear\\?");
        }
    }

    @Test
    void voteIsForTheNameWhateverThePersonDoes() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis=0")) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            ada.send("/poll a,b Clear?");
            bob.peer().skipTo("POLL .*");
            bob.peer().send("/vote a", "/nick rob", "/vote b", "/nick tob", "/vote b", "/nick bob", "/vote a", "/quit");
            ada.skipTo("LEAVE .* name=bob .*");
            Peer back = server.arrive("bob " + bob.token()).peer(); // a new person of the old name
            back.send("/vote@v b", "/nick zoe", "/vote@w b", "/ping end");
            back.skipTo("OK re=w .*");
            Peer plain = server.plain("cyd");
            plain.send("/vote a", "/quit");
            plain.skipTo("\\* Goodbye\\.");
            ada.send("/poll show");
            ada.skipTo("POLL state=shown options=a,b voted=2 counts=1,1 :Clear\\?");
        }
    }

    /** Or one person could vote again and again, as a new guest each time, until the poll is full. */
    @ParameterizedTest
    @ValueSource(strings = {"/quit", "closed", "lost", "/proto 1 eve TOKEN"})
    void voteOfAGuestGoesWithTheGuest(String end) throws Exception {
        try (TestServer server = TestServer.start("--keep-millis", end.equals("lost") ? "0" : "600000")) {
            Peer ada = server.instructor("ada");
            Arrival eve = server.arrive("eve");
            ada.send("/poll a,b Clear?");
            ada.skipTo("POLL state=open .*");
            Peer stays = server.connect();
            stays.send("/vote a", "/nick bob", "/vote b");
            stays.skipTo("\\* Your vote is b\\. .*");
            for (int i = 0; i < 3; i++) {
                Peer guest = server.connect();
                guest.send(end.equals("lost") ? "/proto 1\n/vote@v a" : "/vote a");
                guest.skipTo("OK re=v .*|\\* Your vote is a\\. .*");
                if (end.startsWith("/")) {
                    guest.send(end.replace("TOKEN", eve.token()));
                    guest.skipTo("\\* Goodbye\\.|HELLO .* you=eve .*");
                } else {
                    guest.close();
                }
            }
            for (int i = 0; i < 3; i++) {
                ada.skipTo("LEAVE .* name=guest\\d+ .*");
            }
            awaitVotes(server, 1);
            ada.send("/poll show");
            ada.skipTo("POLL state=shown options=a,b voted=1 counts=0,1 :Clear\\?");
        }
    }

    private static void awaitVotes(TestServer server, int votes) {
        await().until(() -> {
            int[] voted = new int[1];
            server.services()
                    .hall()
                    .inOrder(() -> voted[0] = server.services()
                            .classroom()
                            .polls()
                            .now()
                            .orElseThrow()
                            .voted());
            return voted[0] == votes;
        });
    }

    /** Whatever a person at one address does, the others have room to vote. */
    @Test
    void fewVotesOfPeopleThatHaveLeftStayOfOneAddress() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            ada.send("/poll a,b Clear?");
            ada.skipTo("POLL state=open .*");
            Peer eve = server.connectFrom(LAB);
            eve.send("/nick eve", "/vote b");
            eve.skipTo("\\* Your vote is b\\. .*");
            for (int i = 0; i < 70; i++) {
                Peer again = server.connectFrom(LAB);
                again.send("/nick again" + i, "/vote a", "/quit");
                again.skipTo("\\* Goodbye\\.");
            }
            ada.skipTo("LEAVE .* name=again69 .*");
            ada.send("/poll show");
            ada.skipTo("POLL state=shown options=a,b voted=65 counts=64,1 :.*");
        }
    }

    @Test
    void nothingChangesTheCountsAfterTheEnd() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis=0")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.rich("cyd");
            ada.send("/poll a,b Clear?");
            bob.skipTo("POLL .*");
            bob.send("/vote@v a");
            cyd.send("/vote@v b", "/quit");
            bob.skipTo("OK re=v .*");
            ada.skipTo("LEAVE .* name=cyd .*");
            ada.send("/poll close", "/free cyd", "/ping closed");
            ada.skipTo("PONG :closed");
            bob.send("/nick@n cyd", "/vote@w b");
            bob.skipTo("OK re=n");
            bob.skipTo("ERR re=w code=not-allowed .*");
            ada.send("/poll show");
            ada.skipTo("POLL state=shown options=a,b voted=2 counts=1,1 :.*");
        }
    }

    @Test
    void nextPollEndsOneThatWasNotShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/ping in");
            bob.skipTo("PONG :in");
            ada.send("/poll a,b First?", "/poll c,d Second?", "/poll show", "/poll e,f Third?");
            bob.expect("POLL state=open options=a,b voted=0 :First?");
            bob.expect("POLL state=void options=a,b voted=0 :First?");
            bob.expect("POLL state=open options=c,d voted=0 :Second?");
            bob.expect("POLL state=shown options=c,d voted=0 counts=0,0 :Second?");
            bob.expect("POLL state=open options=e,f voted=0 :Third?");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/poll a Only one?",
                "/poll a, b A blank?",
                "/poll a,a Twice?",
                "/poll a,A Twice?",
                "/poll ,a None?",
                "/poll a,b,c,d,e,f,g,h,i Nine?",
                "/poll a,123456789012345678901 Long?",
                "/poll a,b",
                "/poll a,\u200b Invisible?",
                "/poll a,b\tc Tab?",
                "/poll close now",
                "/poll later"
            })
    void pollOfAnotherFormIsRefused(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send(line.replace("/poll", "/poll@p"));
            ada.expectMatch("ERR re=p code=bad-args :.*");
            ada.send("/poll@q a,b " + "x".repeat(201));
            ada.expectMatch("ERR re=q code=too-long :.*");
            ada.send("/poll@r");
            ada.expectMatch("ERR re=r code=not-allowed :.*");
        }
    }

    @Test
    void mutedAndHushedPeopleVote() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            ada.send("/poll a,b Clear?", "/mute bob", "/hush on");
            bob.skipTo("NOTE code=hush-on .*");
            bob.send("/vote@v a");
            bob.skipTo("OK re=v .*");
        }
    }

    @Test
    void votesOfManyAreToldInFewEvents() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer eve = server.rich("eve");
            ada.send("/poll a,b Clear?");
            eve.skipTo("POLL .*");
            List<Peer> voters = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                voters.add(server.rich("voter" + i));
            }
            long begun = System.nanoTime();
            for (Peer voter : voters) {
                voter.send("/vote@v a");
            }
            for (Peer voter : voters) {
                voter.skipTo("OK re=v .*");
            }
            ada.send("/say all have voted");
            int before = 0;
            boolean isComplete = false;
            for (String line = eve.readLine(); !line.endsWith(":all have voted"); line = eve.readLine()) {
                before += line.startsWith("POLL") ? 1 : 0;
                isComplete |= line.contains(" voted=20 ");
            }
            assertThat(before).isLessThanOrEqualTo(2 + (int) ((System.nanoTime() - begun) / 1_000_000_000));
            if (!isComplete) { // then the last event is still to come
                eve.skipTo("POLL state=open options=a,b voted=20 :.*");
            }
        }
    }
}
