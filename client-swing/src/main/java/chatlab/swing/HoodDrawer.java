package chatlab.swing;

import chatlab.swing.hood.HoodPanel;
import java.awt.BorderLayout;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;

/** Shows the panel "under the hood" below the rest of the window. The panel exists only while the drawer is open. */
final class HoodDrawer extends JPanel {
    private static final long serialVersionUID = 1;
    private static final double ABOVE = 0.6;

    private final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT);
    private final transient Supplier<HoodPanel> maker;

    private transient Optional<HoodPanel> hood = Optional.empty();

    HoodDrawer(JComponent above, Supplier<HoodPanel> maker) {
        super(new BorderLayout());
        this.maker = maker;
        split.setBorder(BorderFactory.createEmptyBorder());
        split.setTopComponent(above);
        split.setResizeWeight(ABOVE);
        split.setDividerSize(0);
        add(split);
    }

    boolean isOpen() {
        return hood.isPresent();
    }

    void setOpen(boolean open) {
        if (open == isOpen()) {
            return;
        }
        if (open) {
            hood = Optional.of(maker.get());
            split.setBottomComponent(hood.get());
            split.setDividerSize(UIManager.getInt("SplitPane.dividerSize"));
            SwingUtilities.invokeLater(() -> split.setDividerLocation(ABOVE)); // once the pane has its size
        } else {
            hood.get().close();
            hood = Optional.empty();
            split.setBottomComponent(null);
            split.setDividerSize(0);
        }
        split.revalidate();
    }

    void refresh() {
        hood.ifPresent(HoodPanel::refresh);
    }
}
