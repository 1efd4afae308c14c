package chatlab.swing.hood;

import chatlab.protocol.Words;
import java.awt.EventQueue;
import java.util.concurrent.TimeUnit;

/** Shows why nothing that waits may run on the event dispatch thread, by doing just that. */
final class FreezeExperiment extends Experiment {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(FreezeExperiment.class);
    private static final int SECONDS = 3;

    private final transient Freeze freeze;

    private long thawedAt;

    FreezeExperiment(Freeze freeze) {
        super("freeze", "freeze");
        this.freeze = freeze;
    }

    @Override
    void run() {
        if (EventQueue.getMostRecentEventTime() < thawedAt) {
            return; // clicked while everything was frozen: once was enough
        }
        sayNow(WORDS.get("freeze.now", SECONDS));
        freeze.begin();
        try {
            Thread.sleep(TimeUnit.SECONDS.toMillis(SECONDS)); // the mistake that this is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thawedAt = System.currentTimeMillis();
        Freeze.Result result = freeze.end();
        say(WORDS.get(
                "freeze.result", Times.precise(result.nanos()), result.lines(), Times.precise(result.longestWait())));
    }
}
