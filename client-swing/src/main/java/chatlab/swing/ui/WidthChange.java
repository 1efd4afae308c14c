package chatlab.swing.ui;

import javax.swing.JComponent;
import javax.swing.JRootPane;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/**
 * A component has another width, and so needs another height: it is laid out again. That may change its width once more, and a layout in
 * which the width follows the height would never end: so after some rounds it stays as it is.
 */
final class WidthChange {
    private static final int MOST_ROUNDS = 3;

    private WidthChange() {}

    /** To be called while a layout runs: that layout would undo the other one, which so comes later. */
    static void follow(JComponent part) {
        JRootPane root = part.getRootPane();
        if (root == null) {
            return; // it is laid out when it comes into a window
        }
        int round = round(root) + 1;
        if (round <= MOST_ROUNDS) {
            SwingUtilities.invokeLater(() -> layOut(part, root, round));
        }
    }

    /** At once, so that each change of a width in it is known to come from it. */
    private static void layOut(JComponent part, JRootPane root, int round) {
        root.putClientProperty(WidthChange.class, round);
        try {
            part.revalidate();
            RepaintManager.currentManager(part).validateInvalidComponents();
        } finally {
            root.putClientProperty(WidthChange.class, null);
        }
    }

    /** The round that lays out this window now; 0 where the layout has another cause. */
    private static int round(JRootPane root) {
        return root.getClientProperty(WidthChange.class) instanceof Integer round ? round : 0;
    }
}
