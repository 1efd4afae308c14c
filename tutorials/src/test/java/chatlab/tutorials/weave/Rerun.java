package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A transcript in a page, which can be run again. */
public final class Rerun {
    private static final String VARIES = "varies ";

    /** What a program prints in its own time may be late once on a busy machine: a page is wrong when each run differs. */
    private static final int ATTEMPTS = 3;

    private final Chapter chapter;
    private final Path page;
    private final Mark mark;

    Rerun(Chapter chapter, Path page, Mark mark) {
        this.chapter = chapter;
        this.page = page;
        this.mark = mark;
    }

    /** The commands in it; none if it cannot be read. */
    public List<String> commands() {
        try {
            return transcript().starts().stream().map(Transcript.Step::text).collect(Collectors.toList());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /** What is wrong with it as it stands. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (!mark.argument().isEmpty() && !mark.argument().startsWith(VARIES)) {
            problems.add(new Problem(page, mark.line(), "unknown words in a mark: " + mark.argument()));
        }
        try {
            varying();
            for (Transcript.Step start : transcript().starts()) {
                if (!Programs.isKnown(start.text(), chapter.folder())) {
                    problems.add(new Problem(page, start.line(), "no command of the course: " + start.text()));
                }
            }
            if (transcript().starts().isEmpty()) {
                problems.add(new Problem(page, mark.line(), "a transcript without a command"));
            }
        } catch (IllegalArgumentException e) { // a pattern's exception is one of these
            problems.add(new Problem(page, mark.line(), e.getMessage()));
        }
        return problems;
    }

    /** What comes out differently each time, if something does. */
    public Optional<Problem> run(Programs programs) throws IOException, InterruptedException {
        Optional<Problem> problem = runOnce(programs);
        for (int attempt = 2; problem.isPresent() && attempt <= ATTEMPTS; attempt++) {
            problem = runOnce(programs);
        }
        return problem;
    }

    Optional<Problem> runOnce(Programs programs) throws IOException, InterruptedException {
        try (TranscriptRun run = new TranscriptRun(page, chapter.folder(), programs, varying())) {
            return run.run(transcript());
        } catch (IllegalArgumentException e) {
            return Optional.of(new Problem(page, mark.line(), e.getMessage()));
        }
    }

    private Transcript transcript() {
        return Transcript.of(mark.block().orElseThrow());
    }

    private Varying varying() {
        return new Varying(mark.argument().startsWith(VARIES) ? mark.argument().substring(VARIES.length()) : "");
    }

    @Override
    public String toString() {
        return chapter.folderName() + " transcript at line " + mark.line();
    }
}
