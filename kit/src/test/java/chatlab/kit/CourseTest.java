package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.weave.Checkout;
import chatlab.tutorials.weave.Inspection;
import chatlab.tutorials.weave.Programs;
import chatlab.tutorials.weave.Rerun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kit's own programs, and nc where it is installed, still do what the transcripts in the chapters show. */
@Execution(ExecutionMode.CONCURRENT)
class CourseTest {
    private static final Programs PROGRAMS = new Programs(Map.of(
            "server", Path.of(System.getProperty("chat-server.jar")).toAbsolutePath(),
            "client-cli", Path.of(System.getProperty("chat-cli.jar")).toAbsolutePath()));

    @TempDir
    static Path scratch;

    private static Programs programs;

    @BeforeAll
    static void prepareForMany() throws IOException, InterruptedException {
        programs = PROGRAMS.withArchive(scratch);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void programsPrintWhatTheTranscriptShows(Rerun transcript) throws IOException, InterruptedException {
        assertThat(transcript.run(programs)).isEmpty();
    }

    static List<Rerun> programsPrintWhatTheTranscriptShows() throws IOException {
        List<Rerun> transcripts = new ArrayList<>();
        for (Chapter chapter : new Inspection(Checkout.ROOT).course().chapters()) {
            for (Rerun rerun : Inspection.transcripts(chapter, PROGRAMS::has)) {
                if (!rerun.commands().stream().allMatch(Programs::isPlain)) {
                    transcripts.add(rerun);
                }
            }
        }
        return transcripts;
    }
}
