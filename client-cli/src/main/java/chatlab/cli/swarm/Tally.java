package chatlab.cli.swarm;

import chatlab.protocol.Words;
import java.util.concurrent.atomic.LongAdder;

/** The counts of the swarm. Many threads count, any thread asks. */
public final class Tally {
    private static final Words WORDS = new Words(Tally.class);

    final LongAdder sent = new LongAdder();
    final LongAdder delivered = new LongAdder();

    /** Messages that were sent and that a listener did not get, though a later one came. */
    final LongAdder lost = new LongAdder();

    /** Messages that came twice, or after a later one. */
    final LongAdder outOfOrder = new LongAdder();

    final LongAdder changed = new LongAdder();

    /** Good people whose connection the server has ended. */
    final LongAdder thrownOut = new LongAdder();

    final Latencies latencies = new Latencies();

    Tally() {}

    /** Whether each message came to each listener once, in order and unchanged, and no good person was thrown out. */
    public boolean isSpotless() {
        return lost.sum() + outOfOrder.sum() + changed.sum() + thrownOut.sum() == 0;
    }

    /** Messages that were received: a message that ten people heard counts ten times. */
    public long deliveries() {
        return delivered.sum();
    }

    /** Forgets the delivery times until now, so that a slow start does not count; keeps all other counts. */
    public void forgetTimes() {
        latencies.clear();
    }

    /** Milliseconds within which this share (0 to 1) of the deliveries was done; 0 where no times are kept. */
    public double millis(double share) {
        return latencies.percentile(share);
    }

    /** A sentence that counts the errors. */
    @Override
    public String toString() {
        return WORDS.get("summary.wrong", lost.sum(), outOfOrder.sum(), changed.sum(), thrownOut.sum());
    }
}
