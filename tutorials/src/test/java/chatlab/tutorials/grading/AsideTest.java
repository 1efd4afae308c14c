package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** {@link Aside}, with {@link Gate}, {@link HeldMonitors} and {@link RecordedThreads}. */
@Isolated("it looks at all threads of the process")
class AsideTest {
    @Test
    void threadThatWaitsDoesNotEndUntilTheGateIsOpened() throws InterruptedException {
        Gate gate = new Gate();
        Aside aside = Aside.run("aside", gate::enter);
        assertThat(Checks.comesTrue(gate::isEntered)).isTrue();
        assertThat(aside.ends()).isFalse();
        gate.open();
        assertThat(Checks.comesTrue(aside::hasEnded)).isTrue();
    }

    @Test
    void threadThatWaitsForSomeTimeOnlyDoesNotEndEither() throws InterruptedException {
        Aside aside = Aside.run("aside", () -> Thread.sleep(60_000));
        assertThat(aside.ends()).isFalse();
        assertThat(aside.place()).isEqualTo("state TIMED_WAITING");
    }

    @Test
    void exceptionEndsTheThreadAndIsKept() throws InterruptedException {
        Aside aside = Aside.run("aside", () -> {
            throw new IllegalStateException("no");
        });
        assertThat(aside.ends()).isTrue();
        assertThatThrownBy(aside::rethrow).hasMessage("no");
    }

    @Test
    void heldMonitorsKeepOtherThreadsOut() throws Exception {
        LinkedBlockingQueue<Object> objects = new LinkedBlockingQueue<>();
        AtomicBoolean entered = new AtomicBoolean();
        HeldMonitors.during(objects, () -> {
            Aside aside = Aside.run("aside", () -> {
                synchronized (objects) {
                    entered.set(true);
                }
            });
            assertThat(aside.ends()).isFalse();
        });
        assertThat(Checks.comesTrue(entered::get)).isTrue();
    }

    @Test
    void heldMonitorsTellWhatIsChangedWithoutLock() throws Exception {
        List<String> list = new ArrayList<>();
        Step withLock = () -> {
            synchronized (list) {
                list.add("with");
            }
        };
        assertThat(HeldMonitors.changedWithoutLock(list, () -> Aside.run("aside", withLock)))
                .isEmpty();
        Step withoutLock = () -> {
            Aside aside = Aside.run("aside", () -> list.add("without"));
            assertThat(Checks.comesTrue(aside::hasEnded)).isTrue();
        };
        assertThat(HeldMonitors.changedWithoutLock(list, withoutLock)).hasSize(1);
    }

    @Test
    void heldMonitorsWakeForNothing() throws Exception {
        Object object = new Object();
        Aside aside = Aside.run("aside", () -> {
            synchronized (object) {
                object.wait();
            }
        });
        assertThat(Checks.comesTrue(() -> aside.place().equals("state WAITING")))
                .isTrue();
        HeldMonitors.wakeForNothing(object);
        assertThat(Checks.comesTrue(aside::hasEnded)).isTrue();
    }

    @Test
    void factoryTellsItsThreadsFromOthers() throws InterruptedException {
        RecordedThreads threads = new RecordedThreads(false);
        Gate gate = new Gate();
        threads.newThread(gate::enter).start();
        Thread other = new Thread(gate::enter, "another");
        other.start();
        assertThat(threads.made()).hasSize(1);
        assertThat(threads.others()).contains(other).doesNotContainAnyElementsOf(threads.made());
        gate.open();
        other.join();
    }
}
