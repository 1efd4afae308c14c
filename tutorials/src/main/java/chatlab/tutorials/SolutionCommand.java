package chatlab.tutorials;

import chatlab.protocol.SystemTerminal;
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
    int run(LearnContext context) throws CourseException, IOException {
        Chapter wanted = context.chapter(chapter);
        if (context.progress.get(wanted, Fact.PASSED).isEmpty()) {
            throw new CourseException(Learn.WORDS.get("solution.not-yet", wanted.number()));
        }
        context.didToday(wanted, Fact.SOLUTION);
        new Pager(context, SystemTerminal.isThere()).show(RegionMarks.removed(Files.readAllLines(wanted.solution())));
        return GOOD;
    }
}
