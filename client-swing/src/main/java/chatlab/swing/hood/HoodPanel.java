package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.model.Status;
import chatlab.swing.net.ChatSession;
import chatlab.swing.net.Probe;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.FittingPanel;
import chatlab.swing.ui.Labels;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.BorderLayout;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/**
 * Shows what the program does inside: the lines on the wire, the threads, the way of a message, and experiments. It
 * watches the session while it is in view. For the event dispatch thread only.
 */
public final class HoodPanel extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(HoodPanel.class);
    private static final int TICK_MILLIS = 100;

    private final transient ChatSession session;
    private final transient Observation observation;
    private final List<Page> pages = new ArrayList<>();
    private final JTabbedPane tabs = new JTabbedPane(JTabbedPane.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);
    private final Timer timer = new Timer(TICK_MILLIS, event -> tick());
    private boolean open;

    public HoodPanel(ChatSession session, Chat chat, Actions actions) {
        this(session, chat, actions, new Freeze());
    }

    HoodPanel(ChatSession session, Chat chat, Actions actions, Freeze freeze) {
        super(new BorderLayout());
        this.session = session;
        Wire wire = new Wire(chat.clock());
        Journey journey = new Journey(System::nanoTime);
        this.observation = new Observation(wire, journey, freeze);
        BooleanSupplier connected = () -> isConnected(chat.status());
        addTab("wire", new WirePage(wire, session, connected));
        addTab("threads", new ThreadsPage(session, chat, actions, connected));
        addTab("journey", new JourneyPage(journey));
        addTab("try", new TryPage(session, wire, freeze, connected));
        setBorder(new Edge(Edge.TOP));
        tabs.setName("hoodTabs");
        tabs.getAccessibleContext().setAccessibleName(WORDS.get("name"));
        tabs.addChangeListener(event -> tick());
        add(tabs);
        addHierarchyListener(event -> {
            if (isShowing()) {
                open();
            } else {
                close();
            }
        });
    }

    /** Whether a server obeys this client, be it under another name than the user wanted. */
    private static boolean isConnected(Status status) {
        return status instanceof Status.Joined || status instanceof Status.NameRefused;
    }

    /** Shows what has changed in the chat. */
    public void refresh() {
        pages.forEach(Page::refresh);
    }

    /** Stops watching, ends its threads and the running experiments. Once in view again, it watches again. */
    public void close() {
        if (open) {
            open = false;
            timer.stop();
            pages.forEach(Page::closed);
            session.watch(Probe.NONE);
        }
    }

    private void open() {
        if (!open) {
            open = true;
            observation.wire().begin();
            session.watch(observation);
            pages.forEach(Page::opened);
            refresh();
            timer.start();
        }
    }

    private void tick() {
        pages.stream().filter(Page::isShowing).forEach(Page::tick);
    }

    private void addTab(String key, Page page) {
        JLabel title = Labels.label(WORDS.get("tab." + key), page); // it resolves the mark of the mnemonic
        int index = pages.size();
        pages.add(page);
        tabs.addTab(title.getText(), new JScrollPane(page));
        tabs.setMnemonicAt(index, title.getDisplayedMnemonic());
        tabs.setDisplayedMnemonicIndexAt(index, title.getDisplayedMnemonicIndex());
    }

    /** Passes on each report of a thread to the recorders of this panel. For any thread. */
    private record Observation(Wire wire, Journey journey, Freeze freeze) implements Probe {
        @Override
        public void queued(List<String> lines) {
            journey.queued(lines);
        }

        @Override
        public void writing(List<String> lines) {
            journey.writing(lines);
            lines.forEach(wire::sent);
        }

        @Override
        public void written(List<String> lines) {
            journey.written(lines);
        }

        @Override
        public void arrived(String line) {
            journey.arrived(line);
            freeze.arrived();
            wire.received(line);
        }

        @Override
        public void handled(String line) {
            journey.handled(line);
        }
    }

    /** A tab of the panel, which scrolls where the panel is too low for it. For the event dispatch thread only. */
    abstract static class Page extends FittingPanel {
        private static final long serialVersionUID = 1;

        Page(MigLayout layout) {
            super(layout);
        }

        /** The panel has opened. */
        void opened() {}

        /** The panel has closed: the page ends what it has started. May be called more than once. */
        void closed() {}

        /** Called several times a second while this tab is in view. */
        void tick() {}

        /** Shows what has changed in the chat. */
        void refresh() {}

        /** Gives a button its name, its words and its action. */
        static <B extends AbstractButton> B button(B button, String name, String key, Runnable action) {
            button.setName(name);
            button.addActionListener(event -> action.run());
            return Labels.set(button, WORDS.get(key));
        }

        /** A text for reading, which wraps. It never takes a text for HTML, and Tab leaves it. */
        static JTextArea text(String words) {
            JTextArea text = new JTextArea(words);
            text.setEditable(false);
            text.setLineWrap(true);
            text.setWrapStyleWord(true);
            text.setOpaque(false);
            text.putClientProperty(FlatClientProperties.STYLE_CLASS, "plain");
            text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
            text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
            return text;
        }
    }
}
