package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;

/**
 * What all of a swarm wait for.
 *
 * @param present counts those who have not heard anybody yet; who has is in the room and hears all that is said from then on
 * @param end is done when nobody is to say anything any more
 * @param farewells counts the last messages of talkers that somebody has not heard yet; what comes before them came before
 */
record Gathering(CountDownLatch present, CountDownLatch end, CountDownLatch farewells) {
    static Gathering of(Habits habits) {
        return new Gathering(
                new CountDownLatch(habits.good()),
                new CountDownLatch(1),
                new CountDownLatch(habits.talkers() * (habits.good() - 1)));
    }
}
