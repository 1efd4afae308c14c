package chatlab.tutorials.grading;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the check of an exercise on compiled classes, in a process of its own with a time limit. */
public final class Grading {
    /** A check that is not done by then is undecided. No answer is rejected for it. */
    private static final Duration LIMIT = Duration.ofSeconds(120);

    private static final int LINES_KEPT = 40;
    private static final int BYTES_KEPT = 8192;

    /** In a stack trace that is printed. */
    private static final Pattern FRAME_OF_JDK = Pattern.compile("\\s+at (java|jdk)\\.[\\w.]+/.*");

    /** Options for a process that lives for a second or two: optimisations for long runs would only make it slow. */
    static final List<String> SHORT_LIFE = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");

    static final List<String> SETTINGS = List.of(
            "-Dfile.encoding=ISO-8859-1", // the default charset: an answer that must write UTF-8 has to say so
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dsun.stdout.encoding=UTF-8", // up to JDK 18
            "-Dsun.stderr.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "--add-opens=java.base/java.lang=ALL-UNNAMED", // for OtherSystem
            "-ea",
            "-Duser.language=en");

    private final Path scratch;
    private final Duration limit;
    private final List<String> archive;
    private final List<Path> course;

    /** @param scratch a folder for temporary files */
    public Grading(Path scratch) {
        this(scratch, LIMIT);
    }

    Grading(Path scratch, Duration limit) {
        this(scratch, limit, List.of(), Classes.path());
    }

    /** @param archive options of Java for a process that begins with an archive of the classes in {@code course} */
    Grading(Path scratch, Duration limit, List<String> archive, List<Path> course) {
        this.scratch = scratch;
        this.limit = limit;
        this.archive = archive;
        this.course = course;
    }

    /**
     * Checks these classes.
     *
     * @param classes folders with the class Check and the student's classes
     * @throws IOException when the process cannot be started
     */
    public Verdict check(List<Path> classes) throws IOException, InterruptedException {
        return check(classes, "");
    }

    /**
     * The same, with one step after all others. An answer that reaches it and fails there is refused by this step alone.
     *
     * @param last the step, or empty for the order of the check
     */
    public Verdict check(List<Path> classes, String last) throws IOException, InterruptedException {
        try (Run run = begin(classes, last)) {
            return run.verdict();
        }
    }

    /**
     * Starts the process, which needs some time before it needs the classes: meanwhile they can be compiled.
     *
     * @param classes folders that exist; what they are to contain must be there when {@link Run#verdict} is called
     * @throws IOException when the process cannot be started
     */
    public Run begin(List<Path> classes) throws IOException {
        return begin(classes, "");
    }

    private Run begin(List<Path> classes, String last) throws IOException {
        Files.createDirectories(scratch);
        Path report = Files.createTempFile(scratch, "report", ".txt");
        Path printed = Files.createTempFile(scratch, "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command(classes, report, last));
        builder.redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        return new Run(builder.start(), report, printed);
    }

    /** One check, from the start of its process until {@link #close}, which ends it if need be. For one thread. */
    public final class Run implements AutoCloseable {
        private final Process child;
        private final Path report;
        private final Path printed;
        private final Thread end;

        private Run(Process child, Path report, Path printed) {
            this.child = child;
            this.report = report;
            this.printed = printed;
            this.end = new Thread(child::destroyForcibly, "end of the check");
            addHook(end);
        }

        /** Lets the check judge. Call it once, when the classes are there. */
        public Verdict verdict() throws IOException, InterruptedException {
            child.getOutputStream().close(); // Child waits for that
            boolean ended = child.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
            List<List<String>> told = CheckReport.read(report);
            return Grading.this.verdict(told, ended, lastLines(printed, printedBefore(told)));
        }

        @Override
        public void close() throws IOException {
            child.destroyForcibly().onExit().join(); // or it could still write into the folder
            removeHook(end);
            Files.deleteIfExists(report);
            Files.deleteIfExists(printed);
        }
    }

    /** Ctrl-C here must not leave the process behind. */
    private static void addHook(Thread end) {
        try {
            Runtime.getRuntime().addShutdownHook(end);
        } catch (IllegalStateException e) {
            end.run(); // we are being ended already
        }
    }

    private static void removeHook(Thread end) {
        try {
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (IllegalStateException e) {
            // we are being ended ourselves
        }
    }

    private List<String> command(List<Path> classes, Path report, String last) {
        List<Path> path = new ArrayList<>(course); // first: that is what an archive is made for
        path.addAll(classes);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive);
        command.addAll(SHORT_LIFE);
        command.addAll(SETTINGS);
        command.addAll(
                List.of("-cp", path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        command.addAll(List.of(Child.class.getName(), report.toString(), last));
        return command;
    }

    private Verdict verdict(List<List<String>> told, boolean ended, List<String> printed) {
        List<String> passed = new ArrayList<>();
        String step = "";
        for (List<String> line : told) {
            switch (line.get(0)) {
                case CheckReport.BEGUN:
                    step = line.get(1);
                    break;
                case CheckReport.PASSED:
                    passed.add(line.get(1));
                    step = "";
                    break;
                case CheckReport.WRONG:
                    List<String> threads = line.subList(4, line.size());
                    return new Verdict(line.get(1), passed, step, line.get(2), line.get(3), threads, printed);
                case CheckReport.DONE:
                    return new Verdict("", passed, "", "", "", List.of(), printed);
                default:
                    throw new IllegalStateException("a report does not say \"" + line.get(0) + '"');
            }
        }
        return ended
                ? new Verdict(
                        "exit",
                        passed,
                        step,
                        ExerciseMessages.SHARED.get("exit.expected"),
                        ExerciseMessages.SHARED.get("exit.seen"),
                        List.of(),
                        printed)
                : new Verdict(
                        Verdict.UNDECIDED,
                        passed,
                        step,
                        ExerciseMessages.SHARED.get("undecided.expected", limit.toSeconds()),
                        ExerciseMessages.SHARED.get("undecided.seen"),
                        List.of(),
                        printed);
    }

    /** In bytes, before the last step began. */
    private static long printedBefore(List<List<String>> told) {
        return told.stream()
                .filter(line -> line.get(0).equals(CheckReport.BEGUN))
                .mapToLong(line -> Long.parseLong(line.get(2)))
                .max()
                .orElse(0);
    }

    /** Only the end of the file is read: a loop that prints has filled it with more than the memory can hold. */
    private static List<String> lastLines(Path printed, long from) throws IOException {
        byte[] end;
        try (RandomAccessFile file = new RandomAccessFile(printed.toFile(), "r")) {
            end = new byte[(int) Math.min(BYTES_KEPT, file.length() - from)];
            file.seek(file.length() - end.length);
            file.readFully(end);
        }
        // Not readAllLines: what was printed may be no UTF-8, and must not spoil the verdict.
        String text = new String(end, StandardCharsets.UTF_8);
        List<String> lines = text.lines()
                .filter(line -> !FRAME_OF_JDK.matcher(line).matches())
                .collect(Collectors.toList());
        return List.copyOf(lines.subList(Math.max(0, lines.size() - LINES_KEPT), lines.size()));
    }
}
