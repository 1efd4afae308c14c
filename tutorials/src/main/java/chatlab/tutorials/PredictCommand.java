package chatlab.tutorials;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks what will happen, keeps the answer, and then lets it happen. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        header = "${bundle:predict.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class PredictCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(Desk desk) throws UserError, IOException, InterruptedException {
        Chapter wanted = desk.chapter(chapter);
        List<Prediction> predictions = Prediction.allOf(wanted);
        if (predictions.isEmpty()) {
            throw new UserError(Learn.WORDS.get("predict.none", wanted.number()));
        }
        int status = GOOD;
        List<String> kept = new ArrayList<>();
        for (Prediction prediction : predictions) {
            desk.out.lines(desk.out.markdown(prediction.question()));
            String letter = ask(desk, prediction);
            kept.add(prediction.experiment() + ":" + letter);
            desk.progress.put(wanted, Fact.PREDICTED, String.join(",", kept));
            desk.out.line("");
            desk.out.say("predict.runs", prediction.experiment());
            desk.out.line("");
            desk.workspace.start(wanted);
            status = Math.max(status, new ProgramRun(desk).experiment(wanted, prediction.experiment()));
            desk.out.line("");
            desk.out.lines(desk.out.markdown(Learn.WORDS.get("predict.said", prediction.option(letter))));
            desk.out.say("predict.why", wanted.number());
        }
        return status;
    }

    private static String ask(Desk desk, Prediction prediction) throws UserError, IOException {
        while (true) {
            desk.out.ask("predict.ask", prediction.letters());
            String typed = desk.keyboard.readLine();
            if (typed == null) {
                throw new UserError(Learn.WORDS.get("predict.nobody"));
            }
            String letter = typed.strip().toLowerCase(Locale.ROOT).replace(")", "");
            if (prediction.has(letter)) {
                return letter;
            }
        }
    }
}
