package chatlab.tutorials;

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
    int run(Desk desk) throws UserError, IOException {
        Chapter wanted = desk.chapter(chapter);
        List<String> lines = desk.out.markdown(Files.readString(wanted.readme()));
        if (new Pager(desk, Terminal.isThere()).show(lines)) {
            desk.progress.put(wanted, Fact.READ, LocalDate.now().toString());
        }
        return GOOD;
    }
}
