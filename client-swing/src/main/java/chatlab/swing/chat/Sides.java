package chatlab.swing.chat;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;

/** The middle between two sides. The user can move the dividers, which show under the mouse. */
final class Sides extends JPanel {
    private static final long serialVersionUID = 1;

    /** The widths of the sides in letters, where there is room. */
    private static final int LEFT = 17;

    private static final int RIGHT = 17;

    private final JSplitPane left;
    private final JSplitPane right;

    /** The width, the font size and the widths of the sides at the last placing. */
    private int placedIn;

    private int placedFont;
    private int leftPlaced = -1;
    private int rightPlaced = -1;

    Sides(JComponent conversations, JComponent middle, JComponent people) {
        super(new BorderLayout());
        right = split(middle, people, 1);
        left = split(conversations, right, 0);
        left.putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side"); // of the divider
        add(left);
    }

    void showPeople() {
        if (rightWidth() <= 1) {
            placeRight();
        }
    }

    /** A divider that the user has moved stays where it is, until the font size changes. */
    @Override
    public void doLayout() {
        super.doLayout();
        int font = getFont().getSize();
        if (getWidth() == 0 || getWidth() == placedIn && font == placedFont) {
            return;
        }
        boolean otherFont = font != placedFont;
        placedIn = getWidth();
        placedFont = font;
        int leftNow = left.getDividerLocation();
        int rightNow = rightWidth();
        left.validate(); // or it would ignore the new place of its divider
        if (leftPlaced < 0 || leftNow == leftPlaced || otherFont && leftNow > 1) {
            leftPlaced = width(LEFT, 0.22);
            left.setDividerLocation(leftPlaced);
        }
        left.validate();
        if (rightPlaced < 0 || rightNow == rightPlaced || otherFont && rightNow > 1) {
            placeRight();
        }
    }

    private void placeRight() {
        rightPlaced = width(RIGHT, 0.28);
        right.setDividerLocation(right.getWidth() - right.getDividerSize() - rightPlaced);
    }

    private int rightWidth() {
        return right.getWidth() - right.getDividerSize() - right.getDividerLocation();
    }

    /**
     * The width of so many letters, but at most this share of the window: in a small window, the transcript matters
     * more.
     */
    private int width(int letters, double share) {
        int wanted = letters * getFontMetrics(getFont()).charWidth('m');
        return (int) Math.min(wanted, getWidth() * share);
    }

    private static JSplitPane split(JComponent left, JComponent right, double weight) {
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, left, right);
        split.setResizeWeight(weight);
        split.setBorder(BorderFactory.createEmptyBorder());
        return split;
    }
}
