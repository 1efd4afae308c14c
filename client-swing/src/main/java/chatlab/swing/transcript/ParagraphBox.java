package chatlab.swing.transcript;

import chatlab.swing.transcript.Paragraph.Kind;
import chatlab.swing.transcript.Paragraph.Tint;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import javax.swing.SizeRequirements;
import javax.swing.event.DocumentEvent;
import javax.swing.text.Element;
import javax.swing.text.ParagraphView;
import javax.swing.text.StyleConstants;
import javax.swing.text.TabSet;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** Draws a paragraph with its insets, its background and the bar beside it. */
final class ParagraphBox extends ParagraphView {
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
        switch (kind) {
            case HEAD -> place(look, 0.55, 0.9, 0.1);
            case BODY -> place(look, 0.05, 1.9, 0.05);
            case CODE -> place(look, 0, 2.5, 0);
            case NOTICE -> place(look, 0.25, 0.9, 0);
            case RULE -> place(look, 0.8, 0.9, 0.4);
            case END -> place(look, 0, 0.9, 0);
        }
    }

    private void place(Look look, double above, double left, double below) {
        setInsets((short) look.em(above), (short) look.em(left), (short) look.em(below), (short) look.rightMargin());
        layoutChanged(X_AXIS);
        layoutChanged(Y_AXIS);
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
            super.layout(width, height);
            layoutWidth = width;
        }
    }

    @Override
    protected TabSet getTabSet() {
        return TranscriptPane.lookOf(this).codeTabs();
    }

    @Override
    public void paint(Graphics g, Shape allocation) {
        Rectangle box = allocation.getBounds();
        Look look = TranscriptPane.lookOf(this);
        if (tint != Tint.NONE) {
            paintTint(g, box, look);
        }
        if (kind == Kind.CODE) {
            g.setColor(look.codeBackground());
            int left = getLeftInset() - look.em(0.6);
            g.fillRect(box.x + left, box.y, box.width - left - look.em(0.6), box.height);
        } else if (kind == Kind.RULE) {
            paintRule(g, box, look);
        }
        super.paint(g, allocation);
    }

    private void paintTint(Graphics g, Rectangle box, Look look) {
        int above = kind == Kind.HEAD ? getTopInset() / 2 : 0; // leaves a gap to a tinted paragraph above
        g.setColor(look.background(tint));
        g.fillRect(box.x, box.y + above, box.width, box.height - above);
        g.setColor(look.bar(tint));
        g.fillRect(box.x, box.y + above, look.em(0.3), box.height - above);
    }

    private void paintRule(Graphics g, Rectangle box, Look look) {
        int text = 0;
        for (int row = 0; row < getViewCount(); row++) {
            text = Math.max(text, (int) getView(row).getPreferredSpan(X_AXIS));
        }
        int left = box.x + getLeftInset();
        int right = box.x + box.width - getRightInset();
        int line = (right - left - text) / 2 - look.em(0.8);
        if (line > 0) {
            int y = box.y + (getTopInset() + box.height - getBottomInset()) / 2;
            g.setColor(look.rule());
            g.fillRect(left, y, line, 1);
            g.fillRect(right - line, y, line, 1);
        }
    }
}
