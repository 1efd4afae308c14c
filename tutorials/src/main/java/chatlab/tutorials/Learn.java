package chatlab.tutorials;

import chatlab.protocol.Words;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The course in the terminal. By itself it lists the chapters, with the student's progress; the rest are subcommands. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        header = "${bundle:learn.header}",
        footer = "${bundle:learn.footer}",
        resourceBundle = "chatlab.tutorials.Words",
        subcommands = {
            StartCommand.class,
            ReadCommand.class,
            PredictCommand.class,
            RunCommand.class,
            CheckCommand.class,
            HintCommand.class,
            ResetCommand.class,
            SolutionCommand.class,
            DiffCommand.class,
            BookCommand.class
        })
public final class Learn implements Callable<Integer> {
    static final Words WORDS = new Words(Learn.class);

    @Option(names = "--folder", paramLabel = "FOLDER", descriptionKey = "option.folder", scope = ScopeType.INHERIT)
    private String folder;

    @Mixin
    private final ClassOption classOption = new ClassOption();

    /** A word that is no subcommand. Picocli alone would complain of an unmatched argument and its index. */
    @Parameters(hidden = true, arity = "0..*")
    private List<String> unknown = List.of();

    @Spec
    private CommandSpec spec;

    private final ClassServer servers;

    /** For picocli: without a way to the server of a class. */
    public Learn() {
        this(ClassServer.NONE);
    }

    public Learn(ClassServer servers) {
        this.servers = servers;
    }

    /**
     * The default folder for a student's work.
     *
     * @throws FileSystemException where Java cannot name the home folder, such as one with an umlaut under LC_ALL=C
     */
    public static Path usualFolder() throws FileSystemException {
        return path(System.getProperty("user.home"), "chatlab-course");
    }

    private static Path path(String folder, String... inIt) throws FileSystemException {
        try {
            return Path.of(folder, inIt);
        } catch (InvalidPathException e) {
            throw new FileSystemException(folder, null, WORDS.get("no-name"));
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        return guarded(spec, context -> {
            new Overview(context).show();
            return LearnCommand.GOOD;
        });
    }

    int guarded(CommandSpec command, LearnCommand.Task task) throws InterruptedException {
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), WORDS.get("no-command", unknown.get(0)));
        }
        LearnCommand.Place place = () -> folder == null ? usualFolder() : path(folder);
        return LearnCommand.guarded(command, place, servers, context -> {
            Optional<String> outcome = classOption.apply(context);
            context.report();
            int status = task.run(context);
            outcome.ifPresent(context.out::sentence);
            return status;
        });
    }
}
