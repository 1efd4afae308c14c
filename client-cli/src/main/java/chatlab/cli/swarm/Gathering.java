package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What all of a swarm have in common, and wait for.
 *
 * @param swarm by which they know each other's messages
 * @param present counts those who have not heard anybody yet; who has is in the room and hears all that is said from then on
 * @param end is done when nobody is to say anything any more
 * @param farewells counts the last messages of talkers that somebody has not heard yet; what comes before them came before
 */
record Gathering(int swarm, CountDownLatch present, CountDownLatch end, CountDownLatch farewells) {
    private static final int SWARMS = 1_000_000;

    static Gathering of(Habits habits) {
        return new Gathering(
                ThreadLocalRandom.current().nextInt(1, SWARMS), // not from the seed: two swarms may have the same
                new CountDownLatch(habits.good()),
                new CountDownLatch(1),
                new CountDownLatch(habits.talkers() * (habits.good() - 1)));
    }
}
