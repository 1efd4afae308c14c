package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.hood.Journey.Stage;
import chatlab.swing.hood.Journey.Step;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ReadOnlyTable;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The way of the user's last message through the threads, as a picture, and below it as a table. */
final class JourneyPage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(JourneyPage.class);
    private static final double MICRO = 1_000;
    private static final double MILLI = 1_000_000;

    private final transient Journey journey;
    private final RowTableModel<Row> model = new RowTableModel<>(List.of(
            new Column<>(WORDS.get("journey.number"), row -> String.valueOf(row.number())),
            new Column<>(
                    WORDS.get("journey.step"),
                    row -> WORDS.get("journey.stage." + row.step().stage())),
            new Column<>(WORDS.get("journey.thread"), row -> row.step().thread()),
            new Column<>(WORDS.get("journey.time"), row -> duration(row.step().nanos()))));
    private final Picture picture = new Picture();
    private long shown;

    /** {@code number}: the number of the step in the picture, from 1. */
    private record Row(int number, Step step) {}

    JourneyPage(Journey journey) {
        super(new MigLayout("insets 3s 4s 3s 4s, fill, gap 3s, wrap 1", "[grow,fill]"));
        this.journey = journey;
        ReadOnlyTable table = new ReadOnlyTable(model, "journey", Stage.values().length);
        table.columns("00", "", "AWT-EventQueue-0 ", "10,000 ms");
        table.getAccessibleContext().setAccessibleName(Labels.unmarked(WORDS.get("tab.journey")));
        JTextArea note = text(WORDS.get("journey.note"));
        note.setFocusable(false);
        table.getAccessibleContext().setAccessibleDescription(note.getText());
        add(note, "wmin 0");
        add(picture, "wmin 0, pushy, growy");
        add(table.frame(), "wmin 0, hmin pref");
    }

    /** A duration in words, with three digits or so: 640 µs, 1.23 ms, 123 ms. */
    static String duration(long nanos) {
        if (nanos < MILLI) {
            return WORDS.get("time.micros", nanos / MICRO);
        }
        return WORDS.get(nanos < 10 * MILLI ? "time.millis.short" : "time.millis", nanos / MILLI);
    }

    @Override
    void tick() {
        long revision = journey.revision();
        if (revision != shown) {
            shown = revision;
            List<Step> steps = journey.steps();
            model.setRows(IntStream.range(0, steps.size())
                    .mapToObj(i -> new Row(i + 1, steps.get(i)))
                    .toList());
            picture.show(steps);
        }
    }

    /** Draws a journey: a lane for each thread, and in the lanes the steps, from left to right. */
    private static final class Picture extends JPanel {
        private static final long serialVersionUID = 1;
        private static final List<String> LANES = List.of("event", "writer", "network", "reader");
        private static final int NETWORK = 2;

        /** In steps of the grid. */
        private static final int LANE = 9;

        private static final int DISC = 6;
        private static final int NAME = 18;
        private static final int NARROW = 160;
        private static final int GAP = 2;

        private transient List<Step> steps = List.of();

        Picture() {
            getAccessibleContext().setAccessibleName(WORDS.get("journey.picture"));
        }

        void show(List<Step> now) {
            steps = now;
            repaint();
        }

        @Override
        public Dimension getMinimumSize() {
            return new Dimension(0, LANES.size() * Grid.px(LANE + GAP) + times().getHeight());
        }

        private FontMetrics times() {
            return getFontMetrics(UIManager.getFont("small.font"));
        }

        /** The font of the words in the lanes: where there is little room, the small one. */
        private Font font() {
            return getWidth() < Grid.px(NARROW) ? times().getFont() : getFont();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            Graphics2D g = (Graphics2D) graphics.create();
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setStroke(new BasicStroke(UIScale.scale(2f)));
            g.setFont(font());
            for (int lane = 0; lane < LANES.size(); lane++) {
                g.setColor(ThemeColor.SIDE.color());
                g.fillRoundRect(0, laneY(lane) - laneHeight() / 2, getWidth(), laneHeight(), Grid.px(3), Grid.px(3));
                text(g, ThemeColor.DIM.color(), laneName(lane), Grid.px(3), laneY(lane));
            }
            int end = 0; // where the line to the next step begins
            for (int i = 0; i < steps.size(); i++) {
                if (i > 0) {
                    paintWay(g, i, new Point(end, place(i - 1).y), place(i));
                }
                end = paintStep(g, i, place(i));
            }
            g.dispose();
        }

        /** Between write() and read() the message is outside this program: it goes to the server's lane and back. */
        private void paintWay(Graphics2D g, int step, Point from, Point to) {
            g.setColor(ThemeColor.ACCENT.color());
            int middle = (from.x + to.x) / 2;
            if (steps.get(step).stage() == Stage.ARRIVED) {
                g.drawLine(from.x, from.y, middle, laneY(NETWORK));
                g.drawLine(middle, laneY(NETWORK), to.x, to.y);
                int size = Grid.px(GAP);
                g.fillRect(middle - size / 2, laneY(NETWORK) - size / 2, size, size);
            } else {
                g.drawLine(from.x, from.y, to.x, to.y);
            }
            long nanos = steps.get(step).nanos() - steps.get(step - 1).nanos();
            String took = WORDS.get("journey.took", duration(nanos));
            g.setFont(times().getFont());
            int y = getHeight() - times().getHeight() / 2;
            text(g, ThemeColor.DIM.color(), took, middle - times().stringWidth(took) / 2, y);
            g.setFont(font());
        }

        /** Draws a step as a disc with its number, and its name behind it. Returns where the name ends. */
        private int paintStep(Graphics2D g, int step, Point at) {
            int size = Grid.px(DISC);
            g.setColor(ThemeColor.ACCENT.color());
            g.fillOval(at.x - size / 2, at.y - size / 2, size, size);
            String number = String.valueOf(step + 1);
            int width = g.getFontMetrics().stringWidth(number);
            text(g, ThemeColor.ON_ACCENT.color(), number, at.x - width / 2, at.y);
            String name = WORDS.get("journey.short." + steps.get(step).stage());
            int x = at.x + size / 2 + Grid.px(1);
            text(g, ThemeColor.TEXT.color(), name, x, at.y);
            return x + g.getFontMetrics().stringWidth(name) + Grid.px(1);
        }

        private static void text(Graphics2D g, Color color, String words, int x, int middle) {
            FontMetrics metrics = g.getFontMetrics();
            g.setColor(color);
            g.drawString(words, x, middle + (metrics.getAscent() - metrics.getDescent()) / 2);
        }

        /** The distances are equal: drawn to scale, the first three steps would be one point. */
        private Point place(int step) {
            Stage stage = steps.get(step).stage();
            int lane = switch (stage) {
                case QUEUED, HANDLED -> 0;
                case TAKEN, WRITTEN -> 1;
                case ARRIVED -> LANES.size() - 1;
            };
            boolean afterTheNetwork = steps.subList(0, step + 1).stream()
                    .anyMatch(before -> before.stage().ordinal() >= Stage.ARRIVED.ordinal());
            int column = step + (afterTheNetwork ? 1 : 0);
            int left = Grid.px(2 * DISC) + longestLaneName();
            int width = getWidth() - left - Grid.px(NAME);
            return new Point(left + column * width / Stage.values().length, laneY(lane));
        }

        private int longestLaneName() {
            FontMetrics metrics = getFontMetrics(font());
            return IntStream.range(0, LANES.size())
                    .map(lane -> metrics.stringWidth(laneName(lane)))
                    .max()
                    .orElse(0);
        }

        private static String laneName(int lane) {
            return WORDS.get("journey.lane." + LANES.get(lane));
        }

        /** The middle of a lane. Leaves room for the times below the lanes. */
        private int laneY(int lane) {
            return lane * (laneHeight() + Grid.px(GAP)) + laneHeight() / 2;
        }

        private int laneHeight() {
            return (getHeight() - times().getHeight()) / LANES.size() - Grid.px(GAP);
        }
    }
}
