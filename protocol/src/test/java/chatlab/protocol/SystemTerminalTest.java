package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemTerminalTest {
    private static final String SENTENCE =
            "Another program already listens on port 8081. End it, or choose another port," + " like: 0.0.0.0 8082";

    @Test
    void rowsEndBehindAWord() {
        assertThat(SystemTerminal.rows(SENTENCE + "\nTry --help.").lines())
                .containsExactly(
                        "Another program already listens on port 8081. End it, or choose another port, ",
                        "  like: 0.0.0.0 8082",
                        "Try --help.");
    }
}
