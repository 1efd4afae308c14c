package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.ClassArchive;
import chatlab.tutorials.grading.CompiledCheck;
import chatlab.tutorials.grading.Compiler;
import chatlab.tutorials.grading.ExerciseMessages;
import chatlab.tutorials.grading.Grading;
import chatlab.tutorials.grading.Requirements;
import chatlab.tutorials.grading.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lets the check of an exercise judge an answer, as {@code learn check} does, and says whether it judges as it should. */
final class Trial {
    private final Compiler compiler;
    private final Path scratch;
    private final Grading grading;
    private final Map<Chapter, CompiledCheck> checks = new HashMap<>(); // guarded by itself

    /** @param scratch a folder for classes, which are left there */
    Trial(Compiler compiler, Path scratch) {
        this(compiler, scratch, new Grading(scratch));
    }

    private Trial(Compiler compiler, Path scratch, Grading grading) {
        this.compiler = compiler;
        this.scratch = scratch;
        this.grading = grading;
    }

    /** For hundreds of answers. */
    static Trial ofMany(Compiler compiler, Path scratch) throws IOException, InterruptedException {
        return new Trial(compiler, scratch, ClassArchive.grading(scratch));
    }

    /** What is wrong with the verdict, or nothing. For several threads. */
    Optional<Problem> run(Answers.Answer answer) throws IOException, InterruptedException {
        Path classes = folder(answer.chapter()).resolve(answer.name());
        Optional<String> complaint = compile(Chapter.javaFiles(answer.folder()), classes, classes);
        if (complaint.isPresent()) {
            return complaint.map(text -> new Problem(answer.folder(), 0, text));
        }
        CompiledCheck check = check(answer.chapter());
        List<Path> path = List.of(check.folder(), classes);
        if (!check.fits(classes)) {
            Path own = classes.resolve("check");
            complaint = compile(List.of(answer.chapter().exercise().resolve("Check.java")), own, classes);
            path = List.of(own, classes);
        }
        if (complaint.isEmpty()) {
            complaint = complaint(answer, grading.check(path, answer.onlyStep()));
        }
        return complaint.map(text -> new Problem(answer.folder(), 0, text));
    }

    private Optional<String> compile(List<Path> sources, Path into, Path classes) throws IOException {
        List<Compiler.Message> said = compiler.compile(sources, into, List.of(classes), "-Xlint:all");
        return said.isEmpty() ? Optional.empty() : Optional.of("does not compile without a word:" + inLines(said));
    }

    /** Compiled for the first answer of a chapter; the others wait for that. */
    private CompiledCheck check(Chapter chapter) throws IOException {
        synchronized (checks) {
            CompiledCheck check = checks.get(chapter);
            if (check == null) {
                Path into = folder(chapter).resolve("check");
                List<Compiler.Message> said = CompiledCheck.compile(compiler, chapter.exercise(), into);
                if (!said.isEmpty()) {
                    throw new IOException(chapter + "'s check does not compile without a word:" + inLines(said));
                }
                check = CompiledCheck.in(into);
                checks.put(chapter, check);
            }
            return check;
        }
    }

    private static String inLines(List<Compiler.Message> said) {
        return said.stream().map(message -> "\n    " + message).collect(Collectors.joining());
    }

    private Path folder(Chapter chapter) {
        return scratch.resolve(chapter.folderName());
    }

    private static Optional<String> complaint(Answers.Answer answer, Verdict verdict) throws IOException {
        boolean asItShould = answer.verdict().equals("*")
                ? !verdict.accepted() && !verdict.undecided()
                : verdict.key().equals(answer.verdict());
        if (!asItShould) {
            String should = answer.verdict().isEmpty() ? "accepted" : "rejected with \"" + answer.verdict() + '"';
            return Optional.of("should be " + should + ", and is " + inWords(verdict));
        }
        ExerciseMessages messages = ExerciseMessages.of(answer.chapter().exercise());
        Requirements requirements = Requirements.of(answer.chapter().exercise());
        Set<String> steps = requirements.steps();
        List<String> reached = new ArrayList<>(verdict.passed());
        if (!verdict.accepted()) {
            reached.add(verdict.step());
        }
        if (!steps.containsAll(reached)) {
            return Optional.of("README.md has no sentences for all of the steps " + reached);
        }
        if (verdict.accepted() && !steps.equals(Set.copyOf(reached))) {
            return Optional.of("the check has only " + reached + " of the steps " + steps);
        }
        if (!answer.onlyStep().isEmpty()
                && !(verdict.step().equals(answer.onlyStep()) && reached.size() == steps.size())) {
            return Optional.of(
                    "should be refused by the step \"" + answer.onlyStep() + "\" alone, and is " + inWords(verdict));
        }
        return verdict.accepted() || verdict.key().equals(verdict.step()) || messages.has(verdict.key() + ".cause")
                ? Optional.empty()
                : Optional.of("messages.properties has no " + verdict.key() + ".cause");
    }

    private static String inWords(Verdict verdict) {
        if (verdict.accepted()) {
            return "accepted";
        }
        return (verdict.undecided() ? "undecided" : "rejected with \"" + verdict.key() + '"') + " at step \""
                + verdict.step() + "\", after " + verdict.passed()
                + "\n    expected: " + verdict.expected()
                + "\n    seen:     " + verdict.seen()
                + verdict.threads().stream().map(line -> "\n    " + line).collect(Collectors.joining())
                + verdict.printed().stream().map(line -> "\n    | " + line).collect(Collectors.joining());
    }
}
