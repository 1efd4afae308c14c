package chatlab.tutorials;

import chatlab.tutorials.grading.CompiledCheck;
import chatlab.tutorials.grading.Compiler;
import chatlab.tutorials.grading.ExerciseMessages;
import chatlab.tutorials.grading.Grading;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles the student's answer, lets the exercise's check judge it, and says what came out. */
final class Marking {
    private final LearnContext context;
    private final Chapter chapter;
    private final Compiler compiler;

    Marking(LearnContext context, Chapter chapter) throws CourseException {
        this.context = context;
        this.chapter = chapter;
        this.compiler = Compiler.find().orElseThrow(() -> new CourseException(Learn.WORDS.get("no-compiler")));
    }

    /** Returns whether the answer passed. */
    boolean run() throws IOException, InterruptedException {
        context.didToday(chapter, Fact.TRIED);
        Optional<Verdict> verdict = verdict();
        if (verdict.isPresent()) {
            tell(verdict.get());
        }
        return verdict.filter(Verdict::accepted).isPresent();
    }

    /** Empty if the answer does not compile; the errors are printed then. */
    private Optional<Verdict> verdict() throws IOException, InterruptedException {
        List<Path> sources = Chapter.javaFiles(context.workspace.answer(chapter).getParent());
        if (hasPackage(sources)) {
            return Optional.empty();
        }
        try (Scratch scratch = Scratch.create()) {
            Path classes = Files.createDirectory(scratch.folder().resolve("classes"));
            Path check = Files.createDirectory(scratch.folder().resolve("check"));
            try (Grading.Run run = new Grading(scratch.folder()).begin(List.of(classes, check))) {
                return compile(sources, classes, "check.compile") && hasCheck(check, classes)
                        ? Optional.of(run.verdict())
                        : Optional.empty();
            }
        }
    }

    /** The check that the build has made, or, if the student has changed a signature, one that is compiled with the answer. */
    private boolean hasCheck(Path check, Path classes) throws IOException {
        Optional<CompiledCheck> built = CompiledCheck.copyOfBuilt(chapter.exercise(), check);
        return built.isPresent() && built.get().fits(classes)
                || compile(List.of(source(check)), classes, "check.changed");
    }

    /** Once the scratch folder is closed: a check that Ctrl-C has ended says nothing of the answer. */
    private void tell(Verdict verdict) throws IOException {
        boolean last = context.course.find(String.valueOf(chapter.number() + 1)).isEmpty();
        context.out.lines(new VerdictText(
                        chapter, Requirements.of(chapter.exercise()), ExerciseMessages.of(chapter.exercise()), last)
                .of(verdict));
        if (verdict.accepted()) {
            context.didToday(chapter, Fact.PASSED);
        }
    }

    /** A copy, since it may stand within a jar, and the compiler wants files. */
    private Path source(Path folder) throws IOException {
        return Files.copy(chapter.exercise().resolve("Check.java"), folder.resolve("Check.java"));
    }

    /** An editor that takes the folder for a package adds such a line. Without it the check finds the classes. */
    private boolean hasPackage(List<Path> sources) throws IOException {
        for (Path source : sources) {
            List<String> lines = new String(Files.readAllBytes(source), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toList());
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches("\\uFEFF?\\s*package\\s+[\\w.]+\\s*;.*")) {
                    context.out.say("check.package", source.getFileName(), i + 1);
                    context.out.line("  " + lines.get(i));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean compile(List<Path> sources, Path classes, String complaint) throws IOException {
        List<Compiler.Message> errors = compiler.compile(sources, classes, List.of(classes)).stream()
                .filter(Compiler.Message::error)
                .collect(Collectors.toList());
        if (errors.isEmpty()) {
            return true;
        }
        context.out.say(complaint, errors.size());
        for (Compiler.Message error : errors) {
            context.out.line("");
            error.toString().lines().forEach(line -> context.out.line("  " + line));
            error.excerpt().forEach(line -> context.out.line("    " + line));
        }
        return false;
    }
}
