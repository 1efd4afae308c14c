package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Tint;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.ThemeColor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import javax.swing.SizeRequirements;
import javax.swing.event.DocumentEvent;
import javax.swing.text.Element;
import javax.swing.text.ParagraphView;
import javax.swing.text.StyleConstants;
import javax.swing.text.TabSet;
import javax.swing.text.TabStop;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** Draws a paragraph with its insets, its background and the bar beside it. */
final class ParagraphBox extends ParagraphView {
    /** In steps of the grid: the distance of everything from the sides, and of text from the left side. */
    static final int MARGIN = 4;

    static final int TEXT = 15;
    private static final int CARD = 3;

    private Kind kind = Kind.END;
    private Tint tint = Tint.NONE;
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

    /** A change of font or theme comes here; the superclass would then take insets from attributes, which have none. */
    @Override
    public void changedUpdate(DocumentEvent change, Shape place, ViewFactory factory) {
        super.changedUpdate(change, place, factory);
        update();
    }

    private void update() {
        kind = TranscriptDocument.kindOf(getElement());
        tint = TranscriptDocument.tintOf(getElement());
        Look look = TranscriptPane.lookOf(this);
        setJustification(kind == Kind.RULE ? StyleConstants.ALIGN_CENTER : StyleConstants.ALIGN_LEFT);
        int card = TEXT + CARD;
        switch (kind) {
            case HEAD -> place(3, TEXT, 0);
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
        int right = isCode ? MARGIN + CARD : MARGIN;
        setInsets((short) Grid.px(above), (short) Grid.px(left), (short) Grid.px(below), (short) Grid.px(right));
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
        return TranscriptPane.lookOf(this).codeTabs();
    }

    @Override
    public void paint(Graphics g, Shape allocation) {
        Rectangle box = allocation.getBounds();
        Look look = TranscriptPane.lookOf(this);
        if (tint != Tint.NONE) {
            paintTint(g, box, look);
        }
        if (kind == Kind.CODE || kind == Kind.CODE_HEAD) {
            paintCard((Graphics2D) g.create(), box);
        } else if (kind == Kind.RULE) {
            paintRule(g, box);
        }
        super.paint(g, allocation);
    }

    /** Each paragraph of code draws its part of the card: the whole card is drawn, and the rest of it cut off. */
    private void paintCard(Graphics2D g, Rectangle box) {
        int arc = Grid.px(4);
        int x = box.x + Grid.px(TEXT);
        int width = box.width - Grid.px(TEXT + MARGIN) - 1;
        int above = kind == Kind.CODE_HEAD ? Grid.px(1) : -arc;
        int below = kind == Kind.CODE && isLastOfCode() ? Grid.px(1) : -arc;
        g.clipRect(box.x, box.y, box.width, box.height);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int height = box.height - above - below - 1;
        g.setColor(ThemeColor.CODE.color());
        g.fillRoundRect(x, box.y + above, width, height, arc, arc);
        g.setColor(ThemeColor.HAIRLINE.color());
        g.drawRoundRect(x, box.y + above, width, height, arc, arc);
        if (kind == Kind.CODE_HEAD) {
            g.fillRect(x, box.y + box.height - Grid.px(1), width, 1);
        }
        g.dispose();
    }

    private void paintTint(Graphics g, Rectangle box, Look look) {
        int above = kind == Kind.HEAD ? getTopInset() / 2 : 0; // leaves a gap to a tinted paragraph above
        g.setColor(look.background(tint));
        g.fillRect(box.x, box.y + above, box.width, box.height - above);
        g.setColor(look.bar(tint));
        g.fillRect(box.x, box.y + above, Grid.px(1), box.height - above);
    }

    private void paintRule(Graphics g, Rectangle box) {
        int text = 0;
        for (int row = 0; row < getViewCount(); row++) {
            text = Math.max(text, (int) getView(row).getPreferredSpan(X_AXIS));
        }
        int left = box.x + getLeftInset();
        int right = box.x + box.width - getRightInset();
        int line = (right - left - text) / 2 - Grid.px(3);
        if (line > 0) {
            int y = box.y + (getTopInset() + box.height - getBottomInset()) / 2;
            g.setColor(ThemeColor.HAIRLINE.color());
            g.fillRect(left, y, line, 1);
            g.fillRect(right - line, y, line, 1);
        }
    }
}
