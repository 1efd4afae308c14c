package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins an exercise anew, and keeps a copy of the student's answer. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        header = "${bundle:reset.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class ResetCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(LearnContext context) throws CourseException, IOException {
        Chapter wanted = context.chapter(chapter);
        if (!Files.exists(context.workspace.answer(wanted))) {
            throw new CourseException(Learn.WORDS.get("reset.nothing", wanted.number()));
        }
        context.out.say("reset.kept");
        context.out.line("  " + context.workspace.reset(wanted));
        context.out.say("reset.anew");
        context.out.line("  " + context.workspace.answer(wanted));
        return GOOD;
    }
}
