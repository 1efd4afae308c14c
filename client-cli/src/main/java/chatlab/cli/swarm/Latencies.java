package chatlab.cli.swarm;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long deliveries took, counted in classes that are 5 % wide. Many threads count, any thread asks. */
final class Latencies {
    private static final double GROWTH = 1.05;
    private static final int CLASSES = 500; // the last one begins at ten hours

    private final AtomicLongArray counts = new AtomicLongArray(CLASSES);

    void add(long nanos) {
        double micros = Math.max(1, nanos / 1000.0);
        int index = (int) (Math.log(micros) / Math.log(GROWTH));
        counts.incrementAndGet(Math.min(index, CLASSES - 1));
    }

    /** Forgets all that was counted until now. */
    void clear() {
        for (int i = 0; i < CLASSES; i++) {
            counts.set(i, 0);
        }
    }

    /** Milliseconds within which this share of all deliveries was done; 0 where there was no delivery. */
    double percentile(double share) {
        long all = 0;
        for (int i = 0; i < CLASSES; i++) {
            all += counts.get(i);
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < CLASSES && all > 0; i++) {
            seen += counts.get(i);
            if (seen >= wanted) {
                return Math.pow(GROWTH, i + 1) / 1000;
            }
        }
        return 0;
    }
}
