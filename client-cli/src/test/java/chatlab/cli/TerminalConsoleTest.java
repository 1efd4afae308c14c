package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Background;
import chatlab.protocol.testing.HangLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The console on a simulated terminal: keys go in as bytes, and what it would draw comes out as bytes. */
class TerminalConsoleTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Names names = new Names();
    private LineDisciplineTerminal terminal;
    private TerminalConsole console;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(40, 20));
        console = new TerminalConsole(terminal, names, "1");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void givesALineWhenEnterIsPressed() throws Exception {
        press("hello\r");
        assertThat(read()).isEqualTo("hello");
    }

    @Test
    void givesSeveralPastedLinesAsOne() throws Exception {
        press("\u001b[200~class A {\n}\n\u001b[201~\r");
        assertThat(read()).isEqualTo("class A {\n}\n");
    }

    @Test
    void nothingOfTheShellsIsSpecial() throws Exception {
        press("it's \\ \"and\r");
        assertThat(read()).isEqualTo("it's \\ \"and");
        press("!!\r");
        assertThat(read()).isEqualTo("!!");
    }

    @Test
    void arrowKeysDoNotBringBackAKey() throws Exception {
        press("hello\r");
        assertThat(read()).isEqualTo("hello");
        press("/op opensesame\r");
        assertThat(read()).isEqualTo("/op opensesame");
        press("\u001b[200~hi\n /OP opensesame\n\u001b[201~\r");
        assertThat(read()).contains("opensesame");
        press("\u001bOA\r");
        assertThat(read()).isEqualTo("hello");
    }

    @Test
    void completesCommandsAndNames() throws Exception {
        names.add("barbara");
        press("/ann\tBar\t\r");
        assertThat(read()).isEqualTo("/announce barbara ");
        press("it's bar\t\r");
        assertThat(read()).isEqualTo("it's barbara ");
    }

    @Test
    void completesTheWordsThatACommandTakes() throws Exception {
        names.setAnswers(List.of("yes", "perhaps"));
        names.add("petra");
        press("/vo\tp\t\r");
        assertThat(read()).isEqualTo("/vote perhaps ");
        press("/loc\tr\tof\t\r");
        assertThat(read()).isEqualTo("/lock rooms off ");
        press("/poll cl\t\r");
        assertThat(read()).isEqualTo("/poll close ");
        press("/hands u\t\r");
        assertThat(read()).isEqualTo("/hands undo ");
        press("/low\tp\t\r");
        assertThat(read()).isEqualTo("/lower petra ");
    }

    @Test
    void tabWhereNoNameWasBegunSaysNoName() throws Exception {
        names.add("barbara");
        press("\ta\t\tb \t\r");
        assertThat(read()).doesNotContain("barbara");
    }

    @Test
    void completesANameBehindABracketOrAnAtSign() throws Exception {
        names.add("anna");
        press("@an\t(an\t\r");
        assertThat(read()).isEqualTo("@anna (anna ");
    }

    @Test
    void ownNameIsOfferedLast() throws Exception {
        names.add("anna");
        names.add("anton");
        names.setMe("anna");
        press("an\t\t\r\r");
        assertThat(read().strip()).isEqualTo("anton");
    }

    @Test
    void endsWithControlDAndControlC() throws Exception {
        press("\u0004");
        assertThat(read()).isNull();
        screen.reset();
        CompletableFuture<String> line = Background.run(console::readLine);
        await().until(() -> drawn().contains("> ")); // before that, the terminal itself echoes, and a Control-C is lost
        press("abc\u0003");
        assertThat(line.get(HangLimit.SECONDS, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void showsWhatArrivesAboveTheLineThatIsTyped() throws Exception {
        CompletableFuture<String> line = Background.run(console::readLine);
        press("half a li");
        await().until(() -> drawn().contains("half a li"));
        screen.reset();

        console.show(List.of(new ScreenEntry(ScreenEntry.Kind.SAID, "14:02", "bob", "bob", "x".repeat(30))));

        await().until(() -> drawn().contains("half a li"));
        assertThat(drawn()).containsSubsequence("14:02 <bob> " + "x".repeat(28), "      xx", "half a li");
        press("ne\r");
        assertThat(line.get(HangLimit.SECONDS, TimeUnit.SECONDS)).isEqualTo("half a line");
    }

    /** The reader asks for the terminal's type while it prepares to read: the prompt changes at that moment. */
    @Test
    void drawsThePromptThatWasSetWhileTheReaderPrepared() throws Exception {
        terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8) {
            @Override
            public String getType() {
                console.setPrompt("anna");
                return super.getType();
            }
        };
        terminal.setSize(Size.of(40, 20));
        console.close();
        console = new TerminalConsole(terminal, names, "1");

        CompletableFuture<String> line = Background.run(console::readLine);
        await().until(() -> drawn().contains("> "));
        assertThat(drawn()).endsWith("anna> ");
        press("\r");
        line.get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private void press(String keys) throws IOException {
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    private String read() throws Exception {
        return Background.run(console::readLine).get(HangLimit.SECONDS, TimeUnit.SECONDS);
    }

    private String drawn() {
        return screen.toString(StandardCharsets.UTF_8);
    }
}
