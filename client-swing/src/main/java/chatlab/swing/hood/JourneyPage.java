package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import java.util.List;
import java.util.stream.IntStream;
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
}
