package chatlab.swing.transcript;

import chatlab.swing.model.Pending;
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

    /**
     * Characters that look alike.
     *
     * @param detail whose name it is for {@link Style#NAME}, the {@link Deed} for {@link Style#LINK}, else null
     */
    record Run(Style style, String text, Object detail) {
        Run(Style style, String text) {
            this(style, text, null);
        }
    }

    /** What a run of characters is. {@link Look} knows how that looks. */
    enum Style {
        TEXT,
        /** Text from the history, or text of one's own that nobody has got yet. */
        FAINT,
        CODE,
        FAINT_CODE,
        /** Times, and what else is there for those who look for it. */
        DETAIL,
        /** Somebody's name, in his colour. */
        NAME,
        /** A word that says what this is. */
        LABEL,
        QUIET,
        ERROR,
        ERROR_LABEL,
        /** Of a day or another heading. */
        HEADING,
        /** Can be clicked, as all that has a deed. */
        LINK
    }

    /** What happens on a click, or on Enter, at some place of a transcript. */
    sealed interface Deed {
        /** Opens an address, which is what the text says. */
        record Open(String address) implements Deed {}

        /** Copies the code beneath. */
        record CopyCode() implements Deed {}

        record SendAgain(Pending lost) implements Deed {}

        record Discard(Pending lost) implements Deed {}
    }
}
