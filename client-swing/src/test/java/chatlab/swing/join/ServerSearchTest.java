package chatlab.swing.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.client.Finder;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class ServerSearchTest {
    private final List<Object> happened = new CopyOnWriteArrayList<>();

    @Test
    void exceptionEndsTheSearchAndIsReported() throws Exception {
        SwingUtilities.invokeAndWait(() -> Thread.currentThread()
                .setUncaughtExceptionHandler(
                        (thread, e) -> happened.add(e.getCause().getMessage())));
        Callable<Finder> broken = () -> {
            throw new IllegalArgumentException("a mistake");
        };
        new ServerSearch(broken, found -> {}, happened::add).execute();
        await().until(() -> happened.size() == 2);
        SwingUtilities.invokeAndWait(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertThat(happened).containsExactly(ServerSearch.Outcome.FAILED, "a mistake");
    }
}
