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
    int run(Desk desk) throws UserError, IOException {
        Chapter wanted = desk.chapter(chapter);
        desk.workspace.start(wanted);
        if (desk.progress.get(wanted, Fact.STARTED).isEmpty()) {
            desk.progress.put(wanted, Fact.STARTED, LocalDate.now().toString());
        }
        desk.out.say("start.folder", wanted.number(), wanted.title());
        desk.out.line("  " + desk.workspace.of(wanted));
        desk.out.say(
                "start.files",
                wanted.program().getFileName(),
                desk.workspace.answer(wanted).getFileName());
        desk.out.say("start.next", wanted.number());
        return GOOD;
    }
}
