package chatlab.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasteInProgressTest {
    @Test
    void whatWasRefusedIsNotKept() {
        PasteInProgress paste = new PasteInProgress("", "");
        paste.add("one");
        paste.refuse();
        assertThat(paste.lines()).isEmpty();
        assertThat(paste.add("two")).isTrue();
        assertThat(paste.lines()).isEmpty();
    }
}
