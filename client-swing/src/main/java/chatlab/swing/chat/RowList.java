package chatlab.swing.chat;

import chatlab.swing.ui.Untrusted;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import javax.swing.text.Position;

/** A list of things from the network, one line each and as wide as there is room, with all that a list is expected to do. */
final class RowList<T> extends JList<T> {
    private static final long serialVersionUID = 1;

    private final RowModel<T> rows;
    private final transient Function<T, String> words;

    /** {@code words}: what a row is, for tool tips and for finding it by its first letters. */
    RowList(RowModel<T> rows, Function<T, String> words) {
        super(rows);
        this.rows = rows;
        this.words = words;
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    RowModel<T> rows() {
        return rows;
    }

    /** Enter, and so many clicks on it, do this with the selected row. */
    void onOpen(int clicks, Consumer<T> action) {
        Keys.bind(this, "ENTER", "open", () -> withSelected(action));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (SwingUtilities.isLeftMouseButton(e) && e.getClickCount() == clicks && rowAt(e.getPoint()) >= 0) {
                    withSelected(action);
                }
            }
        });
    }

    /** The context key, Shift+F10 and the mouse show a menu for the row. */
    void onMenu(Function<T, JPopupMenu> menu) {
        Runnable byKey = () -> withSelected(row -> {
            Rectangle cell = getCellBounds(getSelectedIndex(), getSelectedIndex());
            menu.apply(row).show(this, cell.x + cell.height, cell.y + cell.height);
        });
        Keys.bind(this, "CONTEXT_MENU", "menu", byKey);
        Keys.bind(this, "shift F10", "menu", byKey);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                showAt(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) { // it depends on the desktop which of the two asks for a menu
                showAt(e);
            }

            private void showAt(MouseEvent e) {
                if (e.isPopupTrigger() && rowAt(e.getPoint()) >= 0) {
                    setSelectedIndex(rowAt(e.getPoint()));
                    menu.apply(getSelectedValue()).show(RowList.this, e.getX(), e.getY());
                }
            }
        });
    }

    /** The row at a point; -1 below the last one. */
    private int rowAt(Point point) {
        int index = locationToIndex(point);
        return index >= 0 && getCellBounds(index, index).contains(point) ? index : -1;
    }

    private void withSelected(Consumer<T> action) {
        T selected = getSelectedValue();
        if (selected != null) {
            action.accept(selected);
        }
    }

    @Override
    public String getToolTipText(MouseEvent e) {
        int index = rowAt(e.getPoint());
        return index < 0 ? null : Untrusted.text(words.apply(rows.getElementAt(index)));
    }

    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        int step = bias == Position.Bias.Forward ? 1 : -1;
        int size = rows.getSize();
        for (int i = 0; i < size; i++) {
            int index = Math.floorMod(startIndex + i * step, size);
            if (words.apply(rows.getElementAt(index)).toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return index;
            }
        }
        return -1;
    }

    /** Long names are cut rather than scrolled. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    /** With every cell of one size, the list need not look at thousands of them to know how high it is. */
    @Override
    public void updateUI() {
        super.updateUI();
        int line = getFontMetrics(getFont()).getHeight();
        setFixedCellHeight(line + line / 3);
        setFixedCellWidth(8 * line);
    }
}
