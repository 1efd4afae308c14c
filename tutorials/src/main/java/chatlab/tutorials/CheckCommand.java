package chatlab.tutorials;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks the student's answer to an exercise. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        header = "${bundle:check.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class CheckCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Option(names = "--watch", descriptionKey = "option.watch")
    private boolean watch;

    @Override
    int run(LearnContext context) throws CourseException, IOException, InterruptedException {
        Chapter wanted = context.chapter(chapter);
        context.workspace.start(wanted);
        Marking marking = new Marking(context, wanted);
        return watch ? new Watch(context, wanted, marking).run() : marking.run() ? GOOD : FAILED;
    }
}
