package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What a call leaves behind in fields is seen, wherever it is. */
class FieldsTest {
    /** An answer. */
    static final class Answer {
        private static int calls;
        private final AtomicReference<String> last = new AtomicReference<>();
        private final String[] names = {"ada"};
        private final Map<String, String> map = new HashMap<>();
        private final Inner inner = new Inner();
        private final Inner second = new Inner();

        final class Inner {
            private String text = "";
        }

        static final class Holder {
            private static Object held;
        }
    }

    private final Answer answer = new Answer();
    private final Map<String, String> before = Fields.of(answer);

    @Test
    void numbersAtomicsElementsAndInnerClassesShowWhatIsInThem() {
        Answer.calls++;
        assertThat(changed()).containsExactly("Answer.calls");
        answer.last.set("bob");
        answer.names[0] = "bob";
        answer.inner.text = "bob";
        Answer.Holder.held = new Object();
        assertThat(changed())
                .containsExactlyInAnyOrder(
                        "Answer.calls", "Answer.last", "Answer.names", "Answer.inner.text", "Holder.held");
    }

    @Test
    void eachOfTwoObjectsOfOneClassIsLookedAt() {
        answer.inner.text = "bob";
        assertThat(changed()).containsExactly("Answer.inner.text");
        answer.second.text = "cyd";
        assertThat(changed()).containsExactlyInAnyOrder("Answer.inner.text", "Answer.second.text");
    }

    @Test
    void mapIsTheSameWhateverIsInIt() {
        answer.map.put("ada", "bob");
        assertThat(changed()).isEmpty();
    }

    private Iterable<String> changed() {
        Map<String, String> now = Fields.of(answer);
        return () -> now.keySet().stream()
                .filter(name -> !now.get(name).equals(before.get(name)))
                .iterator();
    }
}
