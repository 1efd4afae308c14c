package chatlab.tutorials;

import java.io.IOException;

/** The list of chapters, with what the student has done of each. */
final class Overview {
    private final Desk desk;

    Overview(Desk desk) {
        this.desk = desk;
    }

    void show() throws IOException {
        desk.out.say("list.title", desk.course.chapters().size());
        desk.out.line("");
        for (Chapter chapter : desk.course.chapters()) {
            desk.out.line(String.format("%4d  %-44s %s", chapter.number(), chapter.title(), state(chapter))
                    .stripTrailing());
        }
        desk.out.line("");
        desk.out.line(Learn.WORDS.get("list.folder", desk.workspace.folder()));
        desk.out.say("list.next");
    }

    private String state(Chapter chapter) {
        if (desk.progress.get(chapter, Fact.PASSED).isPresent()) {
            return Learn.WORDS.get("state.passed");
        }
        int hints = Fact.number(desk.progress, chapter, Fact.HINTS);
        return desk.progress.isBegun(chapter) ? Learn.WORDS.get("state.begun", hints) : "";
    }
}
