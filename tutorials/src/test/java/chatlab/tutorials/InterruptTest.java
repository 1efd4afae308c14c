package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Ctrl-C during a check, which is made in a process of its own so that it can be ended. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there, a test can only end a process without its hooks")
class InterruptTest {
    private static final String NEVER_ENDS = "System.setOut(new java.io.PrintStream(System.out) {"
            + " public void flush() { while (true) { java.util.concurrent.locks.LockSupport.park(); } } });";

    @TempDir
    Path temp;

    @Test
    void interruptedCheckLeavesNoFilesAndPrintsNoVerdict() throws Exception {
        Student ada = new Student(temp.resolve("course"));
        ada.learn("start", "1");
        ada.writes("solution");
        ada.changes("String here", NEVER_ENDS + "\nString here");
        Path scratch = Files.createDirectory(temp.resolve("scratch"));

        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                System.getProperty("java.class.path"),
                InterruptTest.class.getName(),
                "--folder",
                ada.folder.toString(),
                "check",
                "1");
        command.environment()
                .keySet()
                .removeAll(List.of(
                        "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")); // Java prints a line about each
        Process learn = command.redirectErrorStream(true).start();
        try (InputStream shown = learn.getInputStream()) {
            await().atMost(5, TimeUnit.MINUTES).until(() -> learn.children().count() == 1);
            ProcessHandle check = learn.children().findFirst().orElseThrow();
            assertThat(scratch).isNotEmptyDirectory();
            learn.toHandle().destroy(); // for its hooks the same as Ctrl-C; its output stays open
            learn.waitFor();
            assertThat(check.isAlive()).isFalse();
            assertThat(scratch).isEmptyDirectory();
            assertThat(new String(shown.readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
        } finally {
            learn.descendants().forEach(ProcessHandle::destroyForcibly);
            learn.destroyForcibly();
        }
    }

    public static void main(String[] args) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> giveTime(main))); // to say what it should not
        new CommandLine(new Learn()).execute(args);
    }

    private static void giveTime(Thread main) {
        try {
            main.join(1000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
