package chatlab.cli.swarm;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * What the people of a swarm share.
 *
 * @param swarm the number in each message of this swarm
 * @param beganAt {@code System.nanoTime} when it began to gather
 * @param sentences what the talkers say
 * @param present counts the listeners that have not heard a call yet; a listener that has heard a call is in
 *     the room and hears all later messages
 * @param end reaches 0 when the talkers are to stop
 * @param farewells counts the farewells that have not arrived; each listener hears one farewell, the last message, of each
 *     other talker
 */
record Gathering(
        int swarm,
        long beganAt,
        Sentences sentences,
        CountDownLatch present,
        CountDownLatch end,
        CountDownLatch farewells) {
    private static final int SWARMS = 1_000_000;

    static Gathering of(Habits habits) {
        return new Gathering(
                ThreadLocalRandom.current().nextInt(1, SWARMS), // not from the seed: two swarms may have the same seed
                System.nanoTime(),
                new Sentences(habits.characters() - Stamped.CHARACTERS, habits.seed()),
                new CountDownLatch(habits.good()),
                new CountDownLatch(1),
                new CountDownLatch(habits.talkers() * (habits.good() - 1)));
    }

    /** Microseconds since the swarm began to gather. */
    long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - beganAt);
    }

    /** The line that this talker sends now. */
    String line(int talker, long number) {
        return new Stamped(swarm, talker, number, micros(), sentences.of(talker, number)).print();
    }
}
