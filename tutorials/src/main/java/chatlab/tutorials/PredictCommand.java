package chatlab.tutorials;

import chatlab.protocol.CourseQuestion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks what the experiment will show, keeps the answer, and then runs the experiment. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        header = "${bundle:predict.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class PredictCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(LearnContext context) throws CourseException, IOException, InterruptedException {
        Chapter wanted = context.chapter(chapter);
        List<Prediction> predictions = Prediction.allOf(wanted);
        if (predictions.isEmpty()) {
            throw new CourseException(Learn.WORDS.get("predict.none", wanted.number()));
        }
        context.sayIfClosed(wanted);
        int status = GOOD;
        Optional<Enrolment> enrolment = Enrolment.of(context.progress);
        Map<String, String> kept = new LinkedHashMap<>();
        if (enrolment.isPresent()) {
            kept.putAll(Fact.predictions(context.progress, wanted)); // in class a prediction is final
        }
        for (Prediction prediction : predictions) {
            if (predictions.size() > 1) { // the learner has to know how far to read
                context.out.line("");
                context.out.lines(context.out.markdown(Learn.WORDS.get("predict.section", prediction.section())));
                context.out.line("");
            }
            context.out.lines(context.out.markdown(prediction.question()));
            String letter = letter(context, prediction, kept);
            kept.put(prediction.experiment(), letter);
            context.did(wanted, Fact.PREDICTED, printed(kept));
            context.out.line("");
            if (enrolment.isPresent()) {
                CourseQuestion question = new CourseQuestion(wanted.number(), predictions.indexOf(prediction) + 1);
                new ClassWait(context).run(enrolment.get(), question, prediction);
            }
            context.out.say("predict.runs", prediction.experiment());
            context.out.line("");
            context.workspace.start(wanted);
            status = Math.max(status, new ProgramRun(context).experiment(wanted, prediction.experiment()));
            context.out.line("");
            String said = prediction.isRight(letter)
                    ? Learn.WORDS.get("predict.right", prediction.option(letter))
                    : Learn.WORDS.get("predict.wrong", prediction.option(letter), prediction.answer());
            context.out.lines(context.out.markdown(said));
            context.out.lines(context.out.markdown(prediction.reason()));
        }
        return status;
    }

    private static String letter(LearnContext context, Prediction prediction, Map<String, String> kept)
            throws CourseException, IOException {
        String before = kept.get(prediction.experiment());
        if (!prediction.has(before)) {
            return ask(context, prediction);
        }
        context.out.say("class.locked", prediction.option(before));
        return before;
    }

    private static String printed(Map<String, String> letters) {
        return letters.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    private static String ask(LearnContext context, Prediction prediction) throws CourseException, IOException {
        while (true) {
            context.out.ask("predict.ask", prediction.letters());
            String typed = context.keyboard.readLine();
            if (typed == null) {
                throw new CourseException(Learn.WORDS.get("predict.no-keyboard"));
            }
            String letter = typed.strip().toLowerCase(Locale.ROOT).replace(")", "");
            if (prediction.has(letter)) {
                return letter;
            }
            context.out.say("predict.other-key", prediction.letters());
        }
    }
}
