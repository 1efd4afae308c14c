package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import chatlab.server.chat.Hall;
import chatlab.server.support.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are removed: which people may do it, and all the ways on which the text could still reach a screen. */
class DropTest {
    @TempDir
    Path folder;

    private TestServer startRecording(Path transcript) throws CannotStartException {
        return TestServer.start("--transcript", transcript.toString(), "--flood", "off");
    }

    /** All lines up to this one, which is the last. */
    private static List<String> upTo(Peer peer, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(peer.readLine());
        } while (!lines.get(lines.size() - 1).matches(last));
        return lines;
    }

    private static void awaitScreen(TestServer server, String line) {
        await().until(() -> server.screen.shown().stream().anyMatch(shown -> shown.matches(line)));
    }

    @Test
    void authorAndInstructorRemoveAMessageAndOthersCannot() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.plain("eve");
            ada.skipTo("JOIN .* name=eve .*");
            bob.send("/say insult", "/say slip");
            eve.expect("<bob> insult", "<bob> slip");
            eve.send("/drop #1");
            eve.skipTo("! not-allowed: .*");
            bob.send("/drop@t #2");
            bob.skipTo("GONE id=3 room=lobby of=2 from=bob by=bob at=\\S+");
            bob.expect("OK re=t");
            eve.skipTo("\\* A message of bob was removed\\.");
            ada.send("/drop@t #1");
            ada.skipTo("GONE id=4 room=lobby of=1 from=bob by=ada at=\\S+");
            ada.expect("OK re=t");
            bob.expectMatch("GONE id=4 room=lobby of=1 from=bob by=ada at=\\S+");
            eve.expect("* A message of bob was removed.");
        }
    }

    @Test
    void messageIsRemovedOnceHoweverOftenThatIsAskedFor() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/say insult");
            ada.skipTo("MSG .* :insult");
            ada.send("/drop@a #1", "/drop@b #1", "/say@s after");
            assertThat(upTo(ada, "MSG .* :after"))
                    .filteredOn(line -> line.startsWith("GONE") || line.contains(" re=") || line.startsWith("OK"))
                    .hasSize(4)
                    .filteredOn(line -> line.startsWith("GONE"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drop@t #99", "/drop@t #999999999999999999"})
    void unknownNumberIsRefused(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send(line);
            ada.skipTo("ERR re=t code=no-such-name :.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/drop@t #", "/drop@t #0", "/drop@t 1", "/drop@t #1 #2", "/drop@t #-1", "/drop@t bob"})
    void anythingElseThanANumberIsRefused(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send("/say one", line);
            ada.skipTo("ERR re=t code=bad-args :.*");
        }
    }

    @Test
    void privateMessageIsKeptNowhereAndCannotBeRemoved() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/msg ada psst", "/drop@own #1", "/drop@last");
            bob.skipTo("ERR re=own code=not-allowed :.*");
            bob.expectMatch("ERR re=last code=not-allowed :.*");
            ada.send("/drop@t #1");
            ada.skipTo("ERR re=t code=not-allowed :.*");
        }
    }

    @Test
    void dropAloneTakesOnesOwnLastMessageToARoomThatIsStillThere() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.rich("bob");
            bob.send("/say one", "/say two", "/msg ada three");
            ada.skipTo("MSG to=ada .* :three");
            ada.send("/say four");
            bob.skipTo("MSG .* :four");
            bob.send("/drop", "/drop", "/drop@none");
            ada.skipTo("GONE .* of=2 from=bob by=bob .*");
            ada.expectMatch("GONE .* of=1 from=bob by=bob .*");
            bob.skipTo("ERR re=none code=not-allowed :.*");
            server.type("say from the keyboard");
            ada.skipTo("MSG .* from=server .*");
            server.type("drop");
            ada.skipTo("GONE .* from=server by=server .*");
            server.type("drop #4");
            ada.skipTo("GONE .* of=4 from=ada by=server .*");
            server.type("drop #99");
            awaitScreen(server, "! #99 is not one of .*");
        }
    }

    @Test
    void mutedAndHushedAuthorsRemoveTheirOwnMessages() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/say one", "/say two");
            bob.skipTo("MSG .* :two");
            server.type("mute bob");
            bob.skipTo("NOTE code=muted .*");
            server.type("hush on");
            bob.skipTo("NOTE code=hush-on .*");
            bob.send("/drop");
            bob.skipTo("GONE .* of=2 .*");
        }
    }

    @Test
    void authorThatComesBackWithItsTokenIsStillTheAuthorAndItsNameAloneIsNot() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Arrival bob = server.arrive("bob");
            bob.peer().send("/say insult", "/quit");
            bob.peer().skipTo("BYE .*");
            Arrival back = server.arrive("bob " + bob.token());
            back.peer().send("/drop@t #1");
            back.peer().skipTo("OK re=t");
            back.peer().send("/say slip", "/quit");
            back.peer().skipTo("BYE .*");
            server.type("free bob");
            awaitScreen(server, ".* any person can have the name bob now.*");
            Peer other = server.rich("bob");
            other.send("/drop@t #3");
            other.skipTo("ERR re=t code=not-allowed :.*");
        }
    }

    @Test
    void removedMessageIsInNoHistoryAndNewcomersAreNotToldOfIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/say before", "/say insult", "/say after");
            ada.skipTo("MSG .* :after");
            ada.send("/drop #2", "/history@h");
            assertThat(upTo(ada, "END re=h")).noneMatch(line -> line.endsWith(":insult"));
            Peer eve = server.connect();
            eve.send("/nick eve", "/ping x");
            eve.skipTo("\\* You are now eve\\.");
            eve.expectMatch("<bob \\d\\d:\\d\\d> before");
            eve.expectMatch("<bob \\d\\d:\\d\\d> after");
            eve.expect("* pong x");
            eve.send("/history", "/ping y");
            assertThat(upTo(eve, "\\* pong y")).noneMatch(line -> line.contains("insult"));
            Peer cyd = server.rich("cyd");
            cyd.send("/history@h");
            cyd.expectMatch("MSG .* id=1 .* old=1 :before");
            cyd.expectMatch("MSG .* id=3 .* old=1 :after");
            cyd.expectMatch("GONE id=4 room=lobby of=2 from=bob by=ada at=\\S+");
            cyd.expect("END re=h");
        }
    }

    @Test
    void laptopThatSleptIsToldOfWhatWasRemovedMeanwhile() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive("bob");
            ada.send("/say one", "/say two");
            bob.peer().skipTo("MSG .* id=2 .*");
            bob.peer().close();
            ada.skipTo("WHO name=bob .* state=lost");
            ada.send("/drop@d #1");
            ada.skipTo("OK re=d");
            Arrival back = server.arrive("bob " + bob.token());
            back.peer().send("/history@h after=2");
            back.peer().skipTo("GONE id=3 room=lobby of=1 from=ada by=ada at=\\S+");
            back.peer().expect("END re=h");
        }
    }

    @Test
    void pasteGoesWithAllItsParts() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/paste", "one", "two", "three", ".", "/drop@d #1", "/history@h");
            bob.skipTo("GONE id=2 room=lobby of=1 .*");
            bob.expect("OK re=d");
            bob.expectMatch("GONE id=2 room=lobby of=1 .*");
            bob.expect("END re=h");
            Peer eve = server.connect();
            eve.send("/nick eve", "/ping x");
            assertThat(upTo(eve, "\\* pong x")).noneMatch(line -> line.startsWith("<") || line.contains("bob said"));
        }
    }

    @Test
    void longPasteThatWasRemovedIsNotOfferedToNewcomers() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.rich("bob");
            bob.send("/paste");
            for (int i = 0; i < 20; i++) {
                bob.send("line " + i);
            }
            bob.send(".", "/drop@d #1");
            bob.skipTo("OK re=d");
            Peer eve = server.connect();
            eve.send("/nick eve", "/ping x");
            assertThat(upTo(eve, "\\* pong x")).noneMatch(line -> line.contains("bob said"));
        }
    }

    @Test
    void announcementGoesFromAllRoomsAndOtherRoomsHearOfNoOtherMessage() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/join@j kitchen");
            bob.skipTo("OK re=j .*");
            ada.send("/announce wrong", "/say in the lobby", "/drop@a #1", "/drop@b #2");
            ada.skipTo("OK re=b");
            ada.send("/say last", "/announce last of all");
            List<String> heard = upTo(bob, "MSG .* :last of all");
            assertThat(heard)
                    .filteredOn(line -> line.startsWith("GONE"))
                    .singleElement()
                    .asString()
                    .contains("room=* of=1 ");
            bob.send("/history@h");
            assertThat(upTo(bob, "END re=h")).noneMatch(line -> line.endsWith(":wrong"));
            ada.send("/history@h");
            assertThat(upTo(ada, "END re=h"))
                    .noneMatch(line -> line.contains(" old=1 ") && line.matches(".*:(wrong|in the lobby)"));
        }
    }

    @Test
    void messageToARoomThatHasEndedIsRemovedFromTheTranscript() throws Exception {
        Path file = folder.resolve("transcript.txt");
        try (TestServer server = startRecording(file)) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/join kitchen", "/say insult", "/leave@l");
            bob.skipTo("OK re=l .*");
            ada.send("/drop@d #1");
            ada.skipTo("OK re=d");
        }
        assertThat(Files.readAllLines(file)).anyMatch(line -> line.matches("GONE id=2 room=kitchen of=1 .*"));
    }

    @Test
    void historyAfterACrashHasNoRemovedTextAndTheTranscriptHasBoth() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server = startRecording(file)) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/say before", "/paste", "insult", "insult", ".", "/say after");
            ada.skipTo("MSG .* id=3 .* :after");
            ada.send("/announce insult", "/drop #2", "/drop@d #4");
            ada.skipTo("OK re=d");
            Files.copy(file, crashed);
        }
        assertThat(Files.readAllLines(crashed))
                .filteredOn(line -> line.endsWith(":insult"))
                .hasSize(3);
        assertThat(Files.readAllLines(crashed))
                .filteredOn(line -> line.startsWith("GONE"))
                .hasSize(2);
        try (TestServer server = startRecording(crashed)) {
            Peer eve = server.connect();
            eve.send("/nick eve", "/history", "/ping x");
            List<String> shown = upTo(eve, "\\* pong x");
            assertThat(shown).noneMatch(line -> line.contains("insult")).anyMatch(line -> line.contains("before"));
            Peer cyd = server.rich("cyd");
            cyd.send("/history@h after=1", "/say new");
            List<String> missed = upTo(cyd, "MSG .* :new");
            assertThat(missed).noneMatch(line -> line.endsWith(":insult"));
            assertThat(missed).filteredOn(line -> line.startsWith("GONE")).hasSize(2);
            assertThat(missed.get(missed.size() - 1)).matches("MSG .* id=1007 .*");
        }
    }

    @Test
    void instructorRemovesWhatWasSaidBeforeACrash() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        Arrival bob;
        try (TestServer server = startRecording(file)) {
            bob = server.arrive("bob");
            bob.peer().send("/say insult");
            bob.peer().skipTo("MSG .* id=1 .*");
            Files.copy(file, crashed);
        }
        try (TestServer server = startRecording(crashed)) {
            Peer again = server.arrive("bob " + bob.token()).peer();
            again.send("/drop@d #1");
            again.skipTo("ERR re=d code=not-allowed :.*"); // tokens do not outlive a crash
            Peer ada = server.instructor("ada");
            ada.send("/drop@a #1", "/drop@b #1", "/history@h");
            ada.skipTo("GONE .* of=1 from=bob by=ada .*");
            ada.expect("OK re=a");
            ada.expect("OK re=b"); // it is gone already
            assertThat(upTo(ada, "END re=h")).noneMatch(line -> line.endsWith(":insult"));
        }
    }

    @Test
    void whatIsRemovedAfterACrashDoesNotComeBackWithARoomThatIsOpenedLater() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server = startRecording(file)) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/join kitchen", "/say in the kitchen", "/say insult");
            bob.skipTo("MSG .* id=2 .*");
            ada.send("/announce insult");
            bob.skipTo("MSG .* id=3 .*");
            Files.copy(file, crashed);
        }
        try (TestServer server = startRecording(crashed)) {
            Peer ada = server.instructor("ada");
            ada.send("/drop@a #2", "/drop@b #3");
            ada.skipTo("OK re=a");
            ada.skipTo("OK re=b");
            Peer bob = server.rich("bob");
            bob.send("/join kitchen", "/history@h");
            List<String> lines = upTo(bob, "END re=h");
            assertThat(lines).noneMatch(line -> line.endsWith(":insult"));
            assertThat(lines).anyMatch(line -> line.endsWith(":in the kitchen"));
            assertThat(lines)
                    .filteredOn(line -> line.startsWith("GONE"))
                    .extracting(line -> line.replaceFirst(".* (of=\\d+) .*", "$1"))
                    .containsExactly("of=2", "of=3");
        }
    }

    /** More than the system buffers: the end of the history is not sent before the client reads on. */
    @Test
    void historyOfBeforeACrashThatIsOnItsWayHasNoTextThatWasRemovedMeanwhile() throws Exception {
        int messages = 3000;
        Path crashed = folder.resolve("crashed.txt");
        StringBuilder lines = new StringBuilder("NOTE code=run :abc\n");
        for (int id = 1; id <= messages; id++) {
            lines.append(new Event.Msg("lobby", "", "bob", id, Hall.now(), Part.WHOLE, false, "", "x".repeat(4000))
                            .print())
                    .append('\n');
        }
        Files.writeString(crashed, lines);
        try (TestServer server =
                TestServer.start("--transcript", crashed.toString(), "--flood", "off", "--history", "30000")) {
            Peer ada = server.instructor("ada");
            Peer cyd = server.rich("cyd");
            cyd.send("/history@h");
            cyd.skipTo("MSG .* id=1 .*");
            ada.send("/drop@d #" + messages);
            ada.skipTo("OK re=d");
            assertThat(cyd.linesUntil("END re=h"))
                    .anyMatch(line -> line.startsWith("GONE "))
                    .noneMatch(line -> line.contains(" id=" + messages + " "));
        }
    }

    @Test
    void personOfARemovedMessageIsMutedByItsNumberAlsoUnderANewName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            bob.send("/say insult", "/nick@n rob");
            bob.skipTo("OK re=n");
            ada.skipTo("NICK .* new=rob .*");
            ada.send("/drop #1", "/mute@m #1");
            ada.skipTo("GONE .* of=1 from=bob by=ada .*");
            ada.skipTo("WHO name=rob room=lobby state=muted");
            ada.expect("OK re=m :Done.");
        }
    }

    @Test
    void plainInstructorSeesNumbersAndOtherPlainClientsDoNot() throws Exception {
        try (TestServer server = TestServer.start("--key", TestServer.KEY)) {
            Peer bob = server.rich("bob");
            bob.send("/say before");
            bob.skipTo("MSG .* :before");
            Peer eve = server.plain("eve");
            Peer ada = server.plain("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/op " + TestServer.KEY);
            bob.skipTo("WHO name=ada .* state=op");
            bob.send("/say hi", "/paste", "one", "two", ".", "/msg ada psst");
            ada.skipTo("<bob #2> hi");
            ada.expect("<bob #3> | one", "<bob #3> | two", "<bob #4 to you> psst");
            server.type("announce to all");
            ada.expect("* server #5 to all rooms: to all");
            ada.send("/history", "/drop #2");
            ada.skipTo("<bob #1 \\d\\d:\\d\\d> before");
            ada.skipTo("\\* A message of bob #2 was removed\\.");
            eve.skipTo("<bob> hi");
            eve.expect("<bob> | one", "<bob> | two", "* server to all rooms: to all");
            eve.skipTo("\\* A message of bob was removed\\.");
            server.type("deop ada");
            ada.skipTo("\\* You are no longer an instructor\\.");
            eve.send("bye");
            ada.skipTo("<eve> bye");
        }
    }

    /** Clients that ask for the history all the time: the text does not come after the removal was told. */
    @RepeatedTest(5)
    void historyThatIsOnItsWayHasNoTextThatWasRemovedMeanwhile() throws Exception {
        int messages = 300;
        try (TestServer server = TestServer.start("--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer bob = server.rich("bob");
            for (int i = 0; i < messages; i++) {
                bob.send("/say text");
            }
            bob.skipTo("MSG .* id=" + messages + " .*");
            AtomicBoolean over = new AtomicBoolean();
            List<Peer> readers = List.of(server.rich("ada"), server.rich("cyd"), server.rich("eve"));
            for (Peer reader : readers) {
                crowd.letDo(() -> {
                    List<String> gone = new ArrayList<>();
                    while (!over.get()) {
                        reader.send("/history@h");
                        for (String line : upTo(reader, "END re=h")) {
                            String of = line.replaceFirst(".* (?:of|id)=(\\d+) .*", "$1");
                            if (line.startsWith("GONE")) {
                                gone.add(of);
                            } else if (line.startsWith("MSG")) {
                                assertThat(gone).doesNotContain(of);
                            }
                        }
                    }
                });
            }
            for (int i = messages; i > 0; i -= 10) {
                bob.send("/drop@d" + i + " #" + i);
                bob.skipTo("OK re=d" + i);
            }
            over.set(true);
            crowd.await();
        }
    }
}
