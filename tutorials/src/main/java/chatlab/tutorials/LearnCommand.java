package chatlab.tutorials;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The base of all subcommands: an error is a sentence and an exit status of 1. */
abstract class LearnCommand implements Callable<Integer> {
    static final int GOOD = 0;
    static final int FAILED = 1;

    @ParentCommand
    private Learn learn;

    @Spec
    private CommandSpec spec;

    /** Runs the command; returns the exit status. */
    abstract int run(LearnContext context) throws CourseException, IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        return learn.guarded(spec, this::run);
    }

    /** The work of a command. */
    interface Task {
        int run(LearnContext context) throws CourseException, IOException, InterruptedException;
    }

    /** The option for the student's folder. */
    interface Place {
        Path folder() throws IOException;
    }

    /** Runs a task; its errors become sentences. */
    static int guarded(CommandSpec spec, Place place, ClassServer servers, Task task) throws InterruptedException {
        String sentence;
        try {
            LearnContext context =
                    new LearnContext(place.folder(), spec.commandLine().getOut(), servers);
            try {
                return task.run(context);
            } finally {
                context.finishReports();
            }
        } catch (CourseException e) {
            sentence = e.getMessage();
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            sentence = Learn.WORDS.get("file-trouble", e.getFile(), reason);
        } catch (IOException e) {
            sentence = Learn.WORDS.get("trouble", e.getMessage());
        }
        spec.commandLine().getErr().println("learn: " + (Terminal.showsUnicode() ? sentence : Ascii.of(sentence)));
        spec.commandLine().getErr().flush();
        return FAILED;
    }
}
