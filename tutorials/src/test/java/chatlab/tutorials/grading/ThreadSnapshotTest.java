package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import chatlab.tutorials.grading.ThreadSnapshot.Change;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two looks at one thread. */
class ThreadSnapshotTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void threadThatWaitsForALockHasNotMovedWhenTheVirtualMachineWokeIt() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("a JDK that wakes threads which wait for a lock")
                .isLessThan(24);
        Object lock = new Object();
        Thread blocked = new Thread(() -> {
            synchronized (lock) {
                lock.notifyAll();
            }
        });
        blocked.setDaemon(true);
        synchronized (lock) {
            blocked.start();
            await().until(() -> THREADS.getThreadInfo(blocked.getId()).getBlockedCount() == 1);
            ThreadSnapshot before = at(blocked);
            long used = THREADS.getThreadCpuTime(blocked.getId());
            await().until(() -> THREADS.getThreadCpuTime(blocked.getId()) > used);
            assertThat(at(blocked).since(before)).isEqualTo(Change.STOOD);
        }
        blocked.join();
    }

    private static ThreadSnapshot at(Thread thread) {
        ThreadSnapshot all = ThreadSnapshot.now(Set.of());
        return new ThreadSnapshot(Map.of(thread.getId(), all.threads().get(thread.getId())));
    }
}
