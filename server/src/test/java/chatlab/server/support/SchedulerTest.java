package chatlab.server.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    @Test
    void failedTaskIsReportedAndTheNextOneRuns() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Scheduler scheduler = new Scheduler(complaints::add)) {
            scheduler.after(0, () -> {
                throw new IllegalStateException("a bug");
            });
            CountDownLatch done = new CountDownLatch(1);
            scheduler.after(1, done::countDown);
            done.await();
            assertThat(complaints).singleElement().asString().contains("IllegalStateException: a bug");
        }
    }

    @Test
    void regularTaskRunsAgainWhenThereWasNoMemoryForItsComplaint() throws Exception {
        CountDownLatch runs = new CountDownLatch(3);
        Scheduler scheduler = new Scheduler(words -> {
            throw new OutOfMemoryError("in a test");
        });
        try (scheduler) {
            scheduler.every(1, () -> {
                runs.countDown();
                throw new IllegalStateException("a bug");
            });
            runs.await();
        }
    }
}
