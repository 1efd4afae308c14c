package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.protocol.Words;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.RoundPanel;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * The servers that have answered on this network. The selected server is always the one whose address is in the address
 * field.
 */
final class ServerList extends RoundPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ServerList.class);

    /** Servers answer at once, or to the second question after 300 ms. The search goes on for slower servers. */
    private static final int DECISION_MILLIS = 700;

    /** The height of a row, in steps of the grid. */
    private static final int ROW = 15;

    private static final int MOST_ROWS = 4;

    private static final String RUNNING = "search.running";

    /** Says how the search goes. */
    final JLabel state = new WrappingLabel();

    /** Stands in the place of the servers until there is one. */
    final JLabel searching = new JLabel(WORDS.get("search.looking"));

    private final transient Callable<Finder> finders;
    private final AddressField address;
    private final transient Listener listener;
    private final DefaultListModel<Finder.Found> servers = new DefaultListModel<>();
    private final JList<Finder.Found> list = new JList<>(servers);

    private final Timer decision = new Timer(DECISION_MILLIS, event -> decide());
    private transient ServerSearch search;
    private String progress = RUNNING;
    private boolean following;

    /** Is told what the user, or the search, has chosen. */
    interface Listener {
        /** Another server is selected, or none, or there are more servers or fewer. */
        void changed();

        /** The search has found no server, or not the one whose address is in the field. */
        void addressIsNeeded();

        /** The user has clicked on the selected server. */
        void clicked();

        /** The user has double-clicked the selected server. */
        void doubleClicked();
    }

    ServerList(Callable<Finder> finders, AddressField address, Listener listener) {
        super(new BorderLayout());
        this.finders = finders;
        this.address = address;
        this.listener = listener;
        decision.setRepeats(false);
        list.setName("servers");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new FoundRenderer());
        list.addListSelectionListener(event -> selected());
        list.addMouseListener(new Clicks());
        state.setName("search");
        List.of(state, searching)
                .forEach(words -> words.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim"));
        draw(null, ThemeColor.HAIRLINE);
        setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1)); // for the outline
        list.setLayout(new MigLayout("insets 0 4s 0 4s, fill, hidemode 3"));
        list.add(searching, "growx, wmin 0");
        add(Edge.bare(list));
    }

    @Override
    public Dimension getPreferredSize() {
        int rows = Math.max(1, Math.min(MOST_ROWS, servers.size()));
        return new Dimension(super.getPreferredSize().width, Grid.px(ROW * rows) + 2);
    }

    JList<Finder.Found> rows() {
        return list;
    }

    boolean hasServers() {
        return !servers.isEmpty();
    }

    /** Whether the user has to choose: there are several servers, and none of them is chosen. */
    boolean isOpen() {
        return servers.size() > 1 && address.text().isEmpty() && !address.isVisible();
    }

    Optional<Finder.Found> chosen() {
        return Optional.ofNullable(list.getSelectedValue());
    }

    /** Selects the server so many rows further down, if there is one. */
    void move(int rows) {
        int index = list.getSelectedIndex() + rows;
        if (index >= 0 && index < servers.size()) {
            list.setSelectedIndex(index);
            list.ensureIndexIsVisible(index);
        }
    }

    /** Empties the list and starts a new search. */
    void search() {
        stop();
        servers.clear();
        progress = RUNNING;
        decision.restart();
        search = new ServerSearch(finders, this::found, this::ended);
        search.execute();
        tell();
    }

    /** Ends the search; the servers found stay in the list. */
    void stop() {
        decision.stop();
        if (search != null) {
            search.stop();
        }
    }

    private void tell() {
        String last = address.last();
        boolean isLastMissing = hasServers() && !decision.isRunning() && !last.isEmpty() && indexOf(last) < 0;
        state.setText(WORDS.get(isLastMissing ? "search.missing" : progress, servers.size(), last));
        searching.setVisible(!hasServers());
        setVisible(isSearching() || hasServers());
        revalidate();
        listener.changed();
    }

    void found(Finder.Found server) {
        servers.addElement(server);
        follow();
        if (decision.isRunning()) {
            tell();
        } else {
            decide();
        }
    }

    void ended(ServerSearch.Outcome outcome) {
        progress = outcome == ServerSearch.Outcome.FAILED ? "search.failed" : "search.ended";
        decide();
    }

    /** Chooses the server of the last time, or else the only one, unless the user has chosen an address. */
    void decide() {
        decision.stop();
        int best = Math.max(indexOf(address.last()), servers.size() == 1 ? 0 : -1);
        if (hasServers()) { // or the address of the last time stays
            address.suggest(best < 0 ? "" : addressOf(best));
        }
        if (address.text().isEmpty() ? !hasServers() && !isSearching() : list.isSelectionEmpty()) {
            listener.addressIsNeeded();
        }
        tell();
    }

    private boolean isSearching() {
        return progress.equals(RUNNING);
    }

    private String addressOf(int index) {
        return servers.get(index).address().toString();
    }

    /** The server with this address, or -1. */
    private int indexOf(String wanted) {
        int index = servers.size() - 1;
        while (index >= 0 && !addressOf(index).equals(wanted)) {
            index--;
        }
        return index;
    }

    /** The address in the field has changed, or the list has: selects the server with this address, or none. */
    void follow() {
        if (following) {
            return;
        }
        following = true;
        list.clearSelection();
        list.getSelectionModel().setAnchorSelectionIndex(-1); // or the first arrow key would go on from there
        list.getSelectionModel().setLeadSelectionIndex(-1);
        list.setSelectedIndex(indexOf(address.text())); // -1 selects nothing
        following = false;
        listener.changed();
    }

    private void selected() {
        if (!following && !list.isSelectionEmpty()) {
            following = true;
            address.setText(addressOf(list.getSelectedIndex()));
            address.keep();
            following = false;
            listener.changed();
        }
    }

    private final class Clicks extends MouseAdapter {
        @Override
        public void mouseReleased(MouseEvent event) {
            if (SwingUtilities.isLeftMouseButton(event) && isOnServer(event)) {
                address.keep();
                listener.clicked();
            }
        }

        @Override
        public void mouseClicked(MouseEvent event) {
            if (event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event) && isOnServer(event)) {
                listener.doubleClicked();
            }
        }

        private boolean isOnServer(MouseEvent event) {
            int index = list.locationToIndex(event.getPoint());
            return index >= 0
                    && index == list.getSelectedIndex()
                    && list.getCellBounds(index, index).contains(event.getPoint());
        }
    }

    /** A server in the list: its title, and below it the address, since any server can take any title. */
    private static final class FoundRenderer extends JPanel implements ListCellRenderer<Finder.Found> {
        private static final long serialVersionUID = 1;

        private final JLabel dot = new JLabel("\u25CF");
        private final JLabel title = new JLabel();
        private final JLabel place = new JLabel();
        private final JLabel people = new JLabel();
        private final RoundPanel row = new RoundPanel(new MigLayout(
                "insets 2s 3s 2s 3s, gap 2s 0, fillx, hidemode 3", "[][grow,0:pref][]", "[grow,bottom][grow,top]"));

        FoundRenderer() {
            super(new BorderLayout());
            setOpaque(false);
            dot.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.online; font: $small.font");
            title.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
            place.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
            people.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
            row.add(dot, "cell 0 0 1 2, aligny center");
            row.add(title, "cell 1 0, wmin 0");
            row.add(place, "cell 1 1, wmin 0");
            row.add(people, "cell 2 0 1 2, aligny center");
            add(row);
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Finder.Found> list, Finder.Found server, int index, boolean selected, boolean focused) {
            String name = server.title().isEmpty() ? WORDS.get("found.untitled") : server.title();
            String count = WORDS.get("found.people", server.users());
            title.setText(Untrusted.text(name));
            place.setText(Untrusted.text(server.address().toString()));
            people.setText(count);
            row.draw(selected ? ThemeColor.SELECTION : null, focused && list.isFocusOwner() ? ThemeColor.ACCENT : null);
            setBorder(index < list.getModel().getSize() - 1 ? new Edge(Edge.BOTTOM) : null);
            getAccessibleContext().setAccessibleName(WORDS.get("found", name, server.address(), count));
            return this;
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(super.getPreferredSize().width, Grid.px(ROW));
        }
    }
}
