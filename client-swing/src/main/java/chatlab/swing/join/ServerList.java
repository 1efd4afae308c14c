package chatlab.swing.join;

import chatlab.client.Finder;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Words;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The servers that have answered on this network. */
final class ServerList extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(ServerList.class);

    private final transient Finders finders;
    private final transient Predicate<Finder.Found> only;
    private final DefaultListModel<Finder.Found> servers = new DefaultListModel<>();
    private final JList<Finder.Found> list = new JList<>(servers);
    private final JLabel state = new JLabel(" ");

    private transient Search search;
    private boolean telling;

    /**
     * {@code only} is told of a server that was the only one to answer, and says whether it is to be selected;
     * {@code chosen} is told which one was selected, {@code join} of a double click.
     */
    ServerList(Finders finders, Predicate<Finder.Found> only, Consumer<Finder.Found> chosen, Runnable join) {
        super(new MigLayout("insets 0, fill, wrap 2", "[grow]unrel[]", "[][grow]rel[]"));
        this.finders = finders;
        this.only = only;
        list.setName("servers");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setCellRenderer(new FoundRenderer());
        list.setVisibleRowCount(4);
        list.addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && list.getSelectedValue() != null) {
                telling = true;
                chosen.accept(list.getSelectedValue());
                telling = false;
            }
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getClickCount() == 2 && SwingUtilities.isLeftMouseButton(event) && isOnServer(event)) {
                    join.run();
                }
            }
        });
        state.setName("search");

        JScrollPane scroll = new JScrollPane(
                list, ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED, ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(Labels.label(WORDS.get("servers"), list));
        add(Labels.button(WORDS.get("servers.again"), this::search));
        add(scroll, "span, grow, hmin 24lp, wmin 0");
        add(state, "span, growx, wmin 0");
    }

    /** Looks for servers anew. */
    void search() {
        stop();
        servers.clear();
        state.setText(WORDS.get("search.running"));
        search = new Search(finders, this::found, this::ended);
        search.execute();
    }

    /** Searches no more; what was found stays in the list. */
    void stop() {
        if (search != null) {
            search.stop();
        }
    }

    /** Another address was typed: nothing is selected then. */
    void typed(String address) {
        Finder.Found selected = list.getSelectedValue();
        if (!telling && selected != null && !selected.address().toString().equals(address)) {
            list.clearSelection();
        }
    }

    private void found(Finder.Found server) {
        servers.addElement(server);
        state.setText(WORDS.get("search.found", servers.size()));
    }

    private void ended(Search.Outcome outcome) {
        if (outcome == Search.Outcome.FAILED) {
            state.setText(WORDS.get("search.failed"));
            return;
        }
        state.setText(WORDS.get("search.ended", servers.size()));
        if (servers.size() == 1 && only.test(servers.get(0))) {
            list.setSelectedIndex(0);
        }
    }

    private boolean isOnServer(MouseEvent event) {
        int index = list.locationToIndex(event.getPoint());
        return index >= 0 && list.getCellBounds(index, index).contains(event.getPoint());
    }
}
