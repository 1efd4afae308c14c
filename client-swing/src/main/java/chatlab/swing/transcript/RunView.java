package chatlab.swing.transcript;

import chatlab.protocol.Text;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import java.awt.Color;
import java.awt.Font;
import javax.swing.text.Element;
import javax.swing.text.LabelView;
import javax.swing.text.Segment;
import javax.swing.text.View;

/** Draws a run. It asks for fonts and colours whenever it draws. */
final class RunView extends LabelView {
    private Font endFont;

    RunView(Element run) {
        super(run);
    }

    @Override
    public Font getFont() {
        Look look = TranscriptPane.lookOf(this);
        Font font = look.font(style());
        if (TranscriptDocument.kindOf(getElement().getParentElement()) != Kind.END) {
            return font;
        }
        if (endFont == null || endFont.getSize() != look.em(0.5)) {
            endFont = font.deriveFont((float) look.em(0.5));
        }
        return endFont;
    }

    @Override
    public Color getForeground() {
        Tint tint = TranscriptDocument.tintOf(getElement().getParentElement());
        return TranscriptPane.lookOf(this).color(style(), TranscriptDocument.detailOf(getElement()), tint);
    }

    @Override
    public Color getBackground() {
        return null; // the paragraph's
    }

    @Override
    public boolean isUnderline() {
        return style() == Style.LINK;
    }

    @Override
    public boolean isStrikeThrough() {
        return false;
    }

    @Override
    public boolean isSubscript() {
        return false;
    }

    @Override
    public boolean isSuperscript() {
        return false;
    }

    /** Where a row is full in the middle of a word, what is one sign to the reader stays together. */
    @Override
    public View createFragment(int start, int end) {
        return super.createFragment(start, end < getEndOffset() ? wholeSigns(start, end) : end);
    }

    private int wholeSigns(int start, int end) {
        Segment text = getText(start, getEndOffset());
        int cut = end - start;
        while (cut > 1 && isWithinSign(text, cut)) {
            cut--;
        }
        while (cut < text.length() && isWithinSign(text, cut)) {
            cut++; // not even one sign has room
        }
        return start + cut;
    }

    /** Whether a cut before this character would tear a letter from its accent, or an emoji in two. */
    private static boolean isWithinSign(CharSequence text, int index) {
        char c = text.charAt(index);
        return Character.isLowSurrogate(c) || Text.isMark(c);
    }

    private Style style() {
        return TranscriptDocument.styleOf(getElement());
    }
}
