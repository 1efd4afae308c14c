package chatlab.swing.transcript;

import chatlab.swing.model.Pending;
import chatlab.swing.ui.ThemeColor;
import java.util.List;

/**
 * A paragraph of a transcript: at least one run, and no line break in its text.
 *
 * @param waits whether it is the first one of a message that the server has not confirmed yet
 */
record Paragraph(Kind kind, Tint tint, boolean waits, List<Run> runs) {
    /** What a paragraph is, and so where it stands. */
    enum Kind {
        /** Name and time of the message below. */
        HEAD,
        BODY,
        /** Above the code: how many lines, and what one can do with them. */
        CODE_HEAD,
        CODE,
        NOTICE,
        /** In the middle of the width, between two lines. */
        RULE,
        /** The empty paragraph that ends every document. */
        END
    }

    /** The background of the text. */
    enum Tint {
        NONE,
        MENTION,
        ANNOUNCEMENT
    }

    Paragraph(Kind kind, Tint tint, Run... runs) {
        this(kind, tint, false, List.of(runs));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        runs.forEach(run -> text.append(run.text()));
        return text.toString();
    }

    /**
     * Characters with the same look.
     *
     * @param detail the name for {@link Style#NAME}, the {@link LinkAction} for text to click, null for the others
     */
    record Run(Style style, String text, Object detail) {
        Run(Style style, String text) {
            this(style, text, null);
        }
    }

    /** What a run of characters is, with its colour and its font. */
    enum Style {
        TEXT(ThemeColor.TEXT, "defaultFont"),
        /** The user's text that the server has not confirmed. */
        FAINT(ThemeColor.DIM, "defaultFont"),
        CODE(ThemeColor.TEXT, "monospaced.font"),
        KEYWORD(ThemeColor.KEYWORD, "monospaced.font"),
        LITERAL(ThemeColor.LITERAL, "monospaced.font"),
        COMMENT(ThemeColor.DIM, "monospaced.font"),
        FAINT_CODE(ThemeColor.DIM, "monospaced.font"),
        /** Times and other details. */
        DETAIL(ThemeColor.DIM, "small.font"),
        /** A name, beside a disc in the colour of that name. */
        NAME(ThemeColor.TEXT, "semibold.font"),
        /** A word that says what the message is. */
        LABEL(ThemeColor.TEXT, "semibold.font"),
        QUIET(ThemeColor.DIM, "defaultFont"),
        ERROR(ThemeColor.RED, "defaultFont"),
        ERROR_LABEL(ThemeColor.RED, "semibold.font"),
        /** A day, or another heading. */
        HEADING(ThemeColor.DIM, "small.font"),
        /** Text to click, with an action. */
        LINK(ThemeColor.LINK, "defaultFont"),
        /** The same in the head of code. */
        SMALL_LINK(ThemeColor.LINK, "small.font");

        final ThemeColor color;

        /** The name of the font in the theme. */
        final String font;

        Style(ThemeColor color, String font) {
            this.color = color;
            this.font = font;
        }
    }

    /** The action of a click, or of Enter, at a place of a transcript. */
    sealed interface LinkAction {
        /** Opens the address, which is the text of the run. */
        record Open(String address) implements LinkAction {}

        /** Copies the code below. */
        record CopyCode() implements LinkAction {}

        record SendAgain(Pending lost) implements LinkAction {}

        record Discard(Pending lost) implements LinkAction {}
    }
}
