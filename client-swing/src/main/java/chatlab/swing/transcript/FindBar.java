package chatlab.swing.transcript;

import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Palette;
import chatlab.swing.ui.Words;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.event.ActionEvent;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import javax.swing.text.Highlighter;
import javax.swing.text.JTextComponent;
import javax.swing.text.View;
import net.miginfocom.swing.MigLayout;

/** Finds words in the transcript. It begins with the newest ones, as what is looked for was mostly said just now. */
final class FindBar extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(FindBar.class);

    /** More marks would make drawing slow, and nobody looks at them. */
    private static final int MAX_MARKS = 500;

    private final TranscriptPane pane;
    private final transient IntConsumer show;
    private final JTextField field = new JTextField(16);
    private final JLabel count = new JLabel();
    private final transient Highlighter.HighlightPainter mark = new Mark(false);
    private final transient Highlighter.HighlightPainter currentMark = new Mark(true);

    private transient List<Integer> places = List.of();
    private int current;

    /** {@code show} scrolls to an offset. */
    FindBar(TranscriptPane pane, IntConsumer show) {
        super(new MigLayout("insets rel", "[][grow, fill][]unrel[][]unrel[]"));
        this.pane = pane;
        this.show = show;
        setVisible(false);
        field.setName("find");
        count.setName("findCount");
        add(Labels.label(WORDS.get("find.label"), field));
        add(field);
        add(count);
        add(button("find.older", "findOlder", () -> go(-1)));
        add(button("find.newer", "findNewer", () -> go(1)));
        add(button("find.close", "findClose", this::close));
        field.getDocument().addDocumentListener(new Typed());
        bind("ENTER", "older", () -> go(-1));
        bind("shift ENTER", "newer", () -> go(1));
        bind("UP", "older", () -> go(-1));
        bind("DOWN", "newer", () -> go(1));
        bind("ESCAPE", "close", this::close);
    }

    void open() {
        String selected = pane.getSelectedText();
        setVisible(true);
        if (selected != null && selected.indexOf('\n') < 0) {
            field.setText(selected);
        }
        field.selectAll();
        field.requestFocusInWindow();
        search();
    }

    private void close() {
        setVisible(false);
        unmark();
        if (!places.isEmpty()) {
            pane.select(
                    places.get(current), places.get(current) + field.getText().length());
        }
        places = List.of();
        pane.requestFocusInWindow();
    }

    private void search() {
        places = Search.find(pane.document().all(), field.getText());
        current = places.size() - 1;
        showCurrent();
    }

    /** What was found before may have moved since, so it looks again. */
    private void go(int by) {
        int newer = places.isEmpty() ? 0 : places.size() - 1 - current;
        places = Search.find(pane.document().all(), field.getText());
        if (!places.isEmpty()) {
            current = Math.floorMod(places.size() - 1 - newer + by, places.size());
        }
        showCurrent();
    }

    private void showCurrent() {
        unmark();
        boolean isFound = !places.isEmpty();
        boolean isSought = !field.getText().isEmpty();
        count.setText(
                isFound ? WORDS.get("find.count", current + 1, places.size()) : isSought ? WORDS.get("find.none") : "");
        field.putClientProperty("JComponent.outline", isSought && !isFound ? "error" : null);
        if (!isFound) {
            return;
        }
        int length = field.getText().length();
        int from = Math.max(0, Math.min(current - MAX_MARKS / 2, places.size() - MAX_MARKS));
        for (int i = from; i < Math.min(places.size(), from + MAX_MARKS); i++) {
            mark(places.get(i), length, i == current ? currentMark : mark);
        }
        show.accept(places.get(current));
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

    private JButton button(String key, String name, Runnable run) {
        JButton button = Labels.button(WORDS.get(key), run);
        button.setName(name);
        return button;
    }

    private void bind(String key, String name, Runnable run) {
        Action action = new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                run.run();
            }
        };
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), name);
        getActionMap().put(name, action);
        field.getInputMap().put(KeyStroke.getKeyStroke(key), name);
        field.getActionMap().put(name, action);
    }

    /** Takes its colours when it draws, so that it follows the theme. The current one has a frame as well. */
    private final class Mark extends DefaultHighlightPainter {
        private final boolean isCurrent;

        Mark(boolean isCurrent) {
            super(null);
            this.isCurrent = isCurrent;
        }

        @Override
        public Color getColor() {
            return Palette.mix(pane.getBackground(), UIManager.getColor("TextArea.selectionBackground"), 0.5);
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

    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            search();
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            search();
        }

        @Override
        public void changedUpdate(DocumentEvent e) {
            // plain text has no attributes
        }
    }
}
