package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {
    private static final Chapter FRAMING = new Chapter(7, "framing", Path.of("07-framing"));
    private static final Chapter TWO_INPUTS = new Chapter(9, "two-inputs", Path.of("09-two-inputs"));

    /** How many facts each window writes. */
    private static final int FACTS = 200;

    @TempDir
    Path folder;

    @Test
    void progressOfTwoWindowsIsKept() throws Exception {
        Progress watching = Progress.read(file());
        Progress.read(file()).put(TWO_INPUTS, Fact.HINTS, "2");
        watching.put(FRAMING, Fact.PASSED, "2026-11-20");

        Progress now = Progress.read(file());
        assertThat(now.get(FRAMING, Fact.PASSED)).contains("2026-11-20");
        assertThat(now.get(TWO_INPUTS, Fact.HINTS)).contains("2");
    }

    @Test
    void windowsThatWriteAtOnceLoseNothing() throws Exception {
        Process left = window("left");
        Process right = window("right");
        try {
            for (Process window : List.of(left, right)) {
                assertThat(window.getInputStream().read()).isEqualTo('r');
            }
            for (Process window : List.of(left, right)) {
                window.getOutputStream().close();
            }
            for (Process window : List.of(left, right)) {
                assertThat(window.waitFor()).isZero();
            }
        } finally {
            left.destroyForcibly();
            right.destroyForcibly();
        }
        assertAllIsThere("left", "right");
    }

    @Test
    void threadsThatWriteAtOnceLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<?> written : threads.invokeAll(List.of(writing("left"), writing("right")))) {
                written.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertAllIsThere("left", "right");
    }

    /** A program of its own. It says that it is ready, and writes when its input ends. */
    private Process window(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProgressTest.class.getName(),
                        file().toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] args) throws IOException {
        Progress progress = Progress.read(Path.of(args[0]));
        System.out.print("r");
        System.out.flush();
        System.in.read();
        write(progress, args[1]);
    }

    private Callable<Void> writing(String name) {
        return () -> {
            write(Progress.read(file()), name);
            return null;
        };
    }

    private static void write(Progress progress, String name) throws IOException {
        for (int i = 0; i < FACTS; i++) {
            progress.put(FRAMING, name + i, "yes");
        }
    }

    private void assertAllIsThere(String... names) throws IOException {
        Progress now = Progress.read(file());
        for (String name : names) {
            assertThat(IntStream.range(0, FACTS)
                            .filter(i -> now.get(FRAMING, name + i).isEmpty()))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void aFileThatAnEditorHasSpoiltIsStillRead() throws Exception {
        Files.writeString(file(), "# sch\u00f6n\nframing hints=-3 passed=yes\n", StandardCharsets.ISO_8859_1);

        Progress now = Progress.read(file());
        assertThat(now.get(FRAMING, Fact.PASSED)).contains("yes");
        assertThat(Fact.number(now, FRAMING, Fact.HINTS)).isZero();
    }

    private Path file() {
        return folder.resolve("progress.txt");
    }
}
