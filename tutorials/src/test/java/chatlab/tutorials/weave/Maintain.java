package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.Compiler;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * For the authors of chapters: {@code weave|test|repeat|judge CHAPTER|all [TIMES]}, in the folder of the project. What
 * {@code weave} does is in no test; what {@code test} does is in the build, too. {@code repeat} does it many times, and {@code
 * judge} the judging of answers alone.
 */
public final class Maintain {
    private static final int AT_THE_SAME_TIME = 4;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Inspection inspection;
    private final Programs programs;
    private final Compiler compiler = Compiler.find().orElseThrow();
    private final Path scratch;
    private int failures;

    private Maintain(Path repository) throws IOException {
        this.inspection = new Inspection(repository);
        this.programs = new Programs(Map.of(
                "server", repository.resolve("server/target/chat-server.jar").toAbsolutePath(),
                "client-cli",
                        repository.resolve("client-cli/target/chat-cli.jar").toAbsolutePath()));
        this.scratch =
                Files.createTempDirectory(Files.createDirectories(repository.resolve("tutorials/target")), "maintain");
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("weave|test|repeat|judge CHAPTER|all [TIMES]");
            System.exit(2);
        }
        Maintain maintain = new Maintain(Path.of("").toAbsolutePath());
        List<Chapter> chapters = args[1].equals("all")
                ? maintain.inspection.course().chapters()
                : List.of(maintain.inspection.course().find(args[1]).orElseThrow());
        maintain.run(args[0], chapters, args.length > 2 ? Integer.parseInt(args[2]) : 20);
        System.exit(maintain.failures == 0 ? 0 : 1);
    }

    private void run(String what, List<Chapter> chapters, int times) throws Exception {
        switch (what) {
            case "weave":
                for (Chapter chapter : chapters) {
                    inspection.weave(chapter).forEach(page -> out.println("woven: " + page));
                }
                tell("pages", inspection.pages(chapters));
                break;
            case "test":
                tell("pages", inspection.pages(chapters));
                for (Chapter chapter : chapters) {
                    tell("sources " + chapter.folderName(), inspection.sources(chapter, compiler, scratch));
                }
                runAll(chapters);
                break;
            case "repeat":
                for (int i = 1; i <= times; i++) {
                    out.println("--- " + i + " of " + times);
                    runAll(chapters);
                }
                break;
            case "judge":
                for (int i = 1; i <= times; i++) {
                    out.println("--- " + i + " of " + times);
                    judgeAll(chapters);
                }
                break;
            default:
                throw new IllegalArgumentException(what);
        }
        out.println(failures == 0 ? "All is well." : failures + " FAILED");
    }

    /** Everything that takes a while, some of it at the same time. */
    private void runAll(List<Chapter> chapters) throws IOException, InterruptedException, ExecutionException {
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Chapter chapter : chapters) {
            for (Rerun rerun : Inspection.transcripts(chapter, command -> true)) {
                tasks.add(telling(
                        rerun.toString(), () -> rerun.runOnce(programs).stream().toList()));
            }
            for (Path file : Inspection.notRun(chapter)) {
                tasks.add(telling(
                        chapter.folderName() + " " + file.getFileName(),
                        () -> Inspection.experiment(chapter, file, programs).stream()
                                .toList()));
            }
        }
        runAtTheSameTime(tasks);
        judgeAll(chapters);
    }

    private void judgeAll(List<Chapter> chapters) throws IOException, InterruptedException, ExecutionException {
        Trial trial = Trial.ofMany(compiler, scratch);
        List<Callable<Void>> tasks = new ArrayList<>();
        for (Chapter chapter : chapters) {
            for (Answers.Answer answer : Answers.of(chapter)) {
                tasks.add(telling(
                        answer.toString(), () -> trial.run(answer).stream().toList()));
            }
        }
        runAtTheSameTime(tasks);
    }

    private static void runAtTheSameTime(List<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(AT_THE_SAME_TIME);
        try {
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
    }

    private Callable<Void> telling(String name, Callable<List<Problem>> task) {
        return () -> {
            long start = System.nanoTime();
            List<Problem> problems;
            try {
                problems = task.call();
            } catch (IOException | RuntimeException e) {
                problems = List.of(new Problem(Path.of(name), 0, e.toString()));
            }
            tell(String.format("%s (%.1f s)", name, (System.nanoTime() - start) / 1e9), problems);
            return null;
        };
    }

    private synchronized void tell(String what, List<Problem> problems) {
        out.println((problems.isEmpty() ? "ok    " : "FAIL  ") + what);
        problems.forEach(problem -> out.println("  " + problem));
        failures += problems.isEmpty() ? 0 : 1;
    }
}
