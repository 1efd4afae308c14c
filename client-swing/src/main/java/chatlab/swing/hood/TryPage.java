package chatlab.swing.hood;

import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.net.ChatSession;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Experiments on the live connection. */
final class TryPage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(TryPage.class);

    private final transient BooleanSupplier connected;
    private final transient List<Experiment> experiments;

    TryPage(ChatSession session, Wire wire, Freeze freeze, BooleanSupplier connected) {
        super(new MigLayout("insets 4s, fillx, gap 8s", "[grow,fill][grow,fill][grow,fill]"));
        this.connected = connected;
        this.experiments = List.of(
                new FreezeExperiment(freeze), new PauseExperiment(session), new HalfLineExperiment(session, wire));
        experiments.forEach(experiment -> add(experiment, "wmin 30s, aligny top, sgx"));
    }

    @Override
    void tick() {
        experiments.forEach(Experiment::tick);
    }

    @Override
    void refresh() {
        boolean now = connected.getAsBoolean();
        experiments.forEach(experiment -> experiment.connection(now));
    }

    @Override
    void closed() {
        experiments.forEach(Experiment::closed);
    }

    /** Sleeps on the event dispatch thread, to show why code that waits must not run there. */
    static final class FreezeExperiment extends Experiment {
        private static final long serialVersionUID = 1;

        private final transient Freeze freeze;

        private long thawedAt;

        FreezeExperiment(Freeze freeze) {
            super("freeze", "freeze");
            this.freeze = freeze;
        }

        @Override
        void run() {
            if (EventQueue.getMostRecentEventTime() < thawedAt) {
                return; // a click during the freeze: it was for that freeze
            }
            sayNow(WORDS.get("freeze.now", Freeze.SECONDS));
            Freeze.Result result = freeze.run();
            thawedAt = System.currentTimeMillis();
            say(WORDS.get(
                    "freeze.result",
                    JourneyPage.duration(result.nanos()),
                    result.lines(),
                    JourneyPage.duration(result.longestWait())));
        }
    }

    /** Stops reading, as a slow client does, and shows how the bytes pile up. */
    private static final class PauseExperiment extends Experiment {
        private static final long serialVersionUID = 1;

        private final transient ChatSession session;
        private boolean paused;
        private long pausedAt;

        PauseExperiment(ChatSession session) {
            super("pauseReading", "pause");
            this.session = session;
        }

        @Override
        void run() {
            pause(!paused);
            say(paused ? "" : WORDS.get("pause.over", seconds()));
            tick();
        }

        @Override
        void tick() {
            if (paused) {
                say(WORDS.get("pause.counter", seconds(), session.bytesWaiting()));
            }
        }

        /** A lost connection ends the pause; the client reads the next connection. */
        @Override
        void connection(boolean connected) {
            super.connection(connected);
            if (paused && !(connected && session.isReadingPaused())) {
                say(WORDS.get("pause.lost", seconds()));
                pause(false);
            }
        }

        @Override
        void closed() {
            if (paused) {
                say("");
                pause(false);
            }
        }

        private void pause(boolean pause) {
            paused = pause;
            session.pauseReading(pause);
            if (pause) {
                pausedAt = System.nanoTime();
            }
            Labels.set(button, WORDS.get(pause ? "pause.resume" : "pause.button"));
        }

        private long seconds() {
            return secondsSince(pausedAt);
        }
    }

    /** Sends a line in two halves: the server waits for the LF. */
    private static final class HalfLineExperiment extends Experiment {
        private static final long serialVersionUID = 1;
        private static final String FIRST = "/say hel";
        private static final String OTHER = "lo\n";

        private final transient ChatSession session;
        private final transient Wire wire;
        private boolean begun;
        private long begunAt;

        HalfLineExperiment(ChatSession session, Wire wire) {
            super("halfLine", "half");
            this.session = session;
            this.wire = wire;
        }

        @Override
        void run() {
            if (session.isMidLine()) {
                session.sendRaw(Utf8.encode(OTHER));
                begun(false);
                say(WORDS.get("half.complete"));
            } else {
                wire.expectHalf(FIRST);
                session.sendRaw(Utf8.encode(FIRST));
                begunAt = System.nanoTime();
                begun(true);
                tick();
            }
        }

        @Override
        void tick() {
            if (begun && !session.isMidLine()) {
                begun(false);
                say(WORDS.get("half.ended"));
            } else if (begun) {
                say(WORDS.get("half.waiting", secondsSince(begunAt)));
            }
        }

        /** A lost connection ends the experiment; the server has dropped the half line. */
        @Override
        void connection(boolean connected) {
            super.connection(connected);
            if (begun && !connected) {
                begun(false);
                say(WORDS.get("half.lost"));
            }
            tick();
        }

        /** Completes the line; otherwise the server would wait for the rest, and then close the connection. */
        @Override
        void closed() {
            if (session.isMidLine()) {
                session.sendRaw(Utf8.encode(OTHER));
            }
            if (begun) {
                begun(false);
                say("");
            }
        }

        private void begun(boolean now) {
            begun = now;
            Labels.set(button, WORDS.get(now ? "half.other" : "half.button"));
        }
    }

    /**
     * An experiment: a title, a button that starts it, the outcome and an explanation. For the event dispatch thread
     * only.
     */
    private abstract static class Experiment extends JPanel {
        private static final long serialVersionUID = 1;

        protected final JButton button;
        private final JTextArea outcome = Page.text("");

        /** {@code name}: the name of the button; {@code key}: the first part of the keys of its words. */
        Experiment(String name, String key) {
            super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3, gap 3s", "[grow,fill]"));
            button = Page.button(new JButton(), name, key + ".button", this::run);
            button.getAccessibleContext().setAccessibleDescription(WORDS.get(key + ".text"));
            JLabel title = new WrappingLabel();
            title.setText(WORDS.get(key + ".title"));
            title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
            JTextArea text = Page.text(WORDS.get(key + ".text"));
            text.putClientProperty(FlatClientProperties.STYLE, "foreground: $Chat.dim");
            text.setFocusable(false); // a screen reader reads it as the description of the button
            outcome.setName(name + "Outcome");
            outcome.setVisible(false);
            outcome.getAccessibleContext().setAccessibleName(WORDS.get(key + ".title"));
            add(title, "wmin 0, hmin pref");
            add(button, "growx 0");
            add(outcome, "wmin 0");
            add(text, "wmin 0"); // last: where the window is low, the outcome is still in sight
        }

        /** The user has pressed the button. */
        abstract void run();

        /** Called several times a second while the experiment is in view. */
        void tick() {}

        /** Called often: whether the client is connected. */
        void connection(boolean connected) {
            button.setEnabled(connected);
        }

        /** The panel has closed: ends the experiment if it is running. */
        void closed() {}

        protected static long secondsSince(long nanoTime) {
            return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanoTime);
        }

        /** Shows the outcome. */
        protected void say(String words) {
            if (!words.equals(outcome.getText())) {
                outcome.setText(words);
                outcome.setVisible(!words.isEmpty());
            }
        }

        /** Shows the outcome at once, before the event dispatch thread is busy and paints nothing. */
        protected void sayNow(String words) {
            say(words);
            validate();
            paintImmediately(getVisibleRect());
            getToolkit().sync();
        }
    }
}
