package chatlab.tutorials;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the program of a chapter, or one of its experiments. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        header = "${bundle:run.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class RunCommand extends LearnCommand {
    private static final List<String> USUAL_ARGUMENTS = List.of("127.0.0.1", "8081");

    @Parameters(index = "0", paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", descriptionKey = "option.arguments")
    private List<String> arguments = List.of();

    @Override
    int run(LearnContext context) throws CourseException, IOException, InterruptedException {
        Chapter wanted = context.chapter(chapter);
        context.workspace.start(wanted);
        ProgramRun run = new ProgramRun(context);
        if (!arguments.isEmpty() && isExperiment(wanted, arguments.get(0))) {
            return run.experiment(wanted, arguments.get(0));
        }
        return run.program(wanted, arguments.isEmpty() ? USUAL_ARGUMENTS : arguments);
    }

    private static boolean isExperiment(Chapter chapter, String name) throws IOException {
        return chapter.experiments().stream()
                .anyMatch(file -> file.getFileName().toString().equals(name + ".java"));
    }
}
