package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output and exit status of the program. */
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void tellsItsVersionAndHowToUseIt() {
        assertThat(run("--version")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .matches("(?s)chat-client \\d+\\.\\d+.*")
                .contains("Usage: chat-client [-hV] [--name=NAME] [--theme=THEME] [--zoom=PERCENT] [HOST]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8081", "[::1]:8081", "8081"})
    @EnabledIfSystemProperty(named = "java.awt.headless", matches = "true", disabledReason = "here a window would open")
    void addressMayHaveAPortOrBeAPortAlone(String address) {
        assertThat(run(address)).isEqualTo(1);
        assertThat(err.toString()).startsWith("chat-client: There is no display");
    }

    @Test
    void badThemeOrZoomIsReported() {
        assertThat(run("--theme", "pink")).isEqualTo(2);
        assertThat(err.toString()).contains("The theme can be light, dark or system, and not \"pink\".");
        assertThat(run("--zoom", "1000")).isEqualTo(2);
        assertThat(err.toString()).contains("The zoom is a number from 50 to 300, in percent.");
    }

    @Test
    @EnabledIfSystemProperty(named = "java.awt.headless", matches = "true", disabledReason = "here a window would open")
    void missingDisplayNamesTheTerminalClient() {
        assertThat(run("--zoom", "150", "localhost")).isEqualTo(1);
        assertThat(err.toString()).matches("chat-client: There is no display .* chat-cli, .*\\R");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
