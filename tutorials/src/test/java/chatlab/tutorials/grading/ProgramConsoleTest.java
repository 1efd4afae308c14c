package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it looks at all threads of the process")
class ProgramConsoleTest {
    @Test
    void aProgramReadsWhatIsTypedAndShowsWhatItPrints() throws Exception {
        try (ProgramConsole console = ProgramConsole.open()) {
            Thread program = new Thread(ProgramConsoleTest::echo);
            program.start();
            console.type("h\u00e9llo");
            shows(console, "<h\u00e9llo>\n");
            console.type("again");
            shows(console, "<h\u00e9llo>\n<again>\n");
            console.endInput();
            program.join();
            shows(console, "<h\u00e9llo>\n<again>\nend\n");
        }
    }

    @Test
    void theThreadThatWaitsForTheKeyboardIsKnown() throws Exception {
        try (ProgramConsole console = ProgramConsole.open()) {
            Thread program = new Thread(ProgramConsoleTest::echo);
            program.start();
            console.type("one");
            assertThat(console.awaitTaken()).isTrue();
            assertThat(console.hasTyped()).isFalse();
            assertThat(ProgramConsole.reader()).contains(program);
            console.endInput();
            program.join();
        }
    }

    private static void shows(ProgramConsole console, String text) throws InterruptedException {
        assertThat(Checks.comesTrue(() -> console.screen().text().equals(text)))
                .as(console.screen().text())
                .isTrue();
    }

    private static void echo() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("<" + line + ">");
            }
            System.out.println("end");
        } catch (java.io.IOException e) {
            System.out.println(e);
        }
    }
}
