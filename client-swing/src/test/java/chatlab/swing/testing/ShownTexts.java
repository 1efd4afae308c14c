package chatlab.swing.testing;

import com.formdev.flatlaf.ui.FlatTitlePane;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.accessibility.AccessibleContext;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.table.TableCellRenderer;
import javax.swing.text.JTextComponent;

/**
 * Looks for texts that are not from the bundles, and for texts that are cut, in windows with the texts of {@link
 * PseudoLocale}. Words of data begin with a z: names, rooms, messages. For the event dispatch thread only.
 */
public final class ShownTexts {
    /** A word with a slash before it is a command of the protocol. */
    private static final Pattern WORD = Pattern.compile("(?<![/\\p{L}\\p{N}])\\p{L}[\\p{L}\\p{N}]*");

    /** Names of keys and of times of day are from Java, in the language of the machine. A prediction is a letter. */
    private static final Pattern OF_JAVA =
            Pattern.compile("Ctrl|Shift|Alt|Page|Up|Down|End|Plus|Minus|Equals|F\\d+|[A-Za-z]|AM|PM");

    /** Columns, by the name of the table, with lines of the protocol, names that Java gives, or pictures. */
    private static final Map<String, Set<Integer>> COLUMNS_OF_DATA = Map.of(
            "wire", Set.of(3),
            "threads", Set.of(0, 2, 4),
            "serverThreads", Set.of(0, 1, 2, 3, 4),
            "journey", Set.of(2));

    /** So many pixels of a button, at a zoom of 100 %, are no more than its border. */
    private static final int EDGE = 2;

    private final List<String> faults = new ArrayList<>();

    /** While the rows of a list are looked at: the list, and a point in the row. */
    private JList<?> list;

    private Point place;

    private ShownTexts() {}

    /** What is wrong in this window, one sentence for each fault. */
    public static List<String> faultsOf(Window window) {
        ShownTexts texts = new ShownTexts();
        String title =
                window instanceof Frame frame ? frame.getTitle() : window instanceof Dialog d ? d.getTitle() : "";
        texts.check(window, "title", title);
        texts.visit(window);
        return texts.faults;
    }

    private void visit(Container parent) {
        if (parent instanceof FlatTitlePane) {
            return; // the look and feel names its buttons
        }
        for (Component child : parent.getComponents()) {
            if (child instanceof JComponent component && (child.isVisible() || child instanceof JMenuItem)) {
                texts(component);
                fits(component);
                visit(component);
                if (component instanceof JMenu menu) {
                    visit(menu.getPopupMenu());
                }
            } else if (child instanceof Container container && child.isVisible()) {
                visit(container);
            }
        }
    }

    private void texts(JComponent component) {
        if (component instanceof JLabel label) {
            check(component, "text", label.getText());
        } else if (component instanceof AbstractButton button) {
            check(component, "text", button.getText());
        } else if (component instanceof JTextComponent text) {
            check(component, "text", text.isEditable() || isDetail(text) ? "" : text.getText());
            check(component, "placeholder", (String) text.getClientProperty("JTextField.placeholderText"));
        } else if (component instanceof JTabbedPane tabs) {
            for (int i = 0; i < tabs.getTabCount(); i++) {
                check(component, "tab", tabs.getTitleAt(i));
                check(component, "tip of tab", tabs.getToolTipTextAt(i));
            }
        } else if (component instanceof JTable table) {
            table(table);
        } else if (component instanceof JList<?> list) {
            rows(list);
        }
        check(component, "tool tip", component.getToolTipText());
        AccessibleContext accessible = component.getAccessibleContext();
        if (accessible != null) {
            check(component, "accessible name", accessible.getAccessibleName());
            check(component, "accessible description", accessible.getAccessibleDescription());
        }
    }

    /** A line of the protocol, and its bytes. */
    private static boolean isDetail(JTextComponent text) {
        return "wireDetail".equals(text.getName());
    }

