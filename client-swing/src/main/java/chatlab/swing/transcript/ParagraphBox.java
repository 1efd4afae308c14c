package chatlab.swing.transcript;

import chatlab.protocol.Text;
import chatlab.protocol.Words;
import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Style;
import chatlab.swing.transcript.Paragraph.Tint;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import javax.swing.SizeRequirements;
import javax.swing.event.DocumentEvent;
import javax.swing.text.Element;
import javax.swing.text.LabelView;
import javax.swing.text.ParagraphView;
import javax.swing.text.Segment;
import javax.swing.text.StyleConstants;
import javax.swing.text.TabSet;
import javax.swing.text.TabStop;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** Draws a paragraph with its insets, its background, the bar beside it, and the unread line above it. */
final class ParagraphBox extends ParagraphView {
    /** In steps of the grid: the distance of everything from the sides, and of text from the left side. */
    static final int MARGIN = 4;

    static final int TEXT = 15;
    private static final int CARD = 3;
    private static final int HEAD = 3;

    /** The scroll bar stands in the right margin. */
    private static final int RIGHT = 1;

    /** The room between two lines, in parts of a line. */
    private static final float SPACING = 0.2f;

    private static final float CODE_SPACING = 0.1f;

    /** The room for the unread line. */
    private static final int UNREAD = 10;

    private static final Words WORDS = new Words(ParagraphBox.class);

    private Kind kind = Kind.END;
    private Tint tint = Tint.NONE;
    private boolean isUnread;
    private int layoutWidth = -1;

    ParagraphBox(Element paragraph) {
        super(paragraph);
    }

    @Override
    public void setParent(View parent) {
        super.setParent(parent);
        if (parent != null) {
            update();
        }
    }

    /** An edit may have changed the kind of this paragraph. */
    @Override
    public void insertUpdate(DocumentEvent change, Shape place, ViewFactory factory) {
        update();
        super.insertUpdate(change, place, factory);
    }

    @Override
    public void removeUpdate(DocumentEvent change, Shape place, ViewFactory factory) {
        update();
        super.removeUpdate(change, place, factory);
    }

    /** The superclass takes the insets from attributes, which have none. */
    @Override
    public void changedUpdate(DocumentEvent change, Shape place, ViewFactory factory) {
        super.changedUpdate(change, place, factory);
        update();
        preferenceChanged(null, false, true);
    }

    private void update() {
        kind = TranscriptDocument.kindOf(getElement());
        tint = TranscriptDocument.tintOf(getElement());
        isUnread = pane().isUnread(getElement());
        setJustification(kind == Kind.RULE ? StyleConstants.ALIGN_CENTER : StyleConstants.ALIGN_LEFT);
        int card = TEXT + CARD;
        switch (kind) {
            case HEAD -> place(HEAD, TEXT, 0);
            case BODY, END -> place(0, TEXT, 0);
            case CODE_HEAD -> place(2, card, 2);
            case CODE -> place(0, card, isLastOfCode() ? 3 : 0);
            case NOTICE -> place(2, TEXT, 0);
            case RULE -> place(4, MARGIN, 2);
        }
    }

    /** In steps of the grid. */
    private void place(int above, int left, int below) {
        boolean isCode = kind == Kind.CODE || kind == Kind.CODE_HEAD;
        int right = isCode ? RIGHT + CARD : RIGHT;
        setLineSpacing(isCode ? CODE_SPACING : SPACING);
        int top = isUnread ? above + UNREAD : above;
        setInsets((short) Grid.px(top), (short) Grid.px(left), (short) Grid.px(below), (short) Grid.px(right));
        layoutChanged(X_AXIS);
        layoutChanged(Y_AXIS);
    }

    private boolean isLastOfCode() {
        Element all = getElement().getParentElement();
        int next = all.getElementIndex(getElement().getStartOffset()) + 1;
        return next >= all.getElementCount() || TranscriptDocument.kindOf(all.getElement(next)) != Kind.CODE;
    }

    /**
     * As wide as there is room: a long word never makes the transcript wider than the window. It does not measure the
     * text, which would take most of the time of a layout.
     */
    @Override
    protected SizeRequirements calculateMinorAxisRequirements(int axis, SizeRequirements reuse) {
        return new SizeRequirements(0, 0, Integer.MAX_VALUE, 0.5f);
    }

    /**
     * Skips a layout that changes nothing. After each change of the document, Swing lays out every paragraph twice,
     * with a wrong height first; but only another width or another text changes the rows.
     */
    @Override
    protected void layout(int width, int height) {
        if (width != layoutWidth || !isLayoutValid(X_AXIS) || !isLayoutValid(Y_AXIS)) {
            layoutWidth = width;
            super.layout(width, height);
        }
    }

