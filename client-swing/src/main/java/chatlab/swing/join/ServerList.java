package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.protocol.Words;
import chatlab.swing.ui.Badge;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ThemeColor;
import chatlab.swing.ui.Untrusted;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.concurrent.Callable;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The servers that have answered on this network. */
final class ServerList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ServerList.class);

    /** Servers answer at once, or to the second question after 300 ms. The search goes on for slower servers. */
    private static final int DECISION_MILLIS = 700;

    private static final int MOST_ROWS = 4;

    private final transient Callable<Finder> finders;
    private final transient Choice choice;
    private final DefaultListModel<Finder.Found> servers = new DefaultListModel<>();
    private final JList<Finder.Found> list = new JList<>(servers);
    private final JLabel state = new JLabel(" ");

    private final Timer decision = new Timer(DECISION_MILLIS, event -> decide());
    private transient ServerSearch search;
    private boolean decided;
    private boolean telling;

    /** Is told which server the user, or the search, has chosen. */
    interface Choice {
        /** Only this server has answered. Returns whether to select it in the list. */
        boolean only(Finder.Found server);

        /** Another server has answered after {@link #only}. */
        void several();

        /** The user has selected this server. */
        void selected(Finder.Found server);

        /** The user has clicked on the selected server. */
        void clicked();

        /** The user has double-clicked the selected server. */
        void join();
    }

    ServerList(Callable<Finder> finders, Choice choice) {
        super(new MigLayout("insets 0, fill, wrap 2", "[grow]unrel[]", "[][grow]rel[]"));
        this.finders = finders;
        this.choice = choice;
        decision.setRepeats(false);
        list.setName("servers");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new FoundRenderer());
        list.setVisibleRowCount(1);
        list.addListSelectionListener(event -> {
            if (!telling && !event.getValueIsAdjusting() && list.getSelectedValue() != null) {
                telling = true;
                choice.selected(list.getSelectedValue());
                telling = false;
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseReleased(MouseEvent event) {
                if (SwingUtilities.isLeftMouseButton(event) && isOnServer(event)) {
                    choice.clicked();
                }
            }

            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event) && isOnServer(event)) {
                    choice.join();
                }
            }
        });
        state.setName("search");

        state.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        JButton again = Labels.button(WORDS.get("servers.again"), this::search);
        again.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        add(Labels.label(WORDS.get("servers"), list));
        add(again);
        add(scroll, "span, grow, hmin 6s, wmin 0");
        add(state, "span, growx, wmin 0");
    }

    /** Empties the list and starts a new search. */
    void search() {
        stop();
        servers.clear();
        list.setVisibleRowCount(1);
        decided = false;
        decision.restart();
        state.setText(WORDS.get("search.running"));
        search = new ServerSearch(finders, this::found, this::ended);
        search.execute();
    }

    /** Ends the search; the servers found stay in the list. */
    void stop() {
        decision.stop();
        if (search != null) {
            search.stop();
        }
    }

    /** The user has typed this address: deselects a server with another address. */
    void typed(String address) {
        Finder.Found selected = list.getSelectedValue();
        if (!telling && selected != null && !selected.address().toString().equals(address)) {
            list.clearSelection();
        }
    }

    void found(Finder.Found server) {
        servers.addElement(server);
        list.setVisibleRowCount(Math.min(MOST_ROWS, servers.size()));
        revalidate();
        state.setText(WORDS.get("search.found", servers.size()));
        if (servers.size() > 1 && decided) {
            decided = false;
            choice.several();
        } else if (!decision.isRunning()) {
            decide();
        }
    }

    /** Time to decide: if exactly one server has answered, that is the server. */
    void decide() {
        if (servers.size() == 1 && !decided) {
            decided = true;
            if (choice.only(servers.get(0))) {
                telling = true;
                list.setSelectedIndex(0);
                telling = false;
            }
        }
    }

    void ended(ServerSearch.Outcome outcome) {
        decision.stop();
        if (outcome == ServerSearch.Outcome.FAILED) {
            state.setText(WORDS.get("search.failed"));
            return;
        }
        state.setText(WORDS.get("search.ended", servers.size()));
        decide();
    }

    private boolean isOnServer(MouseEvent event) {
        int index = list.locationToIndex(event.getPoint());
        return index >= 0
                && index == list.getSelectedIndex()
                && list.getCellBounds(index, index).contains(event.getPoint());
    }

    /** A server in the list: its title, and below it the address, since any server can take any title. */
    private static final class FoundRenderer extends JPanel implements ListCellRenderer<Finder.Found> {
        private static final long serialVersionUID = 1;

        private final JLabel title = new JLabel();
        private final JLabel place = new JLabel();
        private final Badge people = new Badge();

        FoundRenderer() {
            super(new MigLayout("insets 2s 3s 2s 3s, gap 0, fillx", "[grow, 0:pref][]"));
            add(title, "cell 0 0, wmin 0");
            add(place, "cell 0 1, wmin 0");
            add(people, "cell 1 0 1 2");
        }

        @Override
        public Component getListCellRendererComponent(
                JList<? extends Finder.Found> list, Finder.Found server, int index, boolean selected, boolean focused) {
            String name = server.title().isEmpty() ? WORDS.get("found.untitled") : server.title();
            String where = WORDS.get("found.place", server.address(), server.users());
            title.setText(Untrusted.text(name));
            place.setText(Untrusted.text(server.address().toString()));
            people.dim(WORDS.get("found.people", server.users()));
            title.setFont(UIManager.getFont("semibold.font"));
            place.setFont(list.getFont());
            place.setForeground(ThemeColor.DIM.color());
            setBackground((selected ? ThemeColor.SELECTION : ThemeColor.SURFACE).color());
            getAccessibleContext().setAccessibleName(WORDS.get("found", name, where));
            return this;
        }
    }
}
