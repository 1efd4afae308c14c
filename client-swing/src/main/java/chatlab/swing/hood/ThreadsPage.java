package chatlab.swing.hood;

import chatlab.protocol.Event;
import chatlab.protocol.Words;
import chatlab.swing.hood.EventThreadSampler.BusyHistory;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Chat;
import chatlab.swing.net.ChatSession;
import chatlab.swing.net.WorkingThread;
import chatlab.swing.net.WorkingThread.Doing;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.ReadOnlyTable;
import chatlab.swing.ui.ReadOnlyTable.PlainCell;
import chatlab.swing.ui.RowTableModel;
import chatlab.swing.ui.RowTableModel.Column;
import chatlab.swing.ui.ThemeColor;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.awt.Graphics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** What the threads do right now: the threads of this program, and the threads of the server. */
final class ThreadsPage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(ThreadsPage.class);

    private static final int CLIENT_ROWS = 3;
    private static final int SERVER_ROWS = 2;
    private static final int LOOK_MILLIS = 250;

    /** The pause between two questions to the server, which accepts two lines a second. */
    private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final transient ChatSession session;
    private final transient Chat chat;
    private final transient Actions actions;
    private final transient BooleanSupplier connected;
    private final RowTableModel<ClientThread> ours = new RowTableModel<>(List.of(
            new Column<>(WORDS.get("threads.name"), ClientThread::name),
            new Column<>(WORDS.get("threads.role"), ClientThread::role),
            new Column<>(WORDS.get("threads.state"), ClientThread::state),
            new Column<>(WORDS.get("threads.doing"), ClientThread::doing),
            new Column<>(WORDS.get("threads.history"), BusyHistory.class, ClientThread::history)));
    private final RowTableModel<Event.Thread> theirs = new RowTableModel<>(List.of(
            new Column<>(WORDS.get("server-threads.name"), Event.Thread::name),
            new Column<>(WORDS.get("server-threads.role"), Event.Thread::role),
            new Column<>(WORDS.get("server-threads.of"), Event.Thread::of),
            new Column<>(WORDS.get("server-threads.state"), Event.Thread::state),
            new Column<>(WORDS.get("server-threads.words"), Event.Thread::words)));
    private transient BusyHistory reading = new BusyHistory();
    private transient BusyHistory writing = new BusyHistory();
    private final JButton ask = Page.button(new JButton(), "askThreads", "threads.ask", this::ask);
    private final Timer looking = new Timer(LOOK_MILLIS, event -> look());
    private transient List<Event.Thread> told = List.of();
    private long askedAt = System.nanoTime() - ASK_NANOS;

    /** Null while the panel is closed. */
    private transient EventThreadSampler sampler;

    /** A thread of this program, as it was at the last look. */
    private record ClientThread(String name, String role, String state, String doing, BusyHistory history) {}

    ThreadsPage(ChatSession session, Chat chat, Actions actions, BooleanSupplier connected) {
        super(new MigLayout("insets 3s 4s 2s 4s, fill, gap 2s, wrap 2", "[grow,fill][]", "[]0[]1s[]4s[]1s[grow,fill]"));
        this.session = session;
        this.chat = chat;
        this.actions = actions;
        this.connected = connected;
        ReadOnlyTable ourTable = new ReadOnlyTable(ours, "threads", CLIENT_ROWS);
        ourTable.columns(
                "AWT-EventQueue-0", WORDS.get("threads.role.event"), Thread.State.RUNNABLE.name(), "", "x".repeat(30));
        ourTable.setDefaultRenderer(BusyHistory.class, new HistoryCell());
        ReadOnlyTable theirTable = new ReadOnlyTable(theirs, "serverThreads", SERVER_ROWS);
        theirTable.columns("client-100-somebody-reader", "discovery", "x".repeat(10), "throttled", "");

        JTextArea note = text(WORDS.get("threads.note"));
        note.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
        note.setFocusable(false);
        ourTable.getAccessibleContext().setAccessibleDescription(note.getText());
        add(Labels.heading(WORDS.get("threads.ours"), ourTable), "wmin 0, span");
        add(note, "wmin 0, span");
        add(ourTable.frame(), "span, growx, wmin 0, hmin pref");
        add(Labels.heading(WORDS.get("threads.theirs"), theirTable), "wmin pref");
        add(ask);
        add(theirTable.frame(), "span, grow, wmin 0, hmin pref");
    }

    @Override
    void opened() {
        sampler = new EventThreadSampler(Thread.currentThread());
        reading = new BusyHistory();
        writing = new BusyHistory();
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

    /** Asks the server from time to time, but not in the middle of a line: that would spoil an experiment. */
    @Override
    void tick() {
        if (connected.getAsBoolean() && !session.isMidLine() && System.nanoTime() - askedAt >= ASK_NANOS) {
            ask();
        }
    }

    @Override
    void refresh() {
        ask.setEnabled(connected.getAsBoolean());
        if (!told.equals(chat.serverThreads())) {
            told = chat.serverThreads();
            theirs.setRows(told.stream().sorted(mineFirst()).toList());
        }
    }

    private Comparator<Event.Thread> mineFirst() {
        return Comparator.comparing(thread -> !thread.of().equals(chat.me()));
    }

    /** Notes what the threads of this program do at this moment. */
    private void look() {
        EventThreadSampler.Sample seen = sampler.latest();
        ours.setRows(List.of(
                new ClientThread(
                        sampler.watched().getName(),
                        WORDS.get("threads.role.event"),
                        seen.state().name(),
                        WORDS.get("threads.event." + seen.doing()),
                        sampler.history()),
                clientThread(session.reader(), "threads.role.reader", reading),
                clientThread(session.writer(), "threads.role.writer", writing)));
    }

    private static ClientThread clientThread(Optional<WorkingThread> working, String role, BusyHistory history) {
        history.add(
                working.map(WorkingThread::doing).filter(ThreadsPage::isBusy).isPresent());
        return working.map(now -> new ClientThread(
                        now.thread().getName(),
                        WORDS.get(role),
                        now.thread().getState().name(),
                        WORDS.get("threads.doing." + now.doing()),
                        history))
                .orElseGet(() -> new ClientThread("-", WORDS.get(role), "-", WORDS.get("threads.none"), history));
    }

    private static boolean isBusy(Doing doing) {
        return doing == Doing.HANDING_OVER || doing == Doing.WRITING;
    }

    private void ask() {
        askedAt = System.nanoTime();
        actions.askThreads();
    }

    /** Draws a history as a strip: a tall bar for each look that found the thread busy, a short bar for each other. */
    private static final class HistoryCell extends PlainCell {
        private static final long serialVersionUID = 1;

        private transient List<Boolean> samples = List.of();

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            super.getTableCellRendererComponent(table, "", selected, focused, row, column);
            samples = value instanceof BusyHistory history ? history.samples() : List.of();
            long busy = samples.stream().filter(sample -> sample).count();
            String words = WORDS.get("threads.busy", busy, samples.size());
            setToolTipText(words);
            getAccessibleContext().setAccessibleName(words);
            return this;
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            super.paintComponent(graphics);
            int margin = Grid.px(1);
            int height = getHeight() - 2 * margin;
            int width = getWidth() - 2 * margin;
            for (int i = 0; i < samples.size(); i++) {
                int from = margin + i * width / BusyHistory.LENGTH;
                int to = margin + (i + 1) * width / BusyHistory.LENGTH;
                int bar = samples.get(i) ? height : Math.max(1, height / 6);
                graphics.setColor((samples.get(i) ? ThemeColor.ACCENT : ThemeColor.DIM).color());
                graphics.fillRect(from, margin + height - bar, Math.max(1, to - from - 1), bar);
            }
        }
    }
}
