package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Vector;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.ToolTipManager;
import javax.swing.text.Position;
import net.miginfocom.swing.MigLayout;

/**
 * A list with a row for each object, as wide as there is room: opens rows, shows menus, finds rows by their first
 * letters.
 */
public final class RowList<T> extends JList<T> {
    private static final long serialVersionUID = 1;

    private transient List<T> rows = List.of();
    private final transient Function<T, String> words;

    /** {@code words}: the text of a row, for tool tips and for finding the row by its first letters. */
    public RowList(Function<T, String> words) {
        this.words = words;
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        ToolTipManager.sharedInstance().registerComponent(this);
    }

    /** A scroll pane for this list, in which the surface below shows. */
    public JScrollPane frame() {
        return Edge.bare(this);
    }

    /** The objects of all rows. */
    public List<T> rows() {
        return rows;
    }

    /** Shows these rows in place of the others, none of them selected. */
    public void setRows(List<T> now) {
        rows = now;
        setListData(new Vector<>(now));
    }

    /** Shows these two texts in each row. */
    public void showTexts(Function<T, String> first, Function<T, String> second) {
        setCellRenderer(new Renderer<T>() {
            private static final long serialVersionUID = 1;

            @Override
            protected void fill(T row) {
                name.setText(Untrusted.text(first.apply(row)));
                state.dim(second.apply(row));
                getAccessibleContext().setAccessibleName(words.apply(row));
            }
        });
    }

    /** Selects the first row like this, or none. */
    public void select(Predicate<T> isWanted) {
        clearSelection();
        rows().stream().filter(isWanted).findFirst().ifPresent(row -> setSelectedIndex(rows().indexOf(row)));
    }

    /** Runs this for the selected row on Enter, and on this many clicks. */
    public void onOpen(int clicks, Consumer<T> action) {
        UserInput.onKey(this, WHEN_FOCUSED, "ENTER", () -> withSelected(action));
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (SwingUtilities.isLeftMouseButton(e) && e.getClickCount() == clicks && rowAt(e.getPoint()) >= 0) {
                    withSelected(action);
                }
            }
        });
    }

    /** Shows this menu for the row on the context key, on Shift+F10, and by the mouse. */
    public void onMenu(Function<T, JPopupMenu> menu) {
        Runnable byKey = () -> withSelected(row -> {
            Rectangle cell = getCellBounds(getSelectedIndex(), getSelectedIndex());
            menu.apply(row).show(this, cell.x + cell.height, cell.y + cell.height);
        });
        UserInput.onKey(this, WHEN_FOCUSED, "CONTEXT_MENU", byKey);
        UserInput.onKey(this, WHEN_FOCUSED, "shift F10", byKey);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                showAt(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) { // the desktop decides which of the two opens a menu
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

    /** The row at a point; -1 below the last row. */
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
        return index < 0 ? null : Untrusted.text(words.apply(rows.get(index)));
    }

    @Override
    public int getNextMatch(String prefix, int startIndex, Position.Bias bias) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        int step = bias == Position.Bias.Forward ? 1 : -1;
        int size = rows.size();
        for (int i = 0; i < size; i++) {
            int index = Math.floorMod(startIndex + i * step, size);
            if (words.apply(rows.get(index)).toLowerCase(Locale.ROOT).startsWith(wanted)) {
                return index;
            }
        }
        return -1;
    }

    /** As high as all rows, where there is room. */
    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    /** Cuts long names, instead of scrolling sideways. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    /**
     * Draws a row: a disc, a name, and a short state, which stays whole when a long name is cut. A heading stands above the
     * first row of each section.
     */
    public abstract static class Renderer<T> extends JPanel implements ListCellRenderer<T> {
        private static final long serialVersionUID = 1;

        /** In steps of the grid. */
        private static final int HEIGHT = 8;

        /** The diameter of a disc, in steps of the grid. */
        public static final int DISC = 5;

        protected final JLabel name = new JLabel();
        protected final Badge state = new Badge();

        /** Hidden unless a list shows something there. */
        protected final Badge sign = new Badge();

        private final JLabel heading = new JLabel();
        private final RoundPanel row =
                new RoundPanel(new MigLayout("insets 0 2s 0 2s, gap 2s, fill, hidemode 3", "[grow,fill][]"));

        protected Renderer() {
            super(new BorderLayout());
            setOpaque(false);
            heading.putClientProperty(FlatClientProperties.STYLE, "font: bold $small.font; foreground: $Chat.dim");
            heading.setVerticalAlignment(SwingConstants.CENTER);
            name.setIconTextGap(Disc.GAP);
            row.add(name, "wmin 0");
            row.add(state, "cell 1 0, wmin pref");
            row.add(sign, "cell 1 0, wmin pref, gapleft 0");
            sign.setVisible(false);
            add(heading, BorderLayout.NORTH);
            add(row);
        }

        /** Fills in the disc, the name and the state. */
        protected abstract void fill(T row);

        /** The heading of the section that this row belongs to; empty for a list without sections. */
        protected String section(T row) {
            return "";
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends T> list, T value, int index, boolean selected, boolean focused) {
            name.setFont(list.getFont());
            name.setForeground(ThemeColor.TEXT.color());
            row.draw(selected ? ThemeColor.SELECTION : null, focused && list.isFocusOwner() ? ThemeColor.ACCENT : null);
            String section = section(value);
            boolean isFirst =
                    index == 0 || !section.equals(section(list.getModel().getElementAt(index - 1)));
            heading.setVisible(isFirst && !section.isEmpty());
            heading.setText(section);
            heading.setBorder(BorderFactory.createEmptyBorder(0, Grid.px(2), 0, 0));
            heading.setPreferredSize(new Dimension(0, Grid.px(HEIGHT)));
            fill(value);
            return this;
        }

        /** Not asked of the layout manager, which would take long for hundreds of people. */
        @Override
        public Dimension getPreferredSize() {
            return new Dimension(Grid.px(2 * HEIGHT), Grid.px(heading.isVisible() ? 2 * HEIGHT : HEIGHT));
        }
    }
}
