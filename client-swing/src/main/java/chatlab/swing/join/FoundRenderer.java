package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.protocol.Words;
import chatlab.swing.ui.Untrusted;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import net.miginfocom.swing.MigLayout;

/** A server in the list: what it calls itself, and under it, since anybody can call a server so, where it is. */
final class FoundRenderer extends JPanel implements ListCellRenderer<Finder.Found> {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(FoundRenderer.class);

    private final JLabel title = new JLabel();
    private final JLabel place = new JLabel();

    FoundRenderer() {
        super(new MigLayout("insets 4lp 8lp 4lp 8lp, gap 0, wrap 1, fillx", "[grow, 0:pref]"));
        add(title, "wmin 0");
        add(place, "wmin 0");
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Finder.Found> list, Finder.Found server, int index, boolean selected, boolean focused) {
        String name = server.title().isEmpty() ? WORDS.get("found.untitled") : server.title();
        String where = WORDS.get("found.place", server.address(), server.users());
        title.setText(Untrusted.text(name));
        place.setText(Untrusted.text(where));
        title.setFont(list.getFont().deriveFont(Font.BOLD));
        place.setFont(list.getFont());
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        for (JLabel label : new JLabel[] {title, place}) {
            label.setForeground(selected ? list.getSelectionForeground() : list.getForeground());
        }
        getAccessibleContext().setAccessibleName(WORDS.get("found", name, where));
        return this;
    }
}
