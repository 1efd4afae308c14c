package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The stream and the list that a check gives to a class, beside its lock. */
@Isolated("it looks at all threads of the process")
class StagedOutputTest {
    private final StagedLock lock = new StagedLock();
    private final StagedOutput out = new StagedOutput(lock);
    private final StagedList<String> list = new StagedList<>(lock);

    @Test
    void writeWaitsWhileTheStreamIsShut() throws Exception {
        out.shut();
        AtomicBoolean wrote = new AtomicBoolean();
        Thread writer = new Thread(() -> wrote.set(writes("a")));
        writer.start();
        assertThat(Wait.until(out::isEntered)).isTrue();
        assertThat(out.text()).isEmpty();
        assertThat(out.isLockHeld()).isFalse();
        out.open();
        writer.join();
        assertThat(wrote).isTrue();
        assertThat(out.text()).isEqualTo("a");
        assertThat(out.writes()).isOne();
    }

    private boolean writes(String text) {
        try {
            out.write(text.getBytes());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void writeFailsAfterSoMany() throws Exception {
        out.failAfter(1, new IOException("Broken pipe"));
        lock.lock();
        out.write('a');
        assertThat(out.isLockHeld()).isTrue();
        assertThatThrownBy(() -> out.write('b')).isInstanceOf(IOException.class);
    }

    @Test
    void loopThatChangesTheListFailsAsWithAnArrayList() {
        lock.lock();
        list.addAll(List.of("a", "b", "c"));
        assertThatThrownBy(() -> {
                    for (String line : list) {
                        list.remove(line);
                    }
                })
                .isInstanceOf(ConcurrentModificationException.class);
    }

    @Test
    void useWithoutTheLockIsRemembered() {
        lock.lock();
        list.add("a");
        assertThat(list.unguarded()).isEmpty();
        lock.unlock();
        assertThat(list.isEmpty()).isFalse();
        assertThat(list.unguarded()).contains("size()");
        assertThat(list.content()).containsExactly("a");
    }
}