    private void table(JTable table) {
        Set<Integer> data = COLUMNS_OF_DATA.getOrDefault(table.getName(), Set.of());
        for (int column = 0; column < table.getColumnCount(); column++) {
            check(table, "header", table.getColumnName(column));
            if (table.getTableHeader() != null && table.getTableHeader().isShowing()) {
                TableCellRenderer own = table.getColumnModel().getColumn(column).getHeaderRenderer();
                TableCellRenderer renderer =
                        own == null ? table.getTableHeader().getDefaultRenderer() : own;
                Component header = renderer.getTableCellRendererComponent(
                        table, table.getColumnName(column), false, false, -1, column);
                int width = table.getColumnModel().getColumn(column).getWidth();
                if (header.getPreferredSize().width > width) {
                    fault(table, "header is cut", table.getColumnName(column));
                }
            }
            for (int row = 0; row < table.getRowCount() && !data.contains(column); row++) {
                check(table, "cell", String.valueOf(table.getValueAt(row, column)));
            }
        }
    }

    private <T> void rows(JList<T> list) {
        for (int i = 0; i < list.getModel().getSize(); i++) {
            Rectangle cell = list.getCellBounds(i, i);
            Component row = list.getCellRenderer()
                    .getListCellRendererComponent(list, list.getModel().getElementAt(i), i, false, false);
            row.setBounds(cell);
            if (row instanceof JComponent component) {
                this.list = list;
                this.place = new Point((int) cell.getCenterX(), (int) cell.getCenterY());
                layOut(component);
                texts(component);
                visit(component);
            }
        }
        this.list = null;
    }

    /** Validation would do nothing, since a renderer is in no window. */
    private static void layOut(Container parent) {
        parent.doLayout();
        for (Component child : parent.getComponents()) {
            if (child instanceof Container container) {
                layOut(container);
            }
        }
    }

    private void check(Component owner, String kind, String shown) {
        if (shown == null || isOfSwing(shown)) {
            return;
        }
        for (String line : shown.split("\n")) {
            boolean isOurs = WORD.matcher(PseudoLocale.unmarked(line))
                    .results()
                    .map(MatchResult::group)
                    .allMatch(word ->
                            word.matches("[zZ].*") || OF_JAVA.matcher(word).matches());
            if (!isOurs) {
                fault(owner, kind + " is not from the bundles", line);
            }
        }
    }

    /** Swing translates its own texts, such as that of the button OK. */
    private static boolean isOfSwing(String shown) {
        return shown.equals(UIManager.getString("OptionPane.okButtonText"));
    }

    private void fits(JComponent component) {
        boolean isLine = component instanceof JLabel || component instanceof AbstractButton;
        boolean wraps = component instanceof JTextArea area && !area.isEditable()
                || component.getClass().getSimpleName().equals("WrappingLabel");
        if (component instanceof JMenuItem || !isLine && !wraps || !PseudoLocale.isMarked(textOf(component))) {
            return;
        }
        Dimension needed = component.getPreferredSize();
        boolean isCut = !wraps && needed.width > component.getWidth() || needed.height > component.getHeight();
        if (isCut && !hasTip(component)) {
            fault(
                    component,
                    component.getWidth() + " x " + component.getHeight() + " is less than " + needed,
                    textOf(component));
        }
        boolean scrolls = SwingUtilities.getAncestorOfClass(JViewport.class, component) != null;
        int edge = UIScale.scale(EDGE);
        Rectangle visible = component.getVisibleRect();
        if (component.isShowing()
                && !scrolls
                && (visible.width < component.getWidth() - edge || visible.height < component.getHeight() - edge)) {
            fault(component, "only " + visible + " is inside of the window", textOf(component));
        }
    }

    /** Whether a tool tip shows the whole text, be it that of the button or of the list around it. */
    private boolean hasTip(JComponent component) {
        for (Container parent = component; parent instanceof JComponent part; parent = parent.getParent()) {
            if (part.getToolTipText() != null) {
                return true;
            }
        }
        return list != null && list.getToolTipText(new MouseEvent(list, 0, 0, 0, place.x, place.y, 0, false)) != null;
    }

    private static String textOf(JComponent component) {
        return component instanceof JLabel label
                ? label.getText()
                : component instanceof AbstractButton button
                        ? button.getText()
                        : ((JTextComponent) component).getText();
    }

    private void fault(Component owner, String what, String shown) {
        faults.add(owner.getClass().getSimpleName() + " " + owner.getName() + ": " + what + ": " + shown);
    }
}
