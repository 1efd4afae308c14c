package chatlab.tutorials.grading;

import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;

/** Which threads are ready to run. */
@EnabledOnOs(OS.LINUX)
@Isolated("it looks at all threads of the process")
class ReadyThreadsTest {
    @Test
    void aThreadThatRunsIsReadyAndOneThatWaitsIsNot() throws InterruptedException {
        AtomicBoolean runs = new AtomicBoolean(true);
        CountDownLatch waits = new CountDownLatch(1);
        AtomicReference<String> number = new AtomicReference<>("");
        Thread thread = new Thread(() -> {
            number.set(ReadyThreads.current());
            while (runs.get()) {
                Thread.onSpinWait();
            }
            awaitQuietly(waits);
        });
        thread.start();
        await().until(() -> !number.get().isEmpty());
        Set<String> others = ReadyThreads.all();
        others.remove(number.get());

        await().pollInSameThread().until(() -> ReadyThreads.any(others));
        runs.set(false);
        await().pollInSameThread().until(() -> !ReadyThreads.any(others));

        waits.countDown();
        thread.join();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
