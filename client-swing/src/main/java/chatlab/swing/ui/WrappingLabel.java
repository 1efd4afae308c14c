package chatlab.swing.ui;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.font.TextAttribute;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JTextArea;

/**
 * A label that wraps its words where it is narrow. A JLabel wraps only HTML, and texts from the network must never be
 * rendered as HTML.
 */
public final class WrappingLabel extends JLabel {
    private static final long serialVersionUID = 1;

    /** Wraps and draws the words where one line is not enough. It is no child of the label. */
    private final JTextArea lines = new JTextArea();

    private final int mostLines;

    public WrappingLabel() {
        this(Integer.MAX_VALUE);
    }

    /** @param mostLines words that need more lines are cut; show them in a tool tip, too */
    public WrappingLabel(int mostLines) {
        this.mostLines = mostLines;
        lines.getDocument().putProperty(TextAttribute.RUN_DIRECTION, TextAttribute.RUN_DIRECTION_LTR); // our own words
        lines.setLineWrap(true);
        lines.setWrapStyleWord(true);
        lines.setOpaque(false);
        lines.setBorder(BorderFactory.createEmptyBorder()); // or the look and feel would add its own
    }

    /** As wide as one line, and as high as the words are when wrapped to the present width. */
    @Override
    public Dimension getPreferredSize() {
        Dimension oneLine = super.getPreferredSize();
        if (!isNarrow()) {
            return oneLine;
        }
        wrap();
        int height = lines.getHeight() + getInsets().top + getInsets().bottom;
        return new Dimension(oneLine.width, Math.max(oneLine.height, height));
    }

    @Override
    public void setBounds(int x, int y, int width, int height) {
        boolean wrapsAnew = width != getWidth();
        super.setBounds(x, y, width, height);
        if (wrapsAnew) {
            WidthChange.follow(this);
        }
    }

    @Override
    protected void paintComponent(Graphics g) {
        if (!isNarrow()) {
            super.paintComponent(g);
            return;
        }
        wrap();
        Icon icon = getIcon();
        if (icon != null) {
            icon.paintIcon(this, g, getInsets().left, (getHeight() - icon.getIconHeight()) / 2);
        }
        int top = (getHeight() - lines.getHeight()) / 2;
        Graphics area = g.create(textX(), top, lines.getWidth(), lines.getHeight());
        lines.paint(area);
        area.dispose();
    }

    /** Whether one line is not enough; false before the label has a width. */
    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < super.getPreferredSize().width;
    }

    private void wrap() {
        lines.setText(getText());
        lines.setFont(getFont());
        lines.setForeground(getForeground());
        int width = Math.max(1, getWidth() - textX() - getInsets().right);
        lines.setSize(width, Short.MAX_VALUE); // the height is known only once the width is set
        lines.setSize(width, Math.min(lines.getPreferredSize().height, mostHeight()));
    }

    private int mostHeight() {
        return (int) Math.min(
                Short.MAX_VALUE, (long) mostLines * getFontMetrics(getFont()).getHeight());
    }

    private int textX() {
        return getInsets().left + (getIcon() == null ? 0 : getIcon().getIconWidth() + UIScale.scale(getIconTextGap()));
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (lines != null) { // null while the constructor of JLabel runs
            lines.updateUI();
        }
    }
}
