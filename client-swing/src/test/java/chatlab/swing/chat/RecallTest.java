package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecallTest {
    private final Recall recall = new Recall();

    @Test
    void recallGoesBackToTheOldestAndForwardToEmpty() {
        recall.add("one");
        recall.add("two");

        assertThat(recall.older("")).hasValue("two");
        assertThat(recall.older("two")).hasValue("one");
        assertThat(recall.older("one")).isEmpty();
        assertThat(recall.newer("one")).hasValue("two");
        assertThat(recall.newer("two")).hasValue("");
        assertThat(recall.newer("")).isEmpty();
        assertThat(recall.older("")).hasValue("two");
    }

    @Test
    void typedTextIsNotReplacedByARecalledMessage() {
        recall.add("one");

        assertThat(recall.older("half a thought")).isEmpty();
        assertThat(recall.newer("half a thought")).isEmpty();
        assertThat(recall.older("")).hasValue("one");
        assertThat(recall.older("one, but better")).isEmpty();
        assertThat(recall.newer("one, but better")).isEmpty();
    }

    @Test
    void recallStartsAtTheNewestOnceTheTextIsEmpty() {
        recall.add("one");
        recall.add("two");
        recall.older("");
        recall.older("two");

        assertThat(recall.older("")).hasValue("two");
    }

    @Test
    void recallKeepsATextOnce() {
        recall.add("again");
        recall.add("other");
        recall.add("again");

        assertThat(recall.older("")).hasValue("again");
        assertThat(recall.older("again")).hasValue("other");
        assertThat(recall.older("other")).isEmpty();
    }

    @Test
    void recallForgetsTheOldest() {
        IntStream.rangeClosed(0, Recall.MAX).forEach(i -> recall.add("text " + i));

        String text = "";
        int steps = 0;
        while (recall.older(text).isPresent()) {
            text = "text " + (Recall.MAX - steps++);
        }
        assertThat(steps).isEqualTo(Recall.MAX);
        assertThat(text).isEqualTo("text 1");
    }
}
