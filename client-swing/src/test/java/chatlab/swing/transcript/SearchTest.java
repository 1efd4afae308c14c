package chatlab.swing.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void theCaseOfLettersDoesNotMatter() {
        assertThat(Search.find("Ada, ada, ADA", "adA")).containsExactly(0, 5, 10);
        assertThat(Search.find("\u00C4rger", "\u00E4R")).containsExactly(0);
    }

    @Test
    void placesDoNotOverlap() {
        assertThat(Search.find("aaaaa", "aa")).containsExactly(0, 2);
    }

    @Test
    void nothingIsNowhere() {
        assertThat(Search.find("abc", "")).isEmpty();
        assertThat(Search.find("abc", "abcd")).isEmpty();
        assertThat(Search.find("", "a")).isEmpty();
    }
}
