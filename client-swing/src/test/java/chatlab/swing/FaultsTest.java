package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final List<String> told = new ArrayList<>();
    private final Main.Faults faults = new Main.Faults(new PrintStream(log, true), told::add);

    @Test
    void theUserIsToldOnceAndTheLogEachTime() {
        faults.uncaughtException(new Thread("painter"), new IllegalStateException("first"));
        faults.uncaughtException(new Thread("reader"), new IllegalStateException("second"));

        assertThat(told).hasSize(1).first().asString().contains("IllegalStateException");
        assertThat(log.toString())
                .contains(
                        "\"painter\"",
                        "first",
                        "\"reader\"",
                        "second",
                        "\tat " + getClass().getName());
    }
}
