package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows the solution, once the exercise has passed. */
@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        header = "${bundle:solution.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class SolutionCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(Desk desk) throws UserError, IOException {
        Chapter wanted = desk.chapter(chapter);
        if (desk.progress.get(wanted, Fact.PASSED).isEmpty()) {
            throw new UserError(Learn.WORDS.get("solution.not-yet", wanted.number()));
        }
        new Pager(desk, Terminal.isThere()).show(RegionMarks.removed(Files.readAllLines(wanted.solution())));
        return GOOD;
    }
}
