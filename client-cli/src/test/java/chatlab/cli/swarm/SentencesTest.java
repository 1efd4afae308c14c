package chatlab.cli.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the people of a swarm say can be shown to a class, and differs from message to message. */
class SentencesTest {
    private static final int SEED = 1;

    @Test
    void sentencesLookLikeSentences() {
        assertThat(Sentences.all())
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.matches("[A-Z][\\w ,:()/.-]*[.?]"), "from a capital to a stop")
                .allMatch(sentence -> sentence.split(" ").length >= 3, "at least three words")
                .allMatch(sentence -> sentence.length() <= 46, "short enough for one row");
    }

    @Test
    void messageEndsWithAShortStamp() {
        Stamped message = new Stamped(346_664, 12, 100, 87_400_000, "What does accept() return?");

        assertThat(message.print()).isEqualTo("What does accept() return? [7fhk.c.2s.1g1a9s]");
        assertThat(Stamped.parse("<ada> " + message.print()))
                .contains(new Stamped(346_664, 12, 100, 87_400_000, "<ada> What does accept() return?"));
    }

    @Test
    void talkerSaysEachSentenceBeforeItRepeatsOne() {
        Sentences sentences = new Sentences(46, SEED);
        int all = Sentences.all().size();

        assertThat(IntStream.rangeClosed(1, all).mapToObj(number -> sentences.of(3, number)))
                .doesNotHaveDuplicates();
    }

    @Test
    void talkersSayDifferentSentences() {
        Sentences sentences = new Sentences(46, SEED);

        assertThat(IntStream.range(0, 30).mapToObj(talker -> sentences.of(talker, 1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void longTextHasSeveralSentencesAndIsNotLongerThanAskedFor() {
        Sentences sentences = new Sentences(300, SEED);
        List<String> first = Sentences.all().subList(8, 10); // of talker 0: 7 times 1, and the seed

        assertThat(sentences.of(0, 1)).startsWith(String.join(" ", first)).hasSizeBetween(250, 300);
    }

    @Test
    void callAndFarewellAreSentences() {
        Sentences sentences = new Sentences(46, SEED);

        assertThat(List.of(sentences.of(0, 0), sentences.of(0, -1)))
                .containsExactly("Can you hear me?", "That is all from me. Goodbye.");
    }
}
