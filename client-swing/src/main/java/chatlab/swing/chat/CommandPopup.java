package chatlab.swing.chat;

import chatlab.protocol.Verb;
import chatlab.protocol.Words;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.ThemeColor;
import java.awt.Point;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** A list of the commands that match what the user types. The list is above the text, which keeps the focus. */
final class CommandPopup {
    private static final Words WORDS = new Words(CommandPopup.class);
    private static final int MAX_ROWS = 8;

    /** The most, in steps of the grid. */
    private static final int WIDTH = 150;

    private final JTextComponent text;
    private final JComponent field;
    private final Runnable accepted;

    /** Both are null while nothing is offered. */
    private RowList<Verb> list;

    private RoundPanel frame;

    /** The accessible description of the text while nothing is offered. */
    private String description;

    /** Stands above {@code field}, which holds the text; {@code accepted} runs when the user clicks a command. */
    CommandPopup(JTextComponent text, JComponent field, Runnable accepted) {
        this.text = text;
        this.field = field;
        this.accepted = accepted;
    }

    boolean isOpen() {
        return list != null;
    }

    /** Offers these commands; an empty list closes the popup. */
    void offer(List<Verb> verbs) {
        close();
        if (verbs.isEmpty() || text.getRootPane() == null) {
            return;
        }
        description = text.getAccessibleContext().getAccessibleDescription();
        list = new RowList<>(Verb::help);
        list.setRows(verbs);
        list.setName("commands");
        list.getAccessibleContext().setAccessibleName(WORDS.get("commands"));
        list.setFocusable(false);
        list.showTexts(Verb::usage, Verb::help);
        list.onOpen(1, verb -> accepted.run());
        frame = new RoundPanel(new MigLayout("insets 1s, fill"));
        frame.draw(ThemeColor.SURFACE, ThemeColor.HAIRLINE);
        frame.add(list.frame(), "grow, wmin 0, hmin 0");
        place(text.getRootPane().getLayeredPane());
        select(0);
    }

    void close() {
        if (list != null) {
            JLayeredPane pane = (JLayeredPane) frame.getParent();
            pane.remove(frame);
            pane.repaint(frame.getBounds());
            list = null;
            frame = null;
            text.getAccessibleContext().setAccessibleDescription(description);
        }
    }

    /** Chooses the next command for 1, the previous for -1; the first follows the last. */
    void move(int step) {
        int size = list.rows().size();
        select(Math.floorMod(list.getSelectedIndex() + step, size));
    }

    Optional<Verb> chosen() {
        return isOpen() ? Optional.ofNullable(list.getSelectedValue()) : Optional.empty();
    }

    private void select(int index) {
        list.setSelectedIndex(index);
        list.ensureIndexIsVisible(index);
        Verb verb = list.getSelectedValue(); // a screen reader reads it with the text
        text.getAccessibleContext().setAccessibleDescription(verb.usage() + ": " + verb.help());
    }

    private void place(JLayeredPane pane) {
        Point corner = SwingUtilities.convertPoint(field, 0, -Grid.px(1), pane);
        int width = Math.min(Grid.px(WIDTH), field.getWidth());
        int height = Math.min(Grid.px(8 * Math.min(MAX_ROWS, list.rows().size()) + 2), corner.y);
        frame.setBounds(corner.x, corner.y - height, width, height);
        pane.add(frame, JLayeredPane.POPUP_LAYER);
        frame.validate();
    }
}
