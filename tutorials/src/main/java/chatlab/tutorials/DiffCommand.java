package chatlab.tutorials;

import chatlab.protocol.SystemTerminal;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows what differs between the programs of two chapters. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        header = "${bundle:diff.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class DiffCommand extends LearnCommand {
    private static final int LINES_AROUND = 3;

    @Parameters(index = "0", paramLabel = "CHAPTER", descriptionKey = "option.diff-from")
    private String from;

    @Parameters(index = "1", paramLabel = "CHAPTER", descriptionKey = "option.diff-to")
    private String to;

    @Override
    int run(LearnContext context) throws CourseException, IOException {
        Path before = context.chapter(from).program();
        Path after = context.chapter(to).program();
        List<String> lines = lines(before);
        List<String> difference = UnifiedDiffUtils.generateUnifiedDiff(
                name(before), name(after), lines, DiffUtils.diff(lines, lines(after)), LINES_AROUND);
        if (difference.isEmpty()) {
            context.out.say("diff.same");
        } else {
            new Pager(context, SystemTerminal.isThere()).show(difference);
        }
        return GOOD;
    }

    private static List<String> lines(Path program) throws IOException {
        return RegionMarks.removed(Files.readAllLines(program));
    }

    private static String name(Path program) {
        return program.getParent().getFileName().toString().replace("/", "") + "/" + program.getFileName();
    }
}
