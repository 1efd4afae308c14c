package chatlab.swing.hood;

import chatlab.protocol.Words;
import chatlab.swing.net.Session;

/** Stops reading, as a slow client would, and shows how the bytes pile up. */
final class PauseExperiment extends Experiment {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(PauseExperiment.class);

    private final transient Session session;
    private boolean paused;
    private long pausedAt;

    PauseExperiment(Session session) {
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

    /** Without a connection there is nothing to pause; the next one is to be read. */
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
        Widgets.button(button, button.getName(), pause ? "pause.resume" : "pause.button");
    }

    private long seconds() {
        return Times.seconds(System.nanoTime() - pausedAt);
    }
}
