package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.Course;
import chatlab.tutorials.grading.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks through the chapters of a checkout. */
public final class Inspection {
    private static final List<String> READ_IN_CHAPTERS =
            List.of("protocol", "server", "client", "client-cli", "client-swing");

    private final Path repository;
    private final Course course;
    private final Weaver weaver;

    /** @param repository the folder of the checkout */
    public Inspection(Path repository) throws IOException {
        this.repository = repository;
        this.course = Course.in(repository.resolve("tutorials/chapters"));
        this.weaver = new Weaver(repository);
    }

    public Course course() {
        return course;
    }

    /** What is wrong with marks, blocks and parts of these chapters. */
    List<Problem> pages(List<Chapter> chapters) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (Chapter chapter : course.chapters()) { // all of them, since one may show what stands in another
            for (Page page : pages(chapter)) {
                List<Problem> found = new ArrayList<>(weaver.check(page, chapter.folder()));
                found.addAll(commands(page, chapter));
                if (chapters.contains(chapter)) {
                    problems.addAll(found);
                }
            }
        }
        for (Chapter chapter : chapters) {
            problems.addAll(weaver.checkSources(chapter.folder()));
            problems.addAll(Shape.check(chapter, Page.read(chapter.readme())));
            problems.addAll(Answers.check(chapter));
        }
        return problems;
    }

    /** Marked regions in the sources of the kit that no chapter shows; after {@link #pages}. */
    List<Problem> kit() throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (String module : READ_IN_CHAPTERS) {
            problems.addAll(weaver.checkSources(repository.resolve(module).resolve("src/main")));
        }
        return problems;
    }

    /** Fills the blocks of this chapter, and returns the pages that have changed. */
    List<Path> weave(Chapter chapter) throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Page page : pages(chapter)) {
            if (weaver.write(page, chapter.folder())) {
                changed.add(page.file);
            }
        }
        return changed;
    }

    /** What the compiler says about the chapter's program and its experiments. */
    List<Problem> sources(Chapter chapter, Compiler compiler, Path scratch) throws IOException {
        List<Problem> problems = new ArrayList<>();
        List<Path> files = new ArrayList<>(List.of(chapter.program()));
        files.addAll(chapter.experiments());
        for (Path file : files) {
            Path into = scratch.resolve(chapter.folderName())
                    .resolve(file.getFileName().toString());
            for (Compiler.Message said : compiler.compile(List.of(file), into, List.of(), "-Xlint:all")) {
                problems.add(new Problem(file, (int) said.line(), said.text()));
            }
        }
        return problems;
    }

    /** The transcripts of a chapter that are to be run again: those with only such commands. */
    public static List<Rerun> transcripts(Chapter chapter, Predicate<String> command) throws IOException {
        List<Rerun> reruns = new ArrayList<>();
        for (Page page : pages(chapter)) {
            for (Mark mark : page.marks("transcript")) {
                Rerun rerun = new Rerun(chapter, page.file, mark);
                if (rerun.commands().stream().allMatch(command)) {
                    reruns.add(rerun);
                }
            }
        }
        return reruns;
    }

    private static List<Problem> commands(Page page, Chapter chapter) {
        List<Problem> problems = new ArrayList<>();
        for (Mark mark : page.marks("command")) {
            Mark.Block block = mark.block().orElseThrow();
            for (int i = 0; i < block.lines().size(); i++) {
                String line = block.lines().get(i);
                if (!line.startsWith("#") && !line.isBlank() && !Programs.mayBeShown(line, chapter.folder())) {
                    problems.add(new Problem(page.file, block.first() + i, "no command of the course: " + line));
                }
            }
        }
        for (Mark mark : page.marks("transcript")) {
            problems.addAll(new Rerun(chapter, page.file, mark).problems());
        }
        return problems;
    }

    /** The chapter itself, and the pages of its exercise. */
    private static List<Page> pages(Chapter chapter) throws IOException {
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> files = Files.walk(chapter.folder())) {
            for (Path file : files.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .collect(Collectors.toList())) {
                pages.add(Page.read(file));
            }
        }
        return pages;
    }

    /** The experiments that no transcript runs. */
    static List<Path> notRun(Chapter chapter) throws IOException {
        List<String> run = transcripts(chapter, command -> true).stream()
                .flatMap(rerun -> rerun.commands().stream())
                .collect(Collectors.toList());
        return chapter.experiments().stream()
                .filter(file -> run.stream().noneMatch(command -> command.contains("experiment/" + file.getFileName())))
                .collect(Collectors.toList());
    }

    /** Runs an experiment and says what is wrong with it, if something is. */
    static Optional<Problem> experiment(Chapter chapter, Path file, Programs programs)
            throws IOException, InterruptedException {
        String command = "java experiment/" + file.getFileName();
        try (TranscriptTerminal terminal =
                new TranscriptTerminal(programs.find(command).orElseThrow(), chapter.folder())) {
            return terminal.next() == null
                    ? Optional.of(new Problem(file, 0, "shows nothing"))
                    : terminal.endsWell()
                            ? Optional.empty()
                            : Optional.of(new Problem(file, 0, "does not end with an exit status of 0"));
        }
    }
}
