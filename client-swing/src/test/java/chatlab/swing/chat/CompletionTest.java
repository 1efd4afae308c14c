package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.NameCompletion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final Completion completion = new Completion(
            (text, caret) -> new NameCompletion().propose(text, caret, List.of("ada", "adam", "bob"), ""));

    /** What stands there now; a bar is the caret. */
    private String text = "";

    @Test
    void completesTheWordBeforeTheCaret() {
        text = "hi bo|, how are you?";
        assertThat(tab()).isTrue();
        assertThat(text).isEqualTo("hi bob |, how are you?");
    }

    @Test
    void replacesAPrefixInCapitals() {
        text = "BO|";
        tab();
        assertThat(text).isEqualTo("bob |");
    }

    @Test
    void goesRoundAllThatFit() {
        text = "ask ad|";
        tab();
        assertThat(text).isEqualTo("ask ada |");
        tab();
        assertThat(text).isEqualTo("ask adam |");
        tab();
        assertThat(text).isEqualTo("ask ada |");
    }

    @Test
    void startsAnewWhenSomethingWasTypedInBetween() {
        text = "ad|";
        tab();
        text = "ada and b|";
        tab();
        assertThat(text).isEqualTo("ada and bob |");
    }

    @Test
    void hasNothingToSayWithoutAPrefix() {
        assertThat(refused("|")).isTrue();
        assertThat(refused("hello |")).isTrue();
        assertThat(refused("|bo")).isTrue();
        assertThat(refused("line\n|")).isTrue();
    }

    @Test
    void hasNothingToSayForAWordThatIsNoName() {
        assertThat(refused("hello|")).isTrue();
    }

    @Test
    void completesAnOnlyCandidateOnce() {
        text = "bo|";
        tab();
        assertThat(tab()).isFalse();
    }

    @Test
    void leavesAnAtSignWhereItIs() {
        text = "@bo|";
        tab();
        assertThat(text).isEqualTo("@bob |");
    }

    @Test
    void doesNotGoRoundElsewhere() {
        text = "ad|";
        tab();
        assertThat(refused("ada| ")).isFalse(); // a name again, and one that begins like others
        assertThat(completion.complete("ada ", 0)).isEmpty();
    }

    private boolean refused(String marked) {
        text = marked;
        return !tab();
    }

    private boolean tab() {
        int caret = text.indexOf('|');
        String typed = text.replace("|", "");
        Optional<Completion.Edit> edit = completion.complete(typed, caret);
        edit.ifPresent(e ->
                text = new StringBuilder(e.in(typed)).insert(e.caret(), '|').toString());
        return edit.isPresent();
    }
}
