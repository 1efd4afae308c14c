package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A lock and a map that show what an answer does with them. */
class WatchedTest {
    private final WatchedLock lock = new WatchedLock();
    private final WatchedMap<String, Integer> watched = new WatchedMap<>(lock);
    private final Map<String, Integer> map = watched.forAnswer();

    @Test
    void mapKnowsWhichMethodIsCalledWithoutTheLock() {
        lock.lock();
        map.put("ada", 1);
        lock.unlock();
        assertThat(watched.withoutLock()).isEmpty();
        map.merge("ada", 1, Integer::sum);
        assertThat(watched.withoutLock()).containsExactly("merge");
        assertThat(watched.content()).isEqualTo(Map.of("ada", 2));
    }

    @Test
    void viewsOfTheMapAreWatchedToo() {
        lock.lock();
        map.put("ada", 1);
        Set<String> keys = map.keySet();
        Iterator<Map.Entry<String, Integer>> entries = map.entrySet().iterator();
        lock.unlock();
        assertThat(watched.withoutLock()).isEmpty();
        assertThat(keys.contains("ada")).isTrue();
        entries.next().setValue(3);
        assertThat(watched.withoutLock())
                .containsExactly(
                        "keySet().contains", "entrySet().iterator().next", "entrySet().iterator().next().setValue");
    }

    @Test
    void mapCountsTheHoldsOfTheLockInWhichItIsUsed() {
        for (int i = 1; i <= 2; i++) {
            lock.lock();
            map.put("ada", i);
            lock.lock();
            lock.unlock();
            map.put("bob", i);
            lock.unlock();
        }
        assertThat(watched.holds()).isEqualTo(2);
    }

    @Test
    void mapFailsAtTheChosenCallAlone() {
        RuntimeException failure = new IllegalStateException();
        watched.failAt(2, failure);
        map.put("ada", 1);
        assertThatThrownBy(() -> map.put("bob", 1)).isSameAs(failure);
        map.put("cyd", 1);
        assertThat(map).containsOnlyKeys("ada", "cyd");
    }

    @Test
    void lockIsFreeWhenTheChosenReleaseIsTold() {
        List<Boolean> held = new ArrayList<>();
        lock.afterRelease(2, () -> held.add(lock.isLocked()));
        lock.lock();
        lock.lock();
        lock.unlock();
        lock.unlock();
        assertThat(lock.wasReleased()).isFalse();
        lock.lock();
        lock.unlock();
        assertThat(held).containsExactly(false);
    }

    @Test
    void timedTryLockDoesNotWait() throws Exception {
        lock.lock();
        FutureTask<Boolean> other = new FutureTask<>(() -> lock.tryLock(1, TimeUnit.DAYS));
        new Thread(other).start();
        assertThat(other.get()).isFalse();
        assertThat(lock.hasQueuedThreads()).isFalse();
    }
}
