package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.locks.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at all threads of the process")
class StagedLockTest {
    private final StagedLock lock = new StagedLock();
    private final Condition condition = lock.newCondition();

    @Test
    void threadIsStoppedBeforeItHasTheLock() throws Exception {
        Thread thread = new Thread(this::lockAndUnlock);
        Gate stop = lock.stopBefore(thread);
        thread.start();
        assertThat(Wait.until(stop::isEntered)).isTrue();
        lockAndUnlock(); // it is free
        stop.open();
        thread.join();
    }

    @Test
    void threadIsStoppedAfterItHasGivenTheLockAway() throws Exception {
        Thread thread = new Thread(this::lockAndUnlock);
        Gate stop = lock.stopAfter(thread);
        thread.start();
        assertThat(Wait.until(stop::isEntered)).isTrue();
        lockAndUnlock();
        stop.open();
        thread.join();
    }

    @Test
    void waitingThreadIsWokenForNothing() throws Exception {
        Thread thread = new Thread(this::waitOnce);
        thread.start();
        assertThat(Wait.until(() -> lock.waits() == 1)).isTrue();
        lock.wakeForNothing();
        thread.join();
        assertThat(lock.isHeldByMe()).isFalse();
    }

    private void lockAndUnlock() {
        lock.lock();
        lock.unlock();
    }

    private void waitOnce() {
        lock.lock();
        try {
            condition.awaitUninterruptibly();
        } finally {
            lock.unlock();
        }
    }
}
