package chatlab.cli.swarm;

import chatlab.protocol.Words;
import java.util.concurrent.atomic.LongAdder;

/** What all of the swarm have counted. Many threads count, any thread asks. */
public final class Tally {
    private static final Words WORDS = new Words(Tally.class);

    final LongAdder sent = new LongAdder();
    final LongAdder delivered = new LongAdder();

    /** Missing in what somebody received, since a later one came; each of them was sent. */
    final LongAdder lost = new LongAdder();

    /** Came twice, or after a later one. */
    final LongAdder outOfOrder = new LongAdder();

    final LongAdder changed = new LongAdder();

    /** People who behaved and whose connection ended all the same. */
    final LongAdder thrownOut = new LongAdder();

    final Latencies latencies = new Latencies();

    Tally() {}

    /** Whether each message came to everybody once, in order and unchanged, and nobody who behaved was thrown out. */
    public boolean isSpotless() {
        return lost.sum() + outOfOrder.sum() + changed.sum() + thrownOut.sum() == 0;
    }

    /** Messages that somebody received: one that ten people heard counts ten times. */
    public long deliveries() {
        return delivered.sum();
    }

    /** Forgets how long deliveries have taken until now, and nothing else: what is slow only at first tells little. */
    public void forgetTimes() {
        latencies.clear();
    }

    /** Milliseconds within which this share of the deliveries was done whose times are kept, from 0 to 1; 0 for none. */
    public double millis(double share) {
        return latencies.percentile(share);
    }

    /** All that went wrong. */
    @Override
    public String toString() {
        return WORDS.get("summary.wrong", lost.sum(), outOfOrder.sum(), changed.sum(), thrownOut.sum());
    }
}
