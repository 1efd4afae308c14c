package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.hood.EventThreadSampler.Doing;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EventThreadSamplerTest {
    private static final StackTraceElement WAIT = call("java.lang.Object", "wait");
    private static final StackTraceElement SLEEP = call("java.lang.Thread", "sleep");
    private static final StackTraceElement NEXT = call("java.awt.EventQueue", "getNextEvent");
    private static final StackTraceElement DISPATCH = call("java.awt.EventQueue", "dispatchEvent");

    @Test
    void stateAndStackTellWhatTheEventThreadDoes() {
        assertThat(Doing.of(Thread.State.WAITING, WAIT, NEXT)).isEqualTo(Doing.WAITING_FOR_EVENT);
        assertThat(Doing.of(Thread.State.RUNNABLE, DISPATCH)).isEqualTo(Doing.HANDLING);
        assertThat(Doing.of(Thread.State.TIMED_WAITING, SLEEP, DISPATCH)).isEqualTo(Doing.SLEEPING);
        assertThat(Doing.of(Thread.State.BLOCKED, DISPATCH)).isEqualTo(Doing.BLOCKED);
    }

    @Test
    void theSamplerSeesASleeperAndEndsWhenItIsClosed() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread sleeper = new Thread(() -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                // it ends
            }
        });
        sleeper.start();
        try (EventThreadSampler sampler = new EventThreadSampler(sleeper)) {
            await().untilAsserted(() -> assertThat(sampler.latest().doing()).isEqualTo(Doing.SLEEPING));
            assertThat(sampler.history().samples()).isNotEmpty();
        }
        end.countDown();
        sleeper.join();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("hood sampler")));
    }

    private static StackTraceElement call(String type, String method) {
        return new StackTraceElement(type, method, null, 0);
    }
}
