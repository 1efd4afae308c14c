package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.server.support.Housekeeper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HousekeeperTest {
    @Test
    void aTaskThatFailsIsComplainedOfAndTheNextOneIsDone() throws Exception {
        List<String> complaints = new CopyOnWriteArrayList<>();
        try (Housekeeper housekeeper = new Housekeeper(complaints::add)) {
            housekeeper.after(0, () -> {
                throw new IllegalStateException("a bug");
            });
            CountDownLatch done = new CountDownLatch(1);
            housekeeper.after(1, done::countDown);
            done.await();
            assertThat(complaints).singleElement().asString().contains("IllegalStateException: a bug");
        }
    }
}
