package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.NameCompletion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private final Completion completion = new Completion(
            (text, caret) -> new NameCompletion().propose(text, caret, List.of("ada", "adam", "bob"), ""));

    /** The text; a bar marks the caret. */
    private String text = "";

    @Test
    void wordBeforeTheCaretIsCompleted() {
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
    void completionGoesRoundAllMatches() {
        text = "ask ad|";
        tab();
        assertThat(text).isEqualTo("ask ada |");
        tab();
        assertThat(text).isEqualTo("ask adam |");
        tab();
        assertThat(text).isEqualTo("ask ada |");
    }

    @Test
    void completionStartsAgainAfterTyping() {
        text = "ad|";
        tab();
        text = "ada and b|";
        tab();
        assertThat(text).isEqualTo("ada and bob |");
    }

    @Test
    void emptyPrefixIsNotCompleted() {
        assertThat(refused("|")).isTrue();
        assertThat(refused("hello |")).isTrue();
        assertThat(refused("|bo")).isTrue();
        assertThat(refused("line\n|")).isTrue();
    }

    @Test
    void wordThatIsNoNameIsNotCompleted() {
        assertThat(refused("hello|")).isTrue();
    }

    @Test
    void onlyCandidateIsCompletedOnce() {
        text = "bo|";
        tab();
        assertThat(tab()).isFalse();
    }

    @Test
    void completionKeepsAnAtSign() {
        text = "@bo|";
        tab();
        assertThat(text).isEqualTo("@bob |");
    }

    @Test
    void completionDoesNotGoOnAtAnotherPlace() {
        text = "ad|";
        tab();
        assertThat(refused("ada| ")).isFalse(); // a new completion
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
