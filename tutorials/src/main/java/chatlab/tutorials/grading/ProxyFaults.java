package chatlab.tutorials.grading;

import java.time.Duration;

/** The faults that a proxy makes. Safe for use by several threads: all of a proxy's threads share it. */
final class ProxyFaults {
    final Cutting cutting;
    final long seed;
    final Duration delay;
    private boolean stalled;

    /** What the proxy does with the pieces in which bytes arrive. */
    enum Cutting {
        NONE,
        SPLIT,
        MERGE
    }

    ProxyFaults(Cutting cutting, long seed, Duration delay) {
        this.cutting = cutting;
        this.seed = seed;
        this.delay = delay;
    }

    synchronized void stall() {
        stalled = true;
    }

    synchronized void resume() {
        stalled = false;
        notifyAll();
    }

    /** Waits while the proxy is stalled, and then for the delay. */
    synchronized void hold() throws InterruptedException {
        long deadline = System.nanoTime() + delay.toNanos();
        for (long left = delay.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        while (stalled) {
            wait();
        }
    }
}
