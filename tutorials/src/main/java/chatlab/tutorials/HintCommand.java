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
    int run(LearnContext context) throws CourseException, IOException {
        Chapter wanted = context.chapter(chapter);
        List<String> hints = Hints.of(wanted);
        int given = Fact.number(context.progress, wanted, Fact.HINTS);
        int next = Math.min(given + 1, hints.size());
        context.out.say("hint.number", next, hints.size());
        context.out.line("");
        context.out.lines(context.out.markdown(hints.get(next - 1)));
        context.out.line("");
        context.out.say(next < hints.size() ? "hint.more" : "hint.last", wanted.number());
        context.did(wanted, Fact.HINTS, String.valueOf(next));
        return GOOD;
    }
}
