package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What the people of a swarm share.
 *
 * @param swarm the number in each message of this swarm
 * @param present counts the listeners that have not heard a call yet; a listener that has is in the room and hears all
 *     later messages
 * @param end reaches 0 when the talkers are to stop
 * @param farewells counts the farewells that have not arrived; each listener hears one farewell, the last message, of each
 *     other talker
 */
record Gathering(int swarm, CountDownLatch present, CountDownLatch end, CountDownLatch farewells) {
    private static final int SWARMS = 1_000_000;

    static Gathering of(Habits habits) {
        return new Gathering(
                ThreadLocalRandom.current().nextInt(1, SWARMS), // not from the seed: two swarms may have the same seed
                new CountDownLatch(habits.good()),
                new CountDownLatch(1),
                new CountDownLatch(habits.talkers() * (habits.good() - 1)));
    }
}
