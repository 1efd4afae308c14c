package chatlab.cli;

import chatlab.protocol.Rows;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Makes of an entry the lines that a terminal shows: coloured, and folded so that the first column is ours. */
final class Painter {
    private static final int MIN_WIDTH = 12;

    private final Palette palette;

    Painter(Palette palette) {
        this.palette = palette;
    }

    List<AttributedString> paint(ScreenEntry entry, int width) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(palette.aside(), entry.timeColumn());
        line.styled(markStyle(entry), entry.mark());
        line.styled(textStyle(entry), entry.text().replace("\t", "    "));
        return rows(line.toAttributedString(), Math.max(width, MIN_WIDTH), indent(entry));
    }

    /** Folds the line: {@link Rows} says where. */
    private static List<AttributedString> rows(AttributedString line, int width, AttributedString indent) {
        List<AttributedString> rows = new ArrayList<>();
        int start = 0;
        for (int next : Rows.starts(line, width, Rows.columns(indent))) {
            rows.add(row(line.subSequence(start, next), rows.isEmpty(), indent));
            start = next;
        }
        rows.add(row(line.subSequence(start, line.length()), rows.isEmpty(), indent));
        return rows;
    }

    private static AttributedString row(AttributedString text, boolean first, AttributedString indent) {
        return first
                ? text
                : new AttributedStringBuilder().append(indent).append(text).toAttributedString();
    }

    /** Every row of a paste has the mark, so that none looks like something else. */
    private AttributedString indent(ScreenEntry entry) {
        return new AttributedStringBuilder()
                .append(entry.indent())
                .styled(markStyle(entry), entry.repeatedMark())
                .toAttributedString();
    }

    private AttributedStyle markStyle(ScreenEntry entry) {
        return switch (entry.kind()) {
            case SAID, PASTED -> palette.name(entry.name());
            case ERROR -> palette.error();
            case EVENT, RAW -> palette.aside();
        };
    }

    private AttributedStyle textStyle(ScreenEntry entry) {
        return entry.kind() == ScreenEntry.Kind.EVENT ? palette.aside() : AttributedStyle.DEFAULT;
    }
}
