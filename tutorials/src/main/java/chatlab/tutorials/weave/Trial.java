package chatlab.tutorials.weave;

import chatlab.tutorials.Chapter;
import chatlab.tutorials.grading.Compiler;
import chatlab.tutorials.grading.Grading;
import chatlab.tutorials.grading.Messages;
import chatlab.tutorials.grading.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets the check of an exercise judge an answer, as {@code learn check} does, and says whether it judges as it should. */
final class Trial {
    private final Compiler compiler;
    private final Path scratch;

    /** @param scratch a folder for classes, which are left there */
    Trial(Compiler compiler, Path scratch) {
        this.compiler = compiler;
        this.scratch = scratch;
    }

    /** What is wrong with the verdict, or nothing. For several threads. */
    Optional<Problem> run(Answers.Answer answer) throws IOException, InterruptedException {
        Path exercise = answer.chapter().exercise();
        Path classes = scratch.resolve(answer.chapter().folderName()).resolve(answer.name());
        List<Path> sources = new ArrayList<>(Chapter.javaFiles(answer.folder()));
        sources.add(exercise.resolve("Check.java"));
        List<Compiler.Message> said = compiler.compile(sources, classes, List.of(), "-Xlint:all");
        if (!said.isEmpty()) {
            String words = said.stream().map(Compiler.Message::toString).collect(Collectors.joining("\n    "));
            return Optional.of(new Problem(answer.folder(), 0, "does not compile without a word:\n    " + words));
        }
        Verdict verdict = new Grading(scratch).check(List.of(classes));
        return complaint(answer, verdict).map(text -> new Problem(answer.folder(), 0, text));
    }

    private static Optional<String> complaint(Answers.Answer answer, Verdict verdict) throws IOException {
        boolean asItShould = answer.verdict().equals("*")
                ? !verdict.accepted()
                : verdict.key().equals(answer.verdict());
        if (!asItShould) {
            String should = answer.verdict().isEmpty() ? "accepted" : "rejected with \"" + answer.verdict() + '"';
            return Optional.of("should be " + should + ", and is " + inWords(verdict));
        }
        Messages messages = Messages.of(answer.chapter().exercise());
        for (String step : verdict.passed()) {
            if (!messages.has(step + ".title")) {
                return Optional.of("messages.properties has no " + step + ".title");
            }
        }
        if (!verdict.step().isEmpty() && !messages.has(verdict.step() + ".title")) {
            return Optional.of("messages.properties has no " + verdict.step() + ".title");
        }
        return verdict.accepted() || messages.has(verdict.key() + ".cause")
                ? Optional.empty()
                : Optional.of("messages.properties has no " + verdict.key() + ".cause");
    }

    private static String inWords(Verdict verdict) {
        if (verdict.accepted()) {
            return "accepted";
        }
        return "rejected with \"" + verdict.key() + "\" at step \"" + verdict.step() + "\", after " + verdict.passed()
                + "\n    expected: " + verdict.expected()
                + "\n    seen:     " + verdict.seen()
                + verdict.threads().stream().map(line -> "\n    " + line).collect(Collectors.joining())
                + verdict.printed().stream().map(line -> "\n    | " + line).collect(Collectors.joining());
    }
}
