package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Chat1;
import chatlab.tutorials.weave.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The commands of README.md do what it says, as they stand there but for the address, in a clone of what is committed and
 * with a local repository that is empty at first. Only {@code .ci/run} runs this: it takes port 8081, and needs the network,
 * Maven, nc, and a display with a window manager.
 */
@Tag("readme")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadmeCommandsTest {
    /** Ends what hangs: Maven may have to download, compile and pack. */
    private static final Duration HANG = Duration.ofMinutes(9);

    private final Set<ReadmeCommand> notRun = EnumSet.complementOf(EnumSet.of(ReadmeCommand.VERIFY)); // .ci/run does

    private Path scratch;
    private Path clone;

    @BeforeAll
    void cloneWhatIsCommitted(@TempDir Path scratch) throws IOException, InterruptedException {
        this.scratch = scratch;
        this.clone = scratch.resolve("clone");
        Process git = new ProcessBuilder(
                        "git", "clone", "-q", "--no-hardlinks", Checkout.ROOT.toString(), clone.toString())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();
    }

    @Test
    @Order(1)
    void serverRunsWhereNothingWasBuilt() throws Exception {
        try (RunningProgram server = startServer(ReadmeCommand.SERVER);
                Member listener = listener()) {
            server.terminate();
            listener.expect("\\* .*[Gg]oodbye\\.");
            server.expectExit();
        }
    }

    @Test
    @Order(2)
    void packageMakesTheThreePrograms() throws Exception {
        run(ReadmeCommand.PACKAGE);
        assertThat(clone.resolve("server/target/chat-server.jar")).isRegularFile();
        assertThat(clone.resolve("client-cli/target/chat-cli.jar")).isRegularFile();
        assertThat(clone.resolve("client-swing/target/chat-client.jar")).isRegularFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"TERMINAL_FROM_SOURCES", "TERMINAL", "NC"})
    @Order(3)
    void studentIsHeardAndLeaves(ReadmeCommand command) throws Exception {
        try (RunningProgram server = startServer(ReadmeCommand.CLASSROOM);
                Member listener = listener();
                RunningProgram student = start(command)) {
            student.type("hello from " + command);
            await().atMost(HANG).until(() -> listener.seen().has("<.*> hello from " + command));
            student.type("/quit");
            student.endInput();
            assertThat(student.expectExit()).isZero();
            server.terminate();
            listener.expect("\\* .*[Gg]oodbye\\.");
            server.expectExit();
        }
    }

    @Test
    @Order(4)
    void windowShowsTheLobbyAndLeavesWhenItIsClosed() throws Exception {
        try (RunningProgram server = startServer(ReadmeCommand.CLASSROOM);
                Member listener = listener();
                RunningProgram window = start(ReadmeCommand.WINDOW)) {
            listener.expect("\\* (ada joined|\\S+ is now ada)\\."); // on a busy machine, a guest first
            await().until(() ->
                    new ProcessBuilder("wmctrl", "-c", "lobby").start().waitFor() == 0);
            listener.expect("\\* ada left\\.");
            assertThat(window.expectExit()).isZero();
            server.terminate();
            server.expectExit();
        }
    }

    /** The second swarm is shown what the first one said. */
    @Test
    @Order(5)
    void swarmReceivesAllThatItSaysTwice() throws Exception {
        try (RunningProgram server = startServer(ReadmeCommand.CLASSROOM)) {
            run(ReadmeCommand.SWARM);
            run(ReadmeCommand.SWARM);
            server.terminate();
            server.expectExit();
        }
    }

    /** Of the transcript in which the swarm has talked. */
    @Test
    @Order(6)
    void reportSaysWhichPeopleWereThere() throws Exception {
        assertThat(run(ReadmeCommand.REPORT)).contains("Written: report.html");
        assertThat(clone.resolve("report.html")).content().contains("<bdi>swarm1</bdi>");
        assertThat(clone.resolve("report/attendance.csv")).content().contains(",swarm1,");
    }

    @Test
    @Order(7)
    void shortCommandsWorkAfterInstall() throws Exception {
        run(ReadmeCommand.INSTALL);
        studentIsHeardAndLeaves(ReadmeCommand.TERMINAL_WITH_MAVEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"COURSE", "COURSE_WITH_MAVEN"})
    @Order(8)
    void courseListsItsChapters(ReadmeCommand command) throws Exception {
        assertThat(run(command)).anyMatch(line -> line.contains("15  TLS and tests"));
    }

    @Test
    @Order(9)
    void everyCommandWasRun() {
        assertThat(notRun).isEmpty();
    }

    private RunningProgram startServer(ReadmeCommand command) throws IOException {
        RunningProgram server = start(command);
        await().atMost(HANG).until(() -> server.out().has("Listening on .*") || !server.isAlive());
        assertThat(server.isAlive()).as("%s", server.err().all()).isTrue();
        return server;
    }

    /** A plain client that hears all that is said in the lobby. */
    private static Member listener() throws IOException, InterruptedException {
        return Member.plain(Chat1.DEFAULT_PORT, "listener");
    }

    /** Runs a command to its end, which must be a success; returns what it has printed. */
    private List<String> run(ReadmeCommand command) throws IOException, InterruptedException {
        try (RunningProgram program = start(command)) {
            await().atMost(HANG).until(() -> !program.isAlive());
            assertThat(program.expectExit())
                    .as("%s: %s %s", command, program.out().all(), program.err().all())
                    .isZero();
            return program.out().all();
        }
    }

    /** Starts it in the clone. What Maven downloads, windows prefer and libraries unpack stays in the test's own folder. */
    private RunningProgram start(ReadmeCommand command) throws IOException {
        notRun.remove(command);
        String text = command.text().replace("192.168.55.13", "127.0.0.1");
        Path own = Files.createDirectories(scratch.resolve("own"));
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "-euc",
                "export JAVA_TOOL_OPTIONS='-Djava.util.prefs.userRoot=" + own + " -Djava.io.tmpdir=" + own + "'; exec "
                        + text);
        builder.environment().put("MAVEN_OPTS", "-Dmaven.repo.local=" + own.resolve("m2"));
        return new RunningProgram(command.marker(), clone, builder);
    }
}
