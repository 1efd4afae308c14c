package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chatlab.protocol.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The transcript cannot grow: the shell limits the length of files, which needs no rights. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems report a file that is too long in other ways")
class DiskFullTest {
    /** Blocks of 512 bytes, or of 1024, depending on the shell. What the virtual machine itself writes is less. */
    private static final String SHORT_FILES = "ulimit -S -f 100";

    private static final int MOST_LINES = 2000;
    private static final String FULL = ".* Cannot write to the transcript: .*\\. The chat goes on, but is not kept\\.";
    private static final String AGAIN =
            ".* The transcript can be written again; (no line is|one line is|\\d+ lines are) missing in it\\.";

    @TempDir
    Path folder;

    @Test
    void fullDiskCausesOneWarningAndNoHalfRecord() throws Exception {
        try (RunningServer server =
                        new RunningServer.Starter(folder).shell(SHORT_FILES).start("--flood", "off");
                Member ada = Member.rich(server.port(), "ada");
                Member bob = Member.plain(server.port(), "bob")) {
            int lines = talkUntilFull(server, ada);
            for (int i = lines + 1; i <= lines + 100; i++) {
                say(ada, i);
            }
            bob.seen().await(lines + 100, "<ada> line \\d+ .*");

            assertThat(said(readTranscript()))
                    .as("what fitted")
                    .isEqualTo(numbers(said(readTranscript()).size()));
            assertThat(server.out().all())
                    .filteredOn(line -> line.matches(FULL))
                    .hasSize(1);
            assertThat(server.out().has(AGAIN)).isFalse();
        }
    }

    @Test
    void transcriptContinuesWhenTheDiskHasRoomAgain() throws Exception {
        try (RunningServer server =
                        new RunningServer.Starter(folder).shell(SHORT_FILES).start("--flood", "off");
                Member ada = Member.rich(server.port(), "ada")) {
            int lines = talkUntilFull(server, ada);
            liftLimit(server);
            say(ada, lines + 1);
            server.expect(AGAIN);
            say(ada, lines + 2);

            await().until(() -> said(readTranscript()).contains(lines + 2));
            List<Integer> kept = said(readTranscript());
            int missing = lines + 2 - kept.size();
            assertThat(readTranscript())
                    .as("the file itself says how many are missing")
                    .anyMatch(line ->
                            line.equals("NOTE code=missing :" + lines(missing) + " could not be written here."));
            assertThat(kept).endsWith(lines + 1, lines + 2).isSorted().doesNotHaveDuplicates();
        }
    }

    /** The text is in the file, and the disk is full when it is removed. */
    @Test
    void removedTextDoesNotComeBackAfterACrash() throws Exception {
        int removed;
        try (RunningServer server =
                        new RunningServer.Starter(folder).shell(SHORT_FILES).start("--flood", "off");
                Member ada = Member.rich(server.port(), "ada")) {
            int lines = talkUntilFull(server, ada);
            List<Integer> kept = said(readTranscript());
            removed = kept.get(kept.size() - 1);
            ada.send("/drop@d #" + removed); // the first message has the number 1
            ada.expect("OK re=d");
            liftLimit(server);
            say(ada, lines + 1);
            server.expect(AGAIN);
            server.kill();
        }
        try (RunningServer again = RunningServer.start(folder);
                Member bob = Member.rich(again.port(), "bob")) {
            bob.send("/history@h");
            bob.expect("END re=h.*");
            assertThat(bob.messages())
                    .isNotEmpty()
                    .noneMatch(
                            message -> message.id() == removed || message.text().startsWith("line " + removed + " "));
        }
    }

    private static String lines(int number) {
        return number == 1 ? "One line" : number + " lines";
    }

    private static int talkUntilFull(RunningServer server, Member ada) throws Exception {
        int lines = 0;
        while (!server.out().has(FULL)) {
            assertThat(lines).as("lines, and the file is still not full").isLessThan(MOST_LINES);
            say(ada, ++lines);
        }
        return lines;
    }

    /** Says a line and waits for its delivery, so that each line is written by itself. */
    private static void say(Member ada, int number) throws Exception {
        ada.send("/say@" + number + " line " + number + " " + "x".repeat(number % 50));
        ada.expect("MSG .* re=" + number + " :.*");
    }

    /** Makes room, as an administrator does on a disk. */
    private static void liftLimit(RunningServer server) throws InterruptedException {
        String pid = String.valueOf(server.pid());
        try {
            Process prlimit = new ProcessBuilder("prlimit", "--pid", pid, "--fsize=unlimited").start();
            assumeTrue(prlimit.waitFor() == 0, "prlimit cannot lift a limit");
        } catch (IOException e) {
            assumeTrue(false, "there is no prlimit to lift a limit with");
        }
    }

    /** All lines of the file. Each must be an event, and the last one must have its line end. */
    private List<String> readTranscript() throws IOException {
        String text = Files.readString(folder.resolve(RunningServer.TRANSCRIPT));
        assertThat(text).endsWith("\n");
        List<String> lines = text.lines().collect(Collectors.toList());
        assertThat(lines).allMatch(line -> Event.parse(line).isPresent(), "is a whole record");
        return lines;
    }

    private static List<Integer> said(List<String> transcript) {
        return transcript.stream()
                .filter(line -> line.startsWith("MSG "))
                .map(line -> Integer.valueOf(line.replaceAll(".* :line (\\d+) x*", "$1")))
                .collect(Collectors.toList());
    }

    private static List<Integer> numbers(int count) {
        return IntStream.rangeClosed(1, count).boxed().collect(Collectors.toList());
    }
}
