package chatlab.swing.transcript;

import java.util.List;

/** A paragraph of a transcript; its text has no line break. There is at least one run. */
record Paragraph(Kind kind, Tint tint, List<Run> runs) {
    /** Where a paragraph stands. */
    enum Kind {
        /** Who said when what follows. */
        HEAD,
        BODY,
        CODE,
        NOTICE,
        /** In the middle, between two lines. */
        RULE,
        /** The empty one that ends every document. */
        END
    }

    /** What is behind the text. */
    enum Tint {
        NONE,
        MENTION,
        ANNOUNCEMENT
    }

    Paragraph(Kind kind, Tint tint, Run... runs) {
        this(kind, tint, List.of(runs));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }
}
