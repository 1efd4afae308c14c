package chatlab.tutorials;

import java.io.IOException;

/** The list of chapters, with what the student has done of each. */
final class Overview {
    private final LearnContext context;

    Overview(LearnContext context) {
        this.context = context;
    }

    void show() throws IOException {
        context.out.say("list.title", context.course.chapters().size());
        context.out.line("");
        for (Chapter chapter : context.course.chapters()) {
            context.out.line(String.format("%4d  %-44s %s", chapter.number(), chapter.title(), state(chapter))
                    .stripTrailing());
        }
        context.out.line("");
        context.out.line(Learn.WORDS.get("list.folder", context.workspace.folder()));
        context.out.say("list.next");
    }

    private String state(Chapter chapter) {
        if (context.progress.get(chapter, Fact.PASSED).isPresent()) {
            return Learn.WORDS.get("state.passed");
        }
        int hints = Fact.number(context.progress, chapter, Fact.HINTS);
        return context.progress.isBegun(chapter) ? Learn.WORDS.get("state.begun", hints) : "";
    }
}
