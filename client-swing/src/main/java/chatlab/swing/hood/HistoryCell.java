package chatlab.swing.hood;

import chatlab.protocol.Words;
import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.Graphics;
import java.util.List;
import javax.swing.JTable;

/** Draws a history as a strip: a tall bar for each look that found the thread busy, a short one where it waited. */
final class HistoryCell extends PlainCell {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HistoryCell.class);

    private transient List<Boolean> samples = List.of();

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, "", selected, focused, row, column);
        samples = value instanceof History history ? history.samples() : List.of();
        long busy = samples.stream().filter(sample -> sample).count();
        String words = WORDS.get("threads.busy", busy, samples.size());
        setToolTipText(words);
        getAccessibleContext().setAccessibleName(words);
        return this;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        int margin = UIScale.scale(3);
        int height = getHeight() - 2 * margin;
        int width = getWidth() - 2 * margin;
        graphics.setColor(getForeground());
        for (int i = 0; i < samples.size(); i++) {
            int from = margin + i * width / History.LENGTH;
            int to = margin + (i + 1) * width / History.LENGTH;
            int bar = samples.get(i) ? height : Math.max(1, height / 6);
            graphics.fillRect(from, margin + height - bar, Math.max(1, to - from - 1), bar);
        }
    }
}
