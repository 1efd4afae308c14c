package chatlab.server.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import chatlab.protocol.testing.Peer;
import chatlab.server.CountingChannel;
import chatlab.server.FullDisk;
import chatlab.server.TestServer;
import chatlab.server.delivery.Batch;
import chatlab.server.support.CannotStartException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTest {
    private static final String TIME = "2\\S+Z";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("transcript.txt");
    }

    private TestServer start(Path transcript, String... options) throws CannotStartException {
        List<String> all = new ArrayList<>(List.of("--transcript", transcript.toString(), "--flood", "off"));
        all.addAll(List.of(options));
        return TestServer.start(all.toArray(String[]::new));
    }

    /** The file as it would be if the server were killed now. */
    private Path copy() throws IOException {
        return Files.copy(file, folder.resolve("copy" + System.nanoTime()));
    }

    @Test
    void fileHoldsTheLinesThatRichClientsSee() throws Exception {
        List<String> seen = new ArrayList<>();
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            seen.add(bob.readLine());
            ada.send("hello", "/msg bob psst", "/nick eve", "/paste", "a", "b", ".", "/quit so long");
            while (seen.size() < 7) {
                seen.add(bob.readLine());
            }
            bob.send("/msg bob note to self", "/who", "/ping");
            bob.skipTo("PONG");
        }
        assertThat(seen.remove(2)).startsWith("MSG to=bob ");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).matches("NOTE code=run :\\w+");
        assertThat(lines.get(1)).matches("NOTE code=start :" + TIME);
        assertThat(lines.get(2)).startsWith("JOIN room=lobby name=bob at=");
        assertThat(lines.subList(3, 9)).isEqualTo(seen);
        lines.removeIf(
                line -> line.matches("NOTE code=lost :" + TIME + " bob")); // bob has closed, perhaps before the server
        assertThat(lines.get(9)).matches("NOTE code=end :" + TIME);
        assertThat(lines.subList(10, lines.size())).containsExactly("BYE code=shutdown");
        assertThat(seen.get(5)).matches("LEAVE room=lobby name=eve at=\\S+ code=quit :so long");
    }

    @Test
    void lossAndReturnAreKeptWithTheirTimes() throws Exception {
        Path kept;
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            TestServer.Arrival ada = server.arrive("ada");
            ada.peer().close();
            bob.skipTo("WHO name=ada .* state=lost");
            server.arrive("ada " + ada.token());
            bob.skipTo("WHO name=ada .* state=-");
            kept = copy();
        }
        assertThat(Files.readAllLines(kept))
                .filteredOn(line -> line.matches("NOTE code=(lost|back) .*"))
                .satisfiesExactly(
                        line -> assertThat(line).matches("NOTE code=lost :" + TIME + " ada"),
                        line -> assertThat(line).matches("NOTE code=back :" + TIME + " ada"));
    }

    @Test
    void lineIsInTheFileBeforeAClientSeesIt() throws Exception {
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            for (int i = 0; i < 200; i++) {
                ada.send("message " + i + ".");
                bob.skipTo("MSG .* :message " + i + "\\.");
                assertThat(Files.readString(file)).contains(" :message " + i + ".\n");
            }
        }
    }

    @Test
    void wordsOfAPersonThatIsAloneAreKept() throws Exception {
        try (TestServer server = start(file)) {
            server.plain("ada").send("is anybody here?");
            await().until(() -> Files.readString(file).endsWith(" :is anybody here?\n"));
        }
    }

    @Test
    void runGoesOnAfterACrash() throws Exception {
        Path crashed;
        String run;
        try (TestServer server = start(file)) {
            TestServer.Arrival ada = server.arrive("ada");
            run = run(ada);
            ada.peer().send("/say one", "/paste", "a", "b", ".");
            ada.peer().skipTo("MSG .* part=2/2 .*");
            server.type("announce three");
            ada.peer().skipTo("MSG .* :three");
            ada.peer().send("/msg ada four, which is in no transcript");
            ada.peer().expectMatch("MSG to=ada .* id=4 .*");
            crashed = copy();
        }
        try (TestServer server = start(crashed)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isEqualTo(run);
            bob.peer().send("/history@h");
            bob.peer().skipTo("MSG room=lobby from=ada id=1 at=\\S+ old=1 :one");
            bob.peer().expectMatch("MSG .* id=2 .* part=1/2 old=1 :a");
            bob.peer().expectMatch("MSG .* id=2 .* part=2/2 old=1 :b");
            bob.peer().expectMatch("MSG room=\\* from=server id=3 .* old=1 :three");
            bob.peer().expect("END re=h");
            bob.peer().send("/say@s on");
            String receipt = bob.peer().skipTo("MSG .* re=s :on");
            assertThat(Long.parseLong(receipt.replaceFirst(".* id=(\\d+) .*", "$1")))
                    .isGreaterThan(4);
        }
    }

    @Test
    void historyIsEmptyAfterAProperEnd() throws Exception {
        String run;
        try (TestServer server = start(file)) {
            TestServer.Arrival ada = server.arrive("ada");
            run = run(ada);
            ada.peer().send("/say secret");
            ada.peer().skipTo("MSG .*");
        }
        assertThat(Files.readString(file)).endsWith("\nBYE code=shutdown\n");
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isNotEqualTo(run);
            bob.peer().send("/history@h", "/say first");
            bob.peer().skipTo("JOIN .*");
            bob.peer().expect("END re=h");
            bob.peer().expectMatch("MSG .* id=1 .*");
        }
        assertThat(Files.readString(file)).contains("secret").contains("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BYE code=shutdown", "BYE code=shutdown\n\n", "BYE code=shutdown\r\n\r\n \t\n  "})
    void historyIsEmptyAfterAProperEndThatAnEditorTouched(String end) throws Exception {
        Files.writeString(file, "NOTE code=run :abc\n" + saying(7, "secret") + "\n" + end);
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isNotEqualTo("abc");
            bob.peer().send("/history@h");
            bob.peer().skipTo("JOIN .*");
            bob.peer().expect("END re=h");
            assertThat(Files.readString(file)).containsPattern("BYE code=shutdown\\s+NOTE code=run :");
        }
    }

    @Test
    void resumeContinuesTheRunAndFreshBeginsANewOne() throws Exception {
        Path crashed;
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            ada.send("/say one");
            ada.skipTo("MSG .*");
            crashed = copy();
        }
        try (TestServer server = start(file, "--resume")) {
            Peer bob = server.rich("bob");
            bob.send("/history@h");
            bob.skipTo("MSG .* id=1 .* old=1 :one");
        }
        try (TestServer server = start(crashed, "--fresh")) {
            Peer bob = server.rich("bob");
            bob.send("/history@h", "/say anew");
            bob.expect("END re=h");
            bob.expectMatch("MSG .* id=1 .*");
        }
    }

    @Test
    void historyOfEachRoomIsRecovered() throws Exception {
        Path crashed;
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            ada.send("/say in the lobby", "/join lab", "/say in the lab");
            ada.skipTo("MSG room=lab .*");
            crashed = copy();
        }
        try (TestServer server = start(crashed)) {
            Peer bob = server.rich("bob");
            bob.send("/join LAB", "/history@h");
            bob.skipTo("MSG room=lab from=ada .* old=1 :in the lab");
            bob.expect("END re=h");
        }
    }

    @Test
    void messagesOfARoomThatEndedBeforeTheCrashAreGone() throws Exception {
        Path crashed;
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            ada.send("/join lab", "/say forget", "/join quiet", "/leave", "/join lab", "/say remember");
            ada.skipTo("MSG .* id=2 .*");
            Peer bob = server.rich("bob");
            bob.send("/join other", "/say gone", "/quit");
            bob.skipTo("BYE .*");
            ada.send("/say on");
            ada.skipTo("MSG .* :on");
            crashed = copy();
        }
        assertThat(Files.readAllLines(crashed))
                .filteredOn(line -> line.startsWith("NOTE code=cleared"))
                .containsExactly("NOTE code=cleared :lab", "NOTE code=cleared :other");
        try (TestServer server = start(crashed)) {
            Peer eve = server.rich("eve");
            eve.send("/join lab", "/history@h", "/history@i after=1", "/join other", "/history@j after=2");
            eve.skipTo("OK :You are in lab now\\.");
            eve.expectMatch("MSG room=lab from=ada id=2 .* old=1 :remember");
            eve.expectMatch("MSG room=lab from=ada id=4 .* old=1 :on");
            eve.expect("END re=h gap=1");
            eve.skipTo("END re=i");
            eve.skipTo("OK :You are in other now\\.");
            eve.expect("END re=j gap=1");
        }
    }

    @Test
    void tornLineAndHalfAPasteAreDropped() throws Exception {
        String at = " at=2026-11-20T10:15:02.007Z ";
        String good = "NOTE code=run :abc\nMSG room=lobby from=ada id=7" + at + ":whole\n";
        String half = "MSG room=lobby from=ada id=8" + at + "part=1/3 :a\nMSG room=lobby from=ada id=8" + at
                + "part=2/3 :b\n";
        for (String torn : List.of("", "M", "MSG room=lobby from=ada id=9" + at + ":to", half, half + "MSG room=lob")) {
            Files.writeString(file, good + torn);
            try (TestServer server = start(file)) {
                TestServer.Arrival bob = server.arrive("bob");
                assertThat(run(bob)).isEqualTo("abc");
                bob.peer().send("/history@h", "/say@s next");
                bob.peer().skipTo("MSG .* id=7 .* old=1 :whole");
                bob.peer().expect("END re=h");
                bob.peer().expectMatch("MSG .* re=s :next");
            }
            List<String> lines = Files.readAllLines(file);
            assertThat(Files.readString(file)).startsWith(good);
            assertThat(lines)
                    .allMatch(line -> Event.parse(line).isPresent())
                    .filteredOn(line -> line.contains(":next"))
                    .hasSize(1);
            assertThat(lines).noneMatch(line -> line.contains("part="));
        }
    }

    @Test
    void pasteThatLostItsEndToAFullDiskIsDropped() throws Exception {
        String at = " at=2026-11-20T10:15:02.007Z ";
        String all = "NOTE code=run :abc\nMSG room=lobby from=ada id=7" + at + "part=1/3 :a\n"
                + "MSG room=lobby from=ada id=7" + at + "part=2/3 :b\n"
                + "NOTE code=missing :One line could not be written here.\n"
                + "JOIN room=lobby name=eve at=2026-11-20T10:15:02.007Z\n"
                + "MSG room=lobby from=ada id=8" + at + ":whole\n";
        Files.writeString(file, all);
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            bob.send("/history@h");
            bob.skipTo("MSG .* id=8 .* old=1 :whole");
            bob.expect("END re=h");
        }
        assertThat(Files.readString(file)).startsWith(all);
    }

    @Test
    void secondServerIsRefused() throws Exception {
        try (TestServer server = start(file)) {
            assertThatThrownBy(() -> start(file))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessageStartingWith("Another server is writing the transcript " + file);
            server.rich("ada");
        }
        start(file).close();
    }

    @Test
    void fileThatIsNoTranscriptIsRefusedAndNotChanged() throws Exception {
        Files.writeString(file, "Dear diary,\ntoday");
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith(file + " is something else than a transcript.");
        assertThat(file).hasContent("Dear diary,\ntoday");
    }

    @Test
    void onlyTheTailOfAFileOfAGigabyteIsRead() throws Exception {
        long gigabyte = 1L << 30;
        String tail = "\nNOTE code=run :abc\nMSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z :yesterday\n";
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.writeBytes("NOTE code=run :abc\n");
            sparse.seek(gigabyte);
            sparse.write(tail.getBytes(StandardCharsets.UTF_8));
        }
        CountingChannel channel = new CountingChannel(FileChannel.open(file, StandardOpenOption.READ));
        TranscriptTail.read(channel, 1024 * 1024);
        assertThat(channel.bytesRead).isPositive().isLessThanOrEqualTo(1024 * 1024);
        channel.close();

        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            bob.send("/history@h");
            bob.skipTo("MSG .* id=7 .* old=1 :yesterday");
        }
        assertThat(Files.size(file)).isGreaterThan(gigabyte + tail.length());
    }

    @Test
    void messagesBeforeTheTailAreReportedAsAGap() throws Exception {
        write(
                "NOTE code=run :abc",
                "x".repeat(3_000_000),
                "NOTE code=run :abc",
                saying(7, "seven"),
                saying(8, "eight"));
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            bob.send("/history@h after=5", "/history@i after=6");
            bob.skipTo("MSG .* id=7 .* old=1 :seven");
            bob.expectMatch("MSG .* id=8 .* old=1 :eight");
            bob.expect("END re=h gap=1");
            bob.skipTo("MSG .* :eight");
            bob.expect("END re=i");
        }
    }

    @Test
    void runThatBeganInTheTailHasNoGap() throws Exception {
        write(
                "NOTE code=run :abc",
                "x".repeat(3_000_000),
                "NOTE code=run :abc",
                "NOTE code=run :def",
                saying(3, "three"));
        try (TestServer server = start(file)) {
            Peer bob = server.rich("bob");
            bob.send("/history@h");
            bob.skipTo("MSG .* id=3 .* old=1 :three"); // the numbers before it were those of private messages
            bob.expect("END re=h");
        }
    }

    @Test
    void runGoesOnFromAMessageThatManyReportsFollow() throws Exception {
        List<String> lines = new ArrayList<>(List.of("NOTE code=run :abc", saying(5000, "before the exercises")));
        for (int i = 0; i < 100_000; i++) { // 7 MB
            if (i % 10_000 == 0) {
                lines.add("NOTE code=run :abc");
            }
            lines.add("DID name=s" + i % 1000 + " chapter=" + (1 + i % 99) + " fact=read at=2026-11-20T10:15:02.007Z");
        }
        Files.write(file, lines);
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isEqualTo("abc");
            bob.peer().send("/history@h", "after");
            bob.peer().skipTo("MSG .* id=5000 .* old=1 :before the exercises");
            assertThat(Long.parseLong(bob.peer().skipTo("MSG .* :after").replaceFirst(".* id=(\\d+) .*", "$1")))
                    .isGreaterThan(5000);
        }
    }

    /** The last number is unknown, and no number may be given twice. */
    @Test
    void runWhoseLastMessageIsTooFarBeforeTheEndDoesNotGoOn() throws Exception {
        write("NOTE code=run :abc", saying(5000, "long ago"));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(65 * 1024 * 1024);
            sparse.writeBytes("\nNOTE code=run :abc\n");
        }
        try (TestServer server = start(file)) {
            assertThat(run(server.arrive("bob"))).isNotEqualTo("abc");
            server.screen.awaitLine(".*The last message number in .* is not known\\..*");
        }
    }

    @Test
    void emptiedTranscriptGoesOnFromItsRealEnd() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            ada.send("/say before");
            ada.skipTo("MSG .* :before");
            Files.write(file, new byte[0]); // as: > transcript.txt
            ada.send("/say after");
            ada.skipTo("MSG .* :after");

            assertThat(Files.readString(file)).startsWith("NOTE code=run :").doesNotContain("\0");
            assertThat(Files.readAllLines(file)).last().asString().endsWith(" :after");
            server.screen.awaitLine(".* Another program has changed the transcript .*");
        }
        start(file).close(); // it knows its own file again
    }

    @Test
    void linesThatAnotherProgramAddsStay() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Files.writeString(file, "a note of the instructor", StandardOpenOption.APPEND);
            ada.send("/say after");
            ada.skipTo("MSG .* :after");

            assertThat(Files.readAllLines(file)).contains("a note of the instructor");
            assertThat(Files.readAllLines(file)).last().asString().endsWith(" :after");
        }
    }

    @Test
    void movedTranscriptGoesOnInANewFileAndTheConsoleSaysSo() throws Exception {
        Path crashed;
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Files.move(file, folder.resolve("yesterday.txt"));
            awaitKept(ada);

            server.screen.awaitLine(".* The transcript .* was moved, removed or replaced .*");
            assertThat(Files.readString(file)).startsWith("NOTE code=run :");
            crashed = copy();
        }
        try (TestServer server = start(crashed)) {
            Peer bob = server.rich("bob");
            bob.send("/history@h");
            bob.skipTo("MSG .* old=1 :hello again");
            bob.skipTo("END re=h gap=1"); // the earlier lines are in the other file
        }
    }

    @Test
    void transcriptThatAnEditorReplacesGoesOnBehindItsLines() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Path edited = folder.resolve("edited");
            Files.writeString(
                    edited, Files.readString(file).replace("ada", "eve").stripTrailing());
            Files.move(edited, file, StandardCopyOption.REPLACE_EXISTING);
            awaitKept(ada);

            assertThat(Files.readAllLines(file)).anyMatch(line -> line.startsWith("JOIN room=lobby name=eve "));
        }
    }

    @Test
    void foreignFileAtThePathIsNotChanged() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Path diary = folder.resolve("diary");
            Files.writeString(diary, "Dear diary,");
            Files.move(diary, file, StandardCopyOption.REPLACE_EXISTING);
            await().until(() -> {
                ada.send("/say hello");
                ada.skipTo("MSG .* :hello");
                return server.screen.shown().stream().anyMatch(line -> line.contains("is no transcript any more"));
            });
            assertThat(file).hasContent("Dear diary,");

            Files.delete(file);
            awaitKept(ada);
            server.screen.awaitLine(".* The transcript can be written again; .*");
        }
    }

    /** A device keeps no lines, and has no path to look at again. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void deviceAtThePathIsReportedAndNotUsed() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("/dev/null"));
            await().until(() -> {
                ada.send("/say hello");
                ada.skipTo("MSG .* :hello");
                return server.screen.shown().stream().anyMatch(line -> line.contains("is no transcript any more"));
            });

            Files.delete(file);
            awaitKept(ada);
            server.screen.awaitLine(".* The transcript can be written again; .*");
        }
    }

    @Test
    void transcriptOfAnotherServerAtThePathIsReported() throws Exception {
        try (TestServer server = start(file)) {
            Peer ada = server.rich("ada");
            Files.move(file, folder.resolve("old"));
            try (FileChannel other = Transcript.open(file)) {
                await().until(() -> {
                    ada.send("/say hello");
                    ada.skipTo("MSG .* :hello");
                    return server.screen.shown().stream()
                            .anyMatch(line ->
                                    line.contains("Cannot write to the transcript: another server is writing it"));
                });
                assertThat(other.size()).isZero();
            }
        }
    }

    /** The path is looked at once a second, and only when there is something to write. */
    private void awaitKept(Peer peer) {
        await().until(() -> {
            peer.send("/say hello again");
            peer.skipTo("MSG .* :hello again");
            return Files.exists(file) && Files.readString(file).contains(" :hello again\n");
        });
    }

    @Test
    void transcriptWithWindowsLineEndsIsResumed() throws Exception {
        Files.writeString(file, "\ufeffNOTE code=run :abc\r\n" + saying(7, "seven") + "\r\n");
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isEqualTo("abc");
            bob.peer().send("/history@h");
            bob.peer().skipTo("MSG .* id=7 .* old=1 :seven");
            bob.peer().expect("END re=h");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a:b", "x=y z", "\u00e4"})
    void runWithAnUnusableNameIsNotResumed(String name) throws Exception {
        write("NOTE code=run :" + name, saying(7, "seven"));
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).matches("\\w+").isNotEqualTo("abc");
            bob.peer().send("/say@s one");
            bob.peer().skipTo("MSG .* id=1 .* re=s .*");
        }
    }

    @Test
    void runWithTooGreatAnIdIsNotResumed() throws Exception {
        write("NOTE code=run :abc", saying(Long.MAX_VALUE - 5, "far"));
        try (TestServer server = start(file)) {
            TestServer.Arrival bob = server.arrive("bob");
            assertThat(run(bob)).isNotEqualTo("abc");
            server.screen.awaitLine(".* begins a new run of messages .*");
            bob.peer().send("/say@s one");
            bob.peer().skipTo("MSG .* id=1 .* re=s .*");
        }
    }

    @Test
    void historyThatDoesNotFitIntoTheMemoryIsRefused() {
        assertThatThrownBy(() -> start(Path.of("none"), "--history", "2000000000"))
                .isInstanceOf(CannotStartException.class);
        assertThatThrownBy(() -> start(file, "--history", "2000000000"))
                .isInstanceOf(CannotStartException.class)
                .hasMessageMatching("There is no memory for 2000000000 messages .* Choose a smaller --history.*");
    }

    private void write(String... lines) throws Exception {
        Files.write(file, List.of(lines));
    }

    private static String saying(long id, String text) {
        return "MSG room=lobby from=ada id=" + id + " at=2026-11-20T10:15:02.007Z :" + text;
    }

    @Test
    void nameOfTheRunIsRepeatedSoThatEachTailHasIt() throws Exception {
        List<String> complaints = new ArrayList<>();
        try (Transcript transcript = new Transcript(file, Transcript.open(file), "abc", complaints::add)) {
            byte[] line = Batch.line("MSG room=lobby from=ada id=1 at=2026-11-20T10:15:02.007Z :" + "x".repeat(4000));
            for (int i = 0; i < 1000; i++) {
                transcript.append(line, 1);
                transcript.flush();
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            assertThat(TranscriptTail.read(channel, Transcript.RUN_EVERY + 8192).run())
                    .isEqualTo("abc");
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    void fullDiskIsReportedOnceAndLeavesNoHalfLine() throws Exception {
        List<String> complaints = new ArrayList<>();
        FullDisk disk = new FullDisk(Transcript.open(file));
        try (Transcript transcript = new Transcript(file, disk, "abc", complaints::add)) {
            write(transcript, "before");
            disk.room = 5;
            write(transcript, "lost 1");
            write(transcript, "lost 2");
            disk.room = 90; // enough for the note about missing lines, but not for the line
            write(transcript, "lost 3");
            assertThat(complaints).singleElement().asString().contains("No space left");
            assertThat(Files.readAllLines(file)).containsExactly("NOTE code=run :abc", line("before"));

            disk.room = Integer.MAX_VALUE;
            write(transcript, "after");
            assertThat(complaints).hasSize(2);
            assertThat(complaints.get(1)).contains("again").contains("3 lines");
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.remove(4)).startsWith("NOTE code=end :");
        assertThat(lines)
                .containsExactly(
                        "NOTE code=run :abc",
                        line("before"),
                        "NOTE code=missing :3 lines could not be written here.",
                        line("after"),
                        "BYE code=shutdown");
    }

    @Test
    void linesLostForLackOfMemoryAreReportedAsMissing() throws Exception {
        List<String> complaints = new ArrayList<>();
        FullDisk disk = new FullDisk(Transcript.open(file));
        try (Transcript transcript = new Transcript(file, disk, "abc", complaints::add)) {
            write(transcript, "before");
            disk.noMemory = true;
            disk.room = 5;
            write(transcript, "lost");
            assertThat(Files.readAllLines(file)).containsExactly("NOTE code=run :abc", line("before"));
            disk.room = Integer.MAX_VALUE;
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.remove(lines.size() - 2)).startsWith("NOTE code=end :");
        assertThat(lines).endsWith("NOTE code=missing :One line could not be written here.", "BYE code=shutdown");
        assertThat(complaints).hasSize(2);
    }

    /** Otherwise the removed message and the cleared room would be there again after a crash. */
    @Test
    void linesThatTakeBackOthersAreWrittenLateWhenTheDiskIsFull() throws Exception {
        String gone = "GONE id=3 room=lobby of=1 from=ada by=bob at=2026-11-20T10:15:02.007Z";
        List<String> complaints = new ArrayList<>();
        FullDisk disk = new FullDisk(Transcript.open(file));
        try (Transcript transcript = new Transcript(file, disk, "abc", complaints::add)) {
            write(transcript, "before");
            disk.room = 5;
            transcript.appendTakingBack(Batch.line(gone));
            transcript.flush();
            write(transcript, "lost");
            transcript.append(Batch.line(line("lost")), 1); // written together with the next line
            transcript.appendTakingBack(Batch.line("NOTE code=cleared :kitchen"));
            transcript.flush();
            assertThat(complaints).singleElement().asString().contains("No space left");
            disk.room = Integer.MAX_VALUE;
            write(transcript, "after");
            write(transcript, "after that");
            assertThat(complaints.get(1)).contains("2 lines");
        }
        assertThat(complaints).hasSize(2);
        assertThat(Files.readAllLines(file))
                .startsWith(
                        "NOTE code=run :abc",
                        line("before"),
                        "NOTE code=missing :2 lines could not be written here.",
                        gone,
                        "NOTE code=cleared :kitchen",
                        line("after"),
                        line("after that"))
                .hasSize(9);
    }

    private static String line(String text) {
        return "MSG room=lobby from=ada id=1 at=2026-11-20T10:15:02.007Z :" + text;
    }

    private static void write(Transcript transcript, String text) {
        transcript.append(Batch.line(line(text)), 1);
        transcript.flush();
    }

    @Test
    void chatGoesOnWhenTheDiskIsFull() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full)
                .as("a device that is always full, which only Linux has")
                .exists();
        try (TestServer server = startAlone(full)) {
            Peer bob = server.plain("bob");
            Peer ada = server.plain("ada");
            for (int i = 0; i < 5; i++) {
                ada.send("hello " + i);
                bob.skipTo("<ada> hello " + i);
            }
            server.screen.awaitLine(".* Cannot write to the transcript: .*The chat goes on.*");
            server.console().answer("so far");
            server.screen.awaitLine("so far");
            assertThat(server.screen.shown())
                    .filteredOn(line -> line.contains("Cannot write"))
                    .hasSize(1);
        }
    }

    /** There is only one such device, and another build on this machine may be using it. */
    private TestServer startAlone(Path device) {
        return await().ignoreException(CannotStartException.class).until(() -> start(device), server -> true);
    }

    private static String run(TestServer.Arrival arrival) {
        return arrival.hello().replaceFirst(".* run=(\\S+) .*", "$1");
    }
}
