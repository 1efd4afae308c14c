package chatlab.tutorials;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives the next hint. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        header = "${bundle:hint.header}",
        resourceBundle = "chatlab.tutorials.Words")
final class HintCommand extends LearnCommand {
    @Parameters(paramLabel = "CHAPTER", descriptionKey = "option.chapter")
    private String chapter;

    @Override
    int run(Desk desk) throws UserError, IOException {
        Chapter wanted = desk.chapter(chapter);
        List<String> hints = Hints.of(wanted);
        int given = Fact.number(desk.progress, wanted, Fact.HINTS);
        int next = Math.min(given + 1, hints.size());
        desk.out.say("hint.number", next, hints.size());
        desk.out.line("");
        desk.out.lines(desk.out.markdown(hints.get(next - 1)));
        desk.out.line("");
        desk.out.say(next < hints.size() ? "hint.more" : "hint.last", wanted.number());
        desk.progress.put(wanted, Fact.HINTS, String.valueOf(next));
        return GOOD;
    }
}
