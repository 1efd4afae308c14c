package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream and the list that a check gives to a class, beside its lock. */
@Timeout(300)
class StagedOutputTest {
    private final StagedLock lock = new StagedLock();
    private final StagedOutput out = new StagedOutput(lock);
    private final StagedList<String> list = new StagedList<>(lock);

    @Test
    void writeWaitsWhileTheStreamIsShut() throws Exception {
        out.shut();
        Thread writer = new Thread(() -> assertThat(writes("a")).isTrue());
        writer.start();
        assertThat(Wait.until(out::isEntered)).isTrue();
        assertThat(out.text()).isEmpty();
        assertThat(out.isLockHeld()).isFalse();
        out.open();
        writer.join();
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
        out.failAfter(1);
        lock.lock();
        out.write('a');
        assertThat(out.isLockHeld()).isTrue();
        assertThatThrownBy(() -> out.write('b')).isInstanceOf(IOException.class);
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
