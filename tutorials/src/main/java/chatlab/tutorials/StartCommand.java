package chatlab.tutorials;

import java.io.IOException;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prepares the student's folder for a chapter. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        header = "${bundle:start.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class StartCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(LearnContext context) throws CourseException, IOException, InterruptedException {
        Chapter wanted = context.chapter(chapter);
        context.sayIfClosed(wanted);
        context.workspace.start(wanted);
        if (context.progress.get(wanted, Fact.STARTED).isEmpty()) {
            context.progress.put(wanted, Fact.STARTED, LocalDate.now().toString());
        }
        context.out.say("start.folder", wanted.number(), wanted.title());
        context.out.line("  " + context.workspace.of(wanted));
        context.out.say(
                "start.files",
                wanted.program().getFileName(),
                context.workspace.answer(wanted).getFileName());
        context.out.say("start.next", wanted.number());
        return GOOD;
    }
}
