package chatlab.cli;

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

    List<AttributedString> paint(Entry entry, int width) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.styled(palette.aside(), entry.timeColumn());
        line.styled(markStyle(entry), entry.mark());
        line.styled(textStyle(entry), entry.text().replace("\t", "    "));
        return Folding.fold(line.toAttributedString(), Math.max(width, MIN_WIDTH), indent(entry));
    }

    /** Every line of a paste has the mark, so that none looks like something else. */
    private AttributedString indent(Entry entry) {
        String blank = " ".repeat(entry.kind() == Entry.Kind.RAW ? 2 : Entry.INDENT);
        String mark = entry.kind() == Entry.Kind.PASTED ? entry.mark() : "";
        return new AttributedStringBuilder()
                .append(blank)
                .styled(markStyle(entry), mark)
                .toAttributedString();
    }

    private AttributedStyle markStyle(Entry entry) {
        return switch (entry.kind()) {
            case SAID, PASTED -> palette.name(entry.name());
            case ERROR -> palette.error();
            case EVENT, RAW -> palette.aside();
        };
    }

    private AttributedStyle textStyle(Entry entry) {
        return entry.kind() == Entry.Kind.EVENT ? palette.aside() : AttributedStyle.DEFAULT;
    }
}
