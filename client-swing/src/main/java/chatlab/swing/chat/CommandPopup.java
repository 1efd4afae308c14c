package chatlab.swing.chat;

import chatlab.protocol.Verb;
import chatlab.protocol.Words;
import chatlab.swing.ui.Grid;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JLayeredPane;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.text.JTextComponent;
import net.miginfocom.swing.MigLayout;

/** A list of the commands that match what the user types. The list is above the text, which keeps the focus. */
final class CommandPopup {
    private static final Words WORDS = new Words(CommandPopup.class);
    private static final int MAX_ROWS = 8;

    private final JTextComponent text;
    private final Runnable accepted;

    /** Both are null while nothing is offered. */
    private JList<Verb> list;

    private JScrollPane frame;

    /** The accessible description of the text while nothing is offered. */
    private String description;

    /** {@code accepted} runs when the user clicks a command. */
    CommandPopup(JTextComponent text, Runnable accepted) {
        this.text = text;
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
        list = new JList<>(verbs.toArray(Verb[]::new));
        list.setName("commands");
        list.getAccessibleContext().setAccessibleName(WORDS.get("commands"));
        list.setFocusable(false);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new CommandRenderer(verbs));
        list.setVisibleRowCount(Math.min(MAX_ROWS, verbs.size()));
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                accepted.run();
            }
        });
        frame = new JScrollPane(list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        frame.setBorder(BorderFactory.createLineBorder(UIManager.getColor("Component.borderColor")));
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
        int size = list.getModel().getSize();
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
        Point corner = SwingUtilities.convertPoint(text, 0, 0, pane);
        int gap = Grid.px(2);
        Dimension wanted = frame.getPreferredSize();
        int width = Math.min(wanted.width + Grid.px(6), Math.max(text.getWidth(), pane.getWidth() - corner.x - gap));
        int height = Math.min(wanted.height, corner.y - gap);
        frame.setBounds(corner.x, corner.y - gap - height, width, height);
        pane.add(frame, JLayeredPane.POPUP_LAYER);
        frame.validate();
    }

    /** A row of the list: the usage of a command, and what it does. */
    private static final class CommandRenderer extends JPanel implements ListCellRenderer<Verb> {
        private static final long serialVersionUID = 1;

        private final JLabel usage = new JLabel();
        private final JLabel help = new JLabel();

        /** {@code verbs}: all commands of the list, which give the column of the usage its width. */
        CommandRenderer(List<Verb> verbs) {
            super(new MigLayout("insets 1s 2s 1s 2s, gap 2s", "[left][left,grow]"));
            FontMetrics metrics = getFontMetrics(UIManager.getFont("semibold.font"));
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
            usage.setFont(UIManager.getFont("semibold.font"));
            help.setForeground(usage.getForeground());
            help.setFont(list.getFont());
            usage.setText(verb.usage());
            help.setText(verb.help());
            return this;
        }
    }
}
