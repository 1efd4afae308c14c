package chatlab.swing;

import chatlab.swing.hood.HoodPanel;
import chatlab.swing.ui.Grid;
import java.awt.BorderLayout;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/**
 * Shows the panel "under the hood" below the rest of the window. The panel is made when the drawer is opened for the
 * first time, and then keeps what it has seen.
 */
final class HoodDrawer extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double ABOVE = 0.6;

    /** The height of the panel at which nothing scrolls, in steps of the grid. */
    private static final int NEEDED = 75;

    /** The height of the chat with five lines of messages, and with what it cannot do without. */
    private static final int NEEDED_ABOVE = 60;

    private static final int LEAST_ABOVE = 33;
    private static final int LEAST = 22;

    private final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
    private final transient Supplier<HoodPanel> maker;

    /** Null before the drawer is opened for the first time. */
    private HoodPanel hood;

    private boolean open;

    /** Whether the panel has an old look and feel: it gets the new one when it is opened. */
    private boolean outdated;

    HoodDrawer(JComponent above, Supplier<HoodPanel> maker) {
        super(new BorderLayout());
        this.maker = maker;
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setTopComponent(above);
        split.setResizeWeight(ABOVE);
        split.setDividerSize(0);
        add(split);
    }

    /** The look and feel has changed. The constructor of JPanel calls this too, before there is a panel. */
    @Override
    public void updateUI() {
        super.updateUI();
        outdated = hood != null && !open;
        if (open) {
            SwingUtilities.invokeLater(this::placeDivider); // the font size may have changed
        }
    }

    boolean isOpen() {
        return open;
    }

    void setOpen(boolean open) {
        if (this.open == open) {
            return;
        }
        this.open = open;
        if (open) {
            hood = hood == null ? maker.get() : hood;
            if (outdated) {
                SwingUtilities.updateComponentTreeUI(hood);
                outdated = false;
            }
            split.setBottomComponent(hood);
            split.setDividerSize(UIManager.getInt("SplitPane.dividerSize"));
            SwingUtilities.invokeLater(this::placeDivider); // once the pane has its size
        } else {
            hood.close();
            split.setBottomComponent(null);
            split.setDividerSize(0);
        }
        split.revalidate();
    }

    /** Gives the panel its share, in a low window more of it, but leaves room to read and to write above. */
    private void placeDivider() {
        int height = split.getHeight();
        int most = Math.min((int) (ABOVE * height), height - Grid.px(NEEDED));
        split.setDividerLocation(Math.max(
                most, Math.max(Grid.px(LEAST_ABOVE), Math.min(Grid.px(NEEDED_ABOVE), height - Grid.px(LEAST)))));
    }

    void refresh() {
        if (open) {
            hood.refresh();
        }
    }
}
