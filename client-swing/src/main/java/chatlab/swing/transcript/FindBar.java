package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.TextEditing;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.UserInput;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;
import javax.swing.text.View;
import net.miginfocom.swing.MigLayout;

/**
 * Finds a text in the transcript. It begins with the newest place, since people mostly look for what was said just now.
 */
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(FindBar.class);

    /** The most places that are marked; more would make drawing slow. */
    private static final int MAX_MARKS = 500;

    private final TranscriptPane pane;
    private final transient IntConsumer show;
    private final JTextField field = TextEditing.install(new JTextField(16));
    private final JLabel count = new JLabel();
    private final transient Highlighter.HighlightPainter mark = new Mark(false);
    private final transient Highlighter.HighlightPainter currentMark = new Mark(true);

    private final transient TextSearch search;
    private transient Runnable visible = () -> {};

    /** {@code show} scrolls to an offset. */
    FindBar(TranscriptPane pane, IntConsumer show) {
        super(new MigLayout(
                "insets 2s 4s 2s 4s, gap 2s", "[grow,fill,shrinkprio 200][right][8s!][8s!][8s!]", "[8s!,fill]"));
        this.pane = pane;
        this.show = show;
        search = new TextSearch(pane.document());
        setVisible(false);
        setBorder(new Edge(Edge.BOTTOM));
        field.setName("find");
        count.setName("findCount");
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, WORDS.get("find.field"));
        field.getAccessibleContext().setAccessibleName(WORDS.get("find.field"));
        add(field, "wmin 15s");
        add(count, "wmin 0");
        add(button("find.older", "findOlder", "up", () -> go(-1)));
        add(button("find.newer", "findNewer", "down", () -> go(1)));
        add(button("find.close", "findClose", "close", this::close));
        TextEditing.whenEdited(field, this::begin);
        UserInput.onKey(
                field, WHEN_FOCUSED, "ENTER", () -> go(-1)); // only in the field: on a button, Enter presses the button
        UserInput.onKey(field, WHEN_FOCUSED, "shift ENTER", () -> go(1));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "UP", () -> go(-1));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "DOWN", () -> go(1));
        UserInput.onKey(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, "ESCAPE", this::close);
    }

    void open() {
        String selected = pane.getSelectedText();
        setVisible(true);
        visible.run();
        if (selected != null && selected.indexOf('\n') < 0) {
            field.setText(selected);
        }
        field.selectAll();
        field.requestFocusInWindow();
        begin();
    }

    /** Runs the action when the bar opens or closes. */
    void onVisible(Runnable action) {
        visible = action;
    }

    private void close() {
        setVisible(false);
        visible.run();
        unmark();
        search.place()
                .ifPresent(place -> pane.select(place, place + field.getText().length()));
        pane.requestFocusInWindow();
    }

    /** Counts the places in new messages, too. The view does not move. */
    void refresh() {
        if (isVisible()) {
            search.again();
            showPlaces();
        }
    }

    private void begin() {
        search.begin(field.getText());
        showCurrent();
    }

    private void go(int by) {
        search.go(by);
        showCurrent();
    }

    private void showCurrent() {
        showPlaces();
        if (!search.places().isEmpty()) {
            show.accept(search.places().get(search.index()));
        }
    }

    private void showPlaces() {
        unmark();
        List<Integer> places = search.places();
        int current = search.index();
        boolean isFound = !places.isEmpty();
        boolean isSought = !field.getText().isEmpty();
        count.setText(
                isFound ? WORDS.get("find.count", current + 1, places.size()) : isSought ? WORDS.get("find.none") : "");
        count.setToolTipText(isSought ? count.getText() : null);
        field.putClientProperty("JComponent.outline", isSought && !isFound ? "error" : null);
        int length = field.getText().length();
        int from = Math.max(0, Math.min(current - MAX_MARKS / 2, places.size() - MAX_MARKS));
        for (int i = from; i < Math.min(places.size(), from + MAX_MARKS); i++) {
            mark(places.get(i), length, i == current ? currentMark : mark);
        }
    }

    private void mark(int place, int length, Highlighter.HighlightPainter painter) {
        try {
            pane.getHighlighter().addHighlight(place, place + length, painter);
        } catch (BadLocationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void unmark() {
        for (Highlighter.Highlight highlight : pane.getHighlighter().getHighlights()) {
            if (highlight.getPainter() instanceof Mark) {
                pane.getHighlighter().removeHighlight(highlight);
            }
        }
    }

    private static JButton button(String key, String name, String icon, Runnable run) {
        JButton button = Labels.button(name, "quiet", "", run);
        button.setIcon(Icons.get(icon));
        button.setToolTipText(WORDS.get(key));
        button.getAccessibleContext().setAccessibleName(WORDS.get(key));
        return button;
    }

    /** Looks up its colours when it draws, so that it follows the theme. The current place has a frame as well. */
    private final class Mark extends DefaultHighlightPainter {
        private final boolean isCurrent;

        Mark(boolean isCurrent) {
            super(null);
            this.isCurrent = isCurrent;
        }

        @Override
        public Color getColor() {
            return ThemeColor.FOUND.color();
        }

        @Override
        public Shape paintLayer(Graphics g, int start, int end, Shape bounds, JTextComponent text, View view) {
            Shape painted = super.paintLayer(g, start, end, bounds, text, view);
            if (isCurrent && painted != null) {
                Rectangle box = painted.getBounds();
                g.setColor(text.getForeground());
                g.drawRect(box.x, box.y, box.width - 1, box.height - 1);
            }
            return painted;
        }
    }
}
