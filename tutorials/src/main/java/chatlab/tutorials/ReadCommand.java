package chatlab.tutorials;

import chatlab.protocol.SystemTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a chapter, page by page. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        header = "${bundle:read.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class ReadCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(LearnContext context) throws CourseException, IOException, InterruptedException {
        Chapter wanted = context.chapter(chapter);
        context.sayIfClosed(wanted);
        List<String> lines = context.out.markdown(Files.readString(wanted.readme()));
        if (new Pager(context, SystemTerminal.isThere()).show(lines)) {
            context.did(wanted, Fact.READ, LocalDate.now().toString());
        }
        return GOOD;
    }
}
