package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockSpanTest {
    private final Object lock = new Object();
    private final Seen list = new Seen();

    @Test
    void twoUsesInOneBlockKeepTheLock() {
        synchronized (lock) {
            list.get(0);
            if (!list.isEmpty()) {
                list.get(1);
            }
        }
        assertThat(givenBack()).isFalse();
    }

    @Test
    void twoBlocksGiveTheLockBack() {
        synchronized (lock) {
            list.get(0);
        }
        synchronized (lock) {
            list.get(1);
        }
        assertThat(givenBack()).isTrue();
    }

    @Test
    void loopInABlockKeepsTheLock() {
        synchronized (lock) {
            for (int i = 0; i < list.size(); i++) {
                list.get(i);
            }
        }
        assertThat(givenBack()).isFalse();
    }

    @Test
    void blockInALoopGivesTheLockBack() {
        for (int i = 0; i < list.size(); i++) {
            synchronized (lock) {
                list.get(i);
            }
        }
        assertThat(givenBack()).isTrue();
    }

    @Test
    void synchronizedMethodsGiveTheLockBackBetweenThem() {
        Helper helper = new Helper();
        helper.first();
        helper.second();
        assertThat(list.moments.get(1).hasGivenBack(list.moments.get(0), System.identityHashCode(helper)))
                .isTrue();
    }

    @Test
    void callerThatHoldsTheLockKeepsIt() {
        Helper helper = new Helper();
        helper.both();
        assertThat(list.moments.get(1).hasGivenBack(list.moments.get(0), System.identityHashCode(helper)))
                .isFalse();
    }

    private boolean givenBack() {
        return list.moments.get(1).hasGivenBack(list.moments.get(0), System.identityHashCode(lock));
    }

    private final class Helper {
        synchronized void first() {
            list.get(0);
        }

        synchronized void second() {
            list.get(1);
        }

        synchronized void both() {
            first();
            second();
        }
    }

    /** Keeps the moments at which an element was read. */
    private static final class Seen extends AbstractList<String> {
        private final List<LockSpan> moments = new ArrayList<>();

        @Override
        public String get(int index) {
            moments.add(LockSpan.now());
            return "";
        }

        @Override
        public int size() {
            return 2;
        }
    }
}
