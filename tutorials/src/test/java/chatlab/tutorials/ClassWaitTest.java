package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How {@code learn predict} waits for the class; the server is a played one, which ends each visit after one line. */
class ClassWaitTest {
    private static final CourseQuestion FIRST = new CourseQuestion(1);
    private static final Predictions WAITING = new Predictions(FIRST, true, 1, 2, List.of());
    private static final Predictions CLOSED = new Predictions(FIRST, false, 0, 2, List.of());
    private static final Predictions SHOWN = new Predictions(FIRST, true, 2, 2, List.of(0, 2));

    @TempDir
    Path folder;

    @BeforeEach
    void joinClass() throws IOException {
        Files.writeString(
                folder.resolve("progress.txt"),
                "class name=bob secret@192.0.2.7:8081=k3f9k3f9 server=192.0.2.7:8081\n");
    }

    @Test
    void visitThatTheServerEndsIsBegunAgain() {
        Student bob = new Student(folder, new OneLineAVisit(WAITING, WAITING, WAITING, SHOWN));
        assertThat(bob.typing("b\n", "predict", "1")).isZero();
        assertThat(bob.sees())
                .containsOnlyOnce("Waiting for the class: 1 of 2")
                .contains("The class has predicted, 2 people:", "  b)   2  ##", "Right.")
                .doesNotContain("does not answer");
    }

    @Test
    void serverThatEndsEachVisitAtOnceIsLeftAPauseBeforeTheNext() {
        OneLineAVisit server = new OneLineAVisit(WAITING, WAITING, WAITING, SHOWN);
        assertThat(new Student(folder, server).typing("b\n", "predict", "1")).isZero();
        assertThat(server.shortestPause()).isBetween(TimeUnit.SECONDS.toNanos(1), Long.MAX_VALUE - 1);
    }

    @Test
    void serverThatIsLostWhileTheStudentWaitsEndsTheWait() {
        Student bob = new Student(folder, new OneLineAVisit(WAITING, WAITING));
        assertThat(bob.typing("b\n", "predict", "1")).isZero();
        assertThat(bob.sees())
                .contains("Waiting for the class: 1 of 2", "does not answer any more", "Right.")
                .doesNotContain("reported later");
    }

    @Test
    void serverThatIsAwayEndsTheWait() {
        Student bob = new Student(folder, new OneLineAVisit());
        assertThat(bob.typing("b\n", "predict", "1")).isZero();
        assertThat(bob.sees()).contains("Your prediction is reported later.", "Right.");
    }

    @ParameterizedTest
    @CsvSource({"start, has this folder now", "read, Which ports will you see", "predict, Which ports will you see"})
    void closedChapterIsSaidBeforeItIsBegun(String command, String next) {
        await().untilAsserted(
                        () -> { // a slow machine may miss the moment that the command waits
                            Student bob = new Student(folder, new OneLineAVisit(CLOSED, SHOWN));
                            assertThat(bob.typing("b\n", command, "1")).isZero();
                            assertThat(bob.sees())
                                    .containsSubsequence("The instructor asks not to begin chapter 1 yet.", next);
                        });
    }

    @Test
    void openChapterIsBegunWithoutAWord() {
        Student bob = new Student(folder, new OneLineAVisit(WAITING));
        assertThat(bob.learn("start", "1")).isZero();
        assertThat(bob.sees()).contains("has this folder now").doesNotContain("asks not to begin");
    }

    /** Tells the next of these in each visit that watches. Without one, it is away. */
    private static final class OneLineAVisit implements ClassServer {
        /** Guarded by this. */
        private final Queue<Predictions> lines;

        /** When it told each thread the last one, nanoseconds: another thread is another wait. Guarded by this. */
        private final Map<Thread, Long> told = new HashMap<>();

        private long shortestPause = Long.MAX_VALUE;

        OneLineAVisit(Predictions... lines) {
            this.lines = new ArrayDeque<>(List.of(lines));
        }

        @Override
        public Optional<Endpoint> find() {
            return Optional.empty();
        }

        @Override
        public synchronized Visit visit(Endpoint server) throws IOException {
            if (lines.isEmpty()) {
                throw new IOException("away");
            }
            return new PlayedVisit();
        }

        private synchronized Predictions next() {
            long now = System.nanoTime();
            Long before = told.put(Thread.currentThread(), now);
            shortestPause = before == null ? shortestPause : Math.min(shortestPause, now - before);
            return lines.remove();
        }

        synchronized long shortestPause() {
            return shortestPause;
        }

        private final class PlayedVisit implements Visit {
            @Override
            public String title() {
                return "";
            }

            @Override
            public String run() {
                return "k3f9";
            }

            @Override
            public Optional<String> report(Did done) {
                return Optional.empty();
            }

            @Override
            public void watch(CourseQuestion question, Consumer<Predictions> news) throws IOException {
                news.accept(next());
                throw new IOException("closed by the server");
            }

            @Override
            public void close() {
                // there is no connection
            }
        }
    }
}
