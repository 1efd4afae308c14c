package chatlab.cli.swarm;

import chatlab.protocol.SystemTerminal;
import chatlab.protocol.Words;
import java.io.PrintWriter;

/** Prints the counts of the swarm: a line each second, and a summary. */
final class Report {
    private static final Words WORDS = new Words(Report.class);

    private final Habits habits;
    private final Tally tally;
    private final String room;
    private final PrintWriter out;
    private long deliveredBefore;
    private long sentBefore;

    Report(Habits habits, Tally tally, String room, PrintWriter out) {
        this.habits = habits;
        this.tally = tally;
        this.room = room;
        this.out = out;
    }

    void gathered() {
        say("gathered", habits.good(), habits.talkers(), habits.slow(), habits.rude(), room);
        out.flush();
    }

    void second(int second) {
        long sent = tally.sent.sum();
        long delivered = tally.delivered.sum();
        say(
                "second",
                second,
                sent - sentBefore,
                delivered - deliveredBefore,
                tally.millis(0.5),
                tally.millis(0.99),
                wrong());
        out.flush();
        sentBefore = sent;
        deliveredBefore = delivered;
    }

    void summary() {
        say("summary", tally.sent.sum(), tally.delivered.sum(), habits.good() - 1);
        say("summary.times", tally.millis(0.5), tally.millis(0.99), tally.millis(1));
        out.println(SystemTerminal.folded(tally.isSpotless() ? WORDS.get("summary.spotless") : tally.toString()));
        out.flush();
    }

    private void say(String key, Object... arguments) {
        out.println(SystemTerminal.folded(WORDS.get(key, arguments)));
    }

    private long wrong() {
        return tally.lost.sum() + tally.outOfOrder.sum() + tally.changed.sum() + tally.thrownOut.sum();
    }
}
