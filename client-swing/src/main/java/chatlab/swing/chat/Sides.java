package chatlab.swing.chat;

import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.UserInput;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.UIManager;

/**
 * The middle between two sides. The user can move the dividers, which show under the mouse. A side for which the window is
 * too narrow is folded away: it opens over the middle, and closes when the focus leaves it.
 */
final class Sides extends JPanel {
    private static final long serialVersionUID = 1;

    final transient Side left;
    final transient Side right;
    private final transient Runnable folded;

    /** The font size at the last placing. */
    private int placedFont;

    /** {@code folded} runs when a side was folded away, or is back. */
    Sides(JComponent conversations, JComponent middle, JComponent people, Runnable folded) {
        super(new BorderLayout());
        this.folded = folded;
        right = new Side(people, split(middle, people, 1), false, 17, 200);
        left = new Side(conversations, split(conversations, right.split, 0), true, 19, 150);
        left.split.putClientProperty(FlatClientProperties.STYLE, "background: $Chat.side"); // of the divider
        add(left.split);
        UserInput.onFocusWithin(this, this::unfold);
    }

    private static JSplitPane split(JComponent left, JComponent right, double weight) {
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, left, right);
        split.setResizeWeight(weight);
        split.setBorder(BorderFactory.createEmptyBorder());
        return split;
    }

    /** A divider that the user has moved stays where it is, until the font size changes or its side is folded away. */
    @Override
    public void doLayout() {
        boolean otherFont = getFont().getSize() != placedFont;
        placedFont = getFont().getSize();
        left.split.setBounds(0, 0, getWidth(), getHeight());
        boolean otherLeft = left.fold();
        boolean otherRight = right.fold();
        left.place(otherLeft || otherFont);
        right.place(otherRight || otherFont);
        if (otherLeft || otherRight) {
            folded.run();
        }
    }

    /** A side may lie over the middle. */
    @Override
    public boolean isOptimizedDrawingEnabled() {
        return false;
    }

    private void unfold(Component owner) {
        for (Side side : new Side[] {left, right}) {
            side.part.setVisible(!side.isFolded() || side.part.isAncestorOf(owner));
        }
    }

    /** The left side or the right side. */
    final class Side {
        private final JComponent part;
        private final JSplitPane split;
        private final boolean isLeft;

        /** The width of the side, in letters. */
        private final int letters;

        /** The least width of the window, in steps of the grid, in which this side stands beside the middle. */
        private final int needed;

        Side(JComponent part, JSplitPane split, boolean isLeft, int letters, int needed) {
            this.part = part;
            this.split = split;
            this.isLeft = isLeft;
            this.letters = letters;
            this.needed = needed;
            UserInput.onPress(part, () -> {}); // or a click on a bare place would go to the middle beneath
        }

        boolean isFolded() {
            return part.getParent() == Sides.this;
        }

        /** Brings the side into view: over the middle if it is folded away. */
        void open() {
            part.setVisible(true);
            place(part.getWidth() <= 1);
        }

        /** Folds the side away, or brings it back, as the window demands. Returns whether that has changed. */
        private boolean fold() {
            boolean narrow = Sides.this.getWidth() < Grid.px(needed);
            if (narrow == isFolded()) {
                return false;
            }
            if (narrow) {
                add(part, isLeft ? BorderLayout.WEST : BorderLayout.EAST, 0);
            } else {
                split.add(part, isLeft ? JSplitPane.LEFT : JSplitPane.RIGHT);
            }
            split.setDividerSize(narrow ? 0 : UIManager.getInt("SplitPane.dividerSize"));
            part.setBorder(narrow ? new Edge(isLeft ? Edge.RIGHT : Edge.LEFT) : null);
            part.setVisible(!narrow);
            return true;
        }

        /** Places the side over the middle, or its divider {@code anew}. */
        private void place(boolean anew) {
            int all = Sides.this.getWidth();
            int width = Math.min(letters * getFontMetrics(getFont()).charWidth('m'), all * 4 / 5);
            if (isFolded()) {
                part.setBounds(isLeft ? 0 : all - width, 0, width, Sides.this.getHeight());
            } else if (anew) {
                left.split.validate(); // or it would ignore the new place of its divider
                split.setDividerLocation(isLeft ? width : split.getWidth() - split.getDividerSize() - width);
            }
        }
    }
}