    /** In the head of code, what stands behind a tab stands at the right side. */
    @Override
    protected TabSet getTabSet() {
        if (kind == Kind.CODE_HEAD) {
            return new TabSet(new TabStop[] {new TabStop(layoutWidth, TabStop.ALIGN_RIGHT, TabStop.LEAD_NONE)});
        }
        return pane().codeTabs();
    }

    @Override
    public void paint(Graphics g, Shape allocation) {
        Rectangle box = allocation.getBounds();
        if (tint != Tint.NONE) {
            paintTint(g, box);
        }
        if (kind == Kind.CODE || kind == Kind.CODE_HEAD) {
            paintCard((Graphics2D) g.create(), box);
        } else if (kind == Kind.RULE) {
            int text = (int) getView(0).getPreferredSpan(X_AXIS); // the first row: if there is another, no line fits
            int y = (getTopInset() + box.height - getBottomInset()) / 2;
            paintRule(g, box, y, getViewCount() > 1 ? box.width : text, ThemeColor.HAIRLINE);
        }
        if (isUnread) {
            paintUnread(g, box);
        }
        super.paint(g, allocation);
    }

    /** Each paragraph of code draws its part of the card: the whole card is drawn, and the rest of it cut off. */
    private void paintCard(Graphics2D g, Rectangle box) {
        int arc = Grid.px(4);
        int x = box.x + Grid.px(TEXT);
        int width = box.width - Grid.px(TEXT + RIGHT) - 1;
        int above = kind == Kind.CODE_HEAD ? Grid.px(1) : -arc;
        int below = kind == Kind.CODE && isLastOfCode() ? Grid.px(1) : -arc;
        int room = isUnread ? Grid.px(UNREAD) : 0;
        g.clipRect(box.x, box.y + room, box.width, box.height - room);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int height = box.height - room - above - below - 1;
        g.setColor(ThemeColor.CODE.color());
        g.fillRoundRect(x, box.y + room + above, width, height, arc, arc);
        g.setColor(ThemeColor.HAIRLINE.color());
        g.drawRoundRect(x, box.y + room + above, width, height, arc, arc);
        if (kind == Kind.CODE_HEAD) {
            g.fillRect(x, box.y + box.height - Grid.px(1), width, 1);
        }
        g.dispose();
    }

    private void paintTint(Graphics g, Rectangle box) {
        int above = Math.max(0, getTopInset() - Grid.px(HEAD) / 2); // leaves a gap to a tinted paragraph above
        boolean isMention = tint == Tint.MENTION;
        g.setColor((isMention ? ThemeColor.NOTICE : ThemeColor.SELECTION).color());
        g.fillRect(box.x, box.y + above, box.width, box.height - above);
        g.setColor((isMention ? ThemeColor.MENTION_BAR : ThemeColor.ACCENT).color());
        g.fillRect(box.x, box.y + above, Grid.px(1), box.height - above);
    }

    private void paintUnread(Graphics g, Rectangle box) {
        String word = WORDS.get("new");
        g.setFont(pane().font(Style.HEADING));
        FontMetrics metrics = g.getFontMetrics();
        int width = metrics.stringWidth(word);
        int y = Grid.px(UNREAD) / 2 + Grid.px(1);
        paintRule(g, box, y, width, ThemeColor.RED);
        int middle = box.x + (box.width + Grid.px(MARGIN) - Grid.px(RIGHT)) / 2;
        int baseline = box.y + y - metrics.getHeight() / 2 + metrics.getAscent();
        FlatUIUtils.drawString(pane(), g, word, middle - width / 2, baseline);
    }

    /** Two lines, left and right of a text in the middle. */
    private static void paintRule(Graphics g, Rectangle box, int y, int text, ThemeColor color) {
        int left = box.x + Grid.px(MARGIN);
        int width = box.width - Grid.px(MARGIN + RIGHT);
        int line = Math.max(0, (width - text) / 2 - Grid.px(3));
        g.setColor(color.color());
        g.fillRect(left, box.y + y, line, 1);
        g.fillRect(left + width - line, box.y + y, line, 1);
    }

    private TranscriptPane pane() {
        return (TranscriptPane) getContainer();
    }

    /** Draws a run. It looks up font and colour whenever it draws, so that it follows zoom and theme. */
    static final class RunView extends LabelView {
        RunView(Element run) {
            super(run);
        }

        @Override
        public Font getFont() {
            return ((TranscriptPane) getContainer()).font(kind() == Kind.END ? Style.DETAIL : style());
        }

        @Override
        public Color getForeground() {
            return style().color.color();
        }

        @Override
        public Color getBackground() {
            return null; // the paragraph paints it
        }

        @Override
        public boolean isUnderline() {
            return style() == Style.LINK;
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

        private Kind kind() {
            return TranscriptDocument.kindOf(getElement().getParentElement());
        }

        private Style style() {
            return TranscriptDocument.styleOf(getElement());
        }
    }
}
