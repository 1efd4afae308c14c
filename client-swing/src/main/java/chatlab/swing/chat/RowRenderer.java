package chatlab.swing.chat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** A row of a list: a name, and something short that stays whole when a long name has to be cut. */
abstract class RowRenderer<T> extends JPanel implements ListCellRenderer<T> {
    private static final long serialVersionUID = 1;

    final JLabel name = new JLabel();
    final JLabel state = new JLabel();

    RowRenderer(String columns) {
        super(new MigLayout("insets 0 6 0 4, gap 6, fill", columns));
        add(name, "wmin 30");
        add(state, "wmin 0");
    }

    /** Fills in the two texts; {@code background} is what is behind them. */
    abstract void fill(T row, Color background);

    @Override
    public Component getListCellRendererComponent(
            JList<? extends T> list, T row, int index, boolean selected, boolean focused) {
        Font font = list.getFont();
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        name.setFont(font);
        name.setForeground(list.getForeground());
        state.setFont(font.deriveFont(font.getSize2D() * 0.85f));
        state.setForeground(UIManager.getColor("Label.disabledForeground"));
        fill(row, list.getBackground());
        if (selected) {
            name.setForeground(list.getSelectionForeground());
            state.setForeground(list.getSelectionForeground());
        }
        return this;
    }
}
