package chatlab.swing.chat;

import chatlab.protocol.Verb;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;

/** A command in a list: how to write it, and what it does. */
final class CommandRenderer extends JPanel implements ListCellRenderer<Verb> {
    private static final long serialVersionUID = 1;

    private final JLabel usage = new JLabel();
    private final JLabel help = new JLabel();

    /** The helps of these commands stand below each other. */
    CommandRenderer(List<Verb> verbs, Font font) {
        super(new MigLayout("insets 2 6 2 6, gap 10", "[left][left,grow]"));
        FontMetrics metrics = getFontMetrics(font.deriveFont(Font.BOLD));
        int width = verbs.stream()
                .mapToInt(verb -> metrics.stringWidth(verb.usage()))
                .max()
                .orElse(0);
        add(usage, "width " + width + "px!");
        add(help, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Verb> list, Verb verb, int index, boolean selected, boolean focused) {
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        usage.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        usage.setFont(list.getFont().deriveFont(Font.BOLD));
        help.setForeground(usage.getForeground());
        help.setFont(list.getFont());
        usage.setText(verb.usage());
        help.setText(verb.help());
        return this;
    }
}
