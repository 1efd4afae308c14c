package chatlab.tutorials.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Two calls at the same time: the first one is held at a place on its way, meanwhile the second one is made. The first goes on
 * when the second is over, or as soon as it is proven that the second waits for it. So each race runs in the same way each time.
 */
final class Race {
    private static final int MOST_ROUNDS = 6;
    private static final int SHORT_WAIT = 200;

    private final Hold hold;
    private final Call first;
    private final Call second;

    /**
     * @param hold where the first one is held
     * @param firstThread the name of its thread
     */
    Race(Hold hold, String firstThread, Step first, String secondThread, Step second) {
        this.hold = hold;
        this.first = new Call(firstThread, first);
        this.second = new Call(secondThread, second);
    }

    /**
     * Runs these, and comes back after all. For the sake of speed they run at the same time, so that one proof tells that all
     * second calls wait. Where a lock is shared between the student's objects, that cannot be: then one after the other, and
     * only some of them with a hold.
     */
    static void runAll(List<Race> races) throws InterruptedException {
        List<Race> together = new ArrayList<>();
        int rounds = 0;
        for (Race race : races) {
            if (rounds >= MOST_ROUNDS) {
                race.hold.release();
            }
            race.first.thread.start();
            if (!race.getsReady()) { // it waits for one that is held
                finish(together);
                together.clear();
                rounds++;
            }
            together.add(race);
        }
        finish(together);
        for (Race race : races) {
            race.first.thread.join();
            race.second.thread.join();
        }
    }

    private static void finish(List<Race> races) throws InterruptedException {
        Wait.until(() -> races.stream().allMatch(Race::isReady));
        races.forEach(race -> race.second.thread.start());
        Wait.until(() -> races.stream().noneMatch(race -> race.second.thread.isAlive()));
        races.forEach(race -> race.hold.release());
    }

    private boolean getsReady() throws InterruptedException {
        for (int i = 0; i < SHORT_WAIT && !isReady(); i++) {
            Thread.yield();
        }
        return Wait.until(this::isReady);
    }

    private boolean isReady() {
        return hold.holds() || !first.thread.isAlive();
    }

    /** What one of the two calls has thrown, the first one's before the second one's; or null. */
    Throwable thrown() {
        return first.thrown.get() != null ? first.thrown.get() : second.thrown.get();
    }

    private static final class Call {
        final AtomicReference<Throwable> thrown = new AtomicReference<>();
        final Thread thread;

        Call(String name, Step body) {
            thread = new Thread(
                    () -> {
                        try {
                            body.run();
                        } catch (Throwable e) {
                            thrown.set(e);
                        }
                    },
                    name);
            thread.setDaemon(true);
        }
    }
}
