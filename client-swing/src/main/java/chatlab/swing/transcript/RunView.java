package chatlab.swing.transcript;

import chatlab.protocol.Text;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Style;
import java.awt.Color;
import java.awt.Font;
import javax.swing.text.Element;
import javax.swing.text.LabelView;
import javax.swing.text.Segment;
import javax.swing.text.View;

/** Draws a run. It looks up font and colour whenever it draws, so that it follows zoom and theme. */
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
        return TranscriptPane.lookOf(this).color(style());
    }

    @Override
    public Color getBackground() {
        return null; // the paragraph paints it
    }

    @Override
    public boolean isUnderline() {
        return style() == Style.LINK && TranscriptDocument.kindOf(getElement().getParentElement()) != Kind.CODE_HEAD;
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

    /** Breaks a long word only between characters as the reader sees them. */
    @Override
    public View createFragment(int start, int end) {
        return super.createFragment(start, end < getEndOffset() ? wholeCharacters(start, end) : end);
    }

    private int wholeCharacters(int start, int end) {
        Segment text = getText(start, getEndOffset());
        int cut = end - start;
        while (cut > 1 && isWithinCharacter(text, cut)) {
            cut--;
        }
        while (cut < text.length() && isWithinCharacter(text, cut)) {
            cut++; // there is no room for even one
        }
        return start + cut;
    }

    /** Whether a break before this char would separate a letter and its accent, or the halves of an emoji. */
    private static boolean isWithinCharacter(CharSequence text, int index) {
        char c = text.charAt(index);
        return Character.isLowSurrogate(c) || Text.isMark(c);
    }

    private Style style() {
        return TranscriptDocument.styleOf(getElement());
    }
}
