package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.hood.Journey.Step;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The way of the user's last message through the threads, as a table and as a picture. */
final class JourneyPage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JourneyPage.class);

    private final transient Journey journey;
    private final RowTableModel<Row> model = new RowTableModel<>(List.of(
            new Column<>(WORDS.get("journey.number"), row -> String.valueOf(row.number())),
            new Column<>(
                    WORDS.get("journey.step"),
                    row -> WORDS.get("journey.stage." + row.step().stage())),
            new Column<>(WORDS.get("journey.thread"), row -> row.step().thread()),
            new Column<>(
                    WORDS.get("journey.time"),
                    row -> DurationText.precise(row.step().nanos()))));
    private final JourneyView view = new JourneyView();
    private long shown;

    /** {@code number}: the number of the step in the picture, from 1. */
    private record Row(int number, Journey.Step step) {}

    JourneyPage(Journey journey) {
        this.journey = journey;
        ReadOnlyTable table = new ReadOnlyTable(model, "journey", Journey.Stage.values().length);
        table.columns("0", "", "AWT-EventQueue-0", "10,000 ms");
        table.getAccessibleContext().setAccessibleName(Labels.unmarked(WORDS.get("tab.journey")));
        JTextArea note = Widgets.text(WORDS.get("journey.note"));
        note.setOpaque(false);
        note.setFocusable(false);
        table.getAccessibleContext().setAccessibleDescription(note.getText());
        setLayout(new MigLayout("insets rel, fill", "[56%,fill]unrel[grow,fill]", "[][grow,fill]"));
        add(note, "span, growx, wmin 0, wrap");
        add(new JScrollPane(table), "wmin 0, hmin 0");
        add(view, "wmin 0, hmin 0");
    }

    @Override
    void tick() {
        long revision = journey.revision();
        if (revision != shown) {
            shown = revision;
            List<Journey.Step> steps = journey.steps();
            model.setRows(IntStream.range(0, steps.size())
                    .mapToObj(i -> new Row(i + 1, steps.get(i)))
                    .toList());
            view.show(steps);
        }
    }

    /** Draws a journey: a lane for each thread, and in the lanes the numbers of the steps, from left to right. */
    private static final class JourneyView extends JPanel {
        private static final long serialVersionUID = 1;
        private static final List<String> LANES = List.of("event", "writer", "network", "reader");
        private static final int NETWORK = 2;
        private static final int PLACES = Journey.Stage.values().length + 1;

        private transient List<Step> steps = List.of();

        JourneyView() {
            getAccessibleContext().setAccessibleName(WORDS.get("journey.picture"));
        }

        void show(List<Step> now) {
            steps = now;
            repaint();
        }

        @Override
        public Dimension getPreferredSize() {
            FontMetrics metrics = getFontMetrics(getFont());
            return new Dimension(30 * metrics.charWidth('m'), 3 * LANES.size() * metrics.getHeight());
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paintLanes(g);
            Point before = null;
            for (int i = 0; i < steps.size(); i++) {
                Point here = place(g, i);
                if (before != null) {
                    paintWay(g, i, before, here);
                }
                before = here;
            }
            for (int i = 0; i < steps.size(); i++) {
                paintStep(g, i);
            }
            g.dispose();
        }

        private void paintLanes(Graphics2D g) {
            g.setStroke(new BasicStroke(UIScale.scale(1f)));
            for (int lane = 0; lane < LANES.size(); lane++) {
                int y = laneY(lane);
                g.setColor(ThemeColor.HAIRLINE.color());
                g.drawLine(left(g), y, getWidth(), y);
                g.setColor(getForeground());
                g.drawString(
                        WORDS.get("journey.lane." + LANES.get(lane)),
                        0,
                        y + g.getFontMetrics().getAscent() / 2);
            }
        }

        /**
         * Between write() and read() the message is outside this program: its way goes to the server's lane and back.
         */
        private void paintWay(Graphics2D g, int step, Point from, Point to) {
            g.setColor(ThemeColor.ACCENT.color());
            g.setStroke(new BasicStroke(UIScale.scale(2f)));
            boolean comesBack = steps.get(step).stage() == Journey.Stage.ARRIVED;
            if (comesBack) {
                int middle = (from.x + to.x) / 2;
                int y = laneY(NETWORK);
                g.drawLine(from.x, from.y, middle, y);
                g.drawLine(middle, y, to.x, to.y);
                int size = Grid.px(2);
                g.fillRect(middle - size / 2, y - size / 2, size, size);
            } else {
                g.drawLine(from.x, from.y, to.x, to.y);
            }
            String took = "+"
                    + DurationText.precise(
                            steps.get(step).nanos() - steps.get(step - 1).nanos());
            g.setColor(getForeground());
            int x = (from.x + to.x - g.getFontMetrics().stringWidth(took)) / 2;
            int row = step % 2; // in one row, the times of two steps would overlap
            g.drawString(
                    took,
                    x,
                    getHeight()
                            - row * g.getFontMetrics().getHeight()
                            - g.getFontMetrics().getDescent());
        }

        private void paintStep(Graphics2D g, int step) {
            FontMetrics metrics = g.getFontMetrics();
            Point at = place(g, step);
            int size = stepSize(metrics);
            g.setColor(ThemeColor.ACCENT.color());
            g.fillOval(at.x - size / 2, at.y - size / 2, size, size);
            g.setColor(ThemeColor.ON_ACCENT.color());
            String number = String.valueOf(step + 1);
            g.drawString(
                    number,
                    at.x - metrics.stringWidth(number) / 2,
                    at.y + (metrics.getAscent() - metrics.getDescent()) / 2);
        }

        /** The distances are equal: drawn to scale, the first three steps would be one point. */
        private Point place(Graphics2D g, int step) {
            Journey.Stage stage = steps.get(step).stage();
            int lane = switch (stage) {
                case QUEUED, HANDLED -> 0;
                case TAKEN, WRITTEN -> 1;
                case ARRIVED -> LANES.size() - 1;
            };
            int wide = stage.ordinal() >= Journey.Stage.ARRIVED.ordinal() || overtaken(step) ? 1 : 0;
            int x = left(g) + (2 * (step + wide) + 1) * (getWidth() - left(g)) / (2 * PLACES);
            return new Point(x, laneY(lane));
        }

        private boolean overtaken(int step) {
            return steps.subList(0, step).stream().anyMatch(before -> before.stage() == Journey.Stage.ARRIVED);
        }

        private int left(Graphics2D g) {
            FontMetrics metrics = g.getFontMetrics();
            return Grid.px(2)
                    + LANES.stream()
                            .mapToInt(lane -> metrics.stringWidth(WORDS.get("journey.lane." + lane)))
                            .max()
                            .orElse(0);
        }

        /** Leaves room for the times below the lanes. */
        private int laneY(int lane) {
            FontMetrics metrics = getFontMetrics(getFont());
            int margin = stepSize(metrics) / 2;
            int height = getHeight() - 2 * metrics.getHeight() - 2 * margin;
            return margin + lane * height / (LANES.size() - 1);
        }

        private static int stepSize(FontMetrics metrics) {
            return metrics.getHeight() + Grid.px(1);
        }
    }
}
