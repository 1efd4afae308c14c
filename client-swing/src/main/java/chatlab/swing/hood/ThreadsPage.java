package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.net.Session;
import chatlab.swing.ui.Labels;
import java.awt.BorderLayout;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** What the threads do right now: ours, and those that the server has for us. */
final class ThreadsPage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ThreadsPage.class);

    private static final int SERVER_ROWS = 2;
    private static final int LOOK_MILLIS = 250;

    /** Seldom enough for a server that wants to hear two lines a second at most. */
    private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final transient Session session;
    private final transient Chat chat;
    private final transient Actions actions;
    private final transient BooleanSupplier connected;
    private final ClientThreads ours = new ClientThreads();
    private final ServerThreads theirs = new ServerThreads();
    private final JButton ask = Widgets.button(new JButton(), "askThreads", "threads.ask");
    private final Timer looking = new Timer(LOOK_MILLIS, event -> look());
    private long askedAt = System.nanoTime() - ASK_NANOS;

    /** Null while the panel is closed. */
    private transient EventThreadSampler sampler;

    ThreadsPage(Session session, Chat chat, Actions actions, BooleanSupplier connected) {
        this.session = session;
        this.chat = chat;
        this.actions = actions;
        this.connected = connected;
        ReadOnlyTable ourTable = new ReadOnlyTable(ours, "threads", ClientThreads.COUNT);
        ourTable.columns(
                "AWT-EventQueue-0", WORDS.get("threads.role.event"), Thread.State.RUNNABLE.name(), "", "x".repeat(10));
        ourTable.getColumnModel().getColumn(ClientThreads.HISTORY).setCellRenderer(new HistoryCell());
        ReadOnlyTable theirTable = new ReadOnlyTable(theirs, "serverThreads", SERVER_ROWS);
        theirTable.columns("client-100-somebody-reader", "discovery", "x".repeat(10), "throttled", "");
        ask.addActionListener(event -> ask());

        Bench bench = new Bench(new MigLayout("insets rel, fill, wrap 2", "[grow,fill][]", "[][][][grow,fill]"));
        bench.add(Labels.label(WORDS.get("threads.ours"), ourTable), "wmin 0, span");
        bench.add(new JScrollPane(ourTable), "span, growx, wmin 0, hmin pref");
        bench.add(Labels.label(WORDS.get("threads.theirs"), theirTable), "wmin 0");
        bench.add(ask);
        bench.add(new JScrollPane(theirTable), "span, grow, wmin 0, hmin pref");
        setLayout(new BorderLayout());
        add(bench.scrolling());
    }

    @Override
    void opened() {
        sampler = new EventThreadSampler(Thread.currentThread());
        look();
        looking.start();
    }

    @Override
    void closed() {
        looking.stop();
        if (sampler != null) {
            sampler.close();
            sampler = null;
        }
    }

    /** A question that nobody asked for must not spoil the experiment with half a line. */
    @Override
    void tick() {
        if (connected.getAsBoolean() && !session.isMidLine() && System.nanoTime() - askedAt >= ASK_NANOS) {
            ask();
        }
    }

    @Override
    void refresh() {
        ask.setEnabled(connected.getAsBoolean());
        theirs.show(chat.serverThreads(), chat.me());
    }

    private void look() {
        ours.look(sampler, session.reader(), session.writer());
    }

    private void ask() {
        askedAt = System.nanoTime();
        actions.askThreads();
    }
}
