package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins an exercise anew; what the student has written is kept beside. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        header = "${bundle:reset.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class ResetCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(Desk desk) throws UserError, IOException {
        Chapter wanted = desk.chapter(chapter);
        if (!Files.exists(desk.workspace.answer(wanted))) {
            throw new UserError(Learn.WORDS.get("reset.nothing", wanted.number()));
        }
        desk.out.say("reset.kept");
        desk.out.line("  " + desk.workspace.reset(wanted));
        desk.out.say("reset.anew");
        desk.out.line("  " + desk.workspace.answer(wanted));
        return GOOD;
    }
}
