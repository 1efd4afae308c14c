package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shell sees. The tests run without a terminal. */
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownHostIsOneSentence() {
        assertThat(run("no-such-host.invalid")).isEqualTo(1);
        assertThat(err.toString())
                .matches("chat-cli: There is no computer called \"no-such-host.invalid\" here\\. .*\\R");
    }

    @Test
    void closedPortIsOneSentence() throws IOException {
        ScriptedServer server = ScriptedServer.start(0);
        server.close();
        assertThat(run("127.0.0.1", String.valueOf(server.port()))).isEqualTo(1);
        assertThat(err.toString()).matches("chat-cli: No program listens at 127.0.0.1:\\d+\\. .*\\R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:", "localhost:", "", "swarm 127.0.0.1:", "swarm "})
    void hostAndPortMayBeOneWordAndAPortAloneIsThisMachine(String words) throws IOException {
        ScriptedServer server = ScriptedServer.start(0);
        server.close();
        assertThat(run((words + server.port()).split(" "))).isEqualTo(1);
        String host = words.contains("127") ? "127.0.0.1" : "localhost";
        assertThat(err.toString()).contains("No program listens at " + host + ":" + server.port() + ". ");
    }

    @Test
    void withoutATerminalTheServerMustBeNamed() {
        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).matches("chat-cli: There is no terminal to choose a server in\\. .*\\R");
    }

    @Test
    void tellsItsVersionAndHowToUseIt() {
        assertThat(run("--version")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .matches("(?s)chat-cli \\d+\\.\\d+.*")
                .contains("Usage: chat-cli [-hV] [--plain] [--name=NAME] [HOST] [PORT]")
                .contains(
                        "Chats in this terminal.",
                        "/help lists the",
                        "learn    The course: ",
                        "conform  Tests your own server or client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"learn --version", "learn check --version", "swarm --version"})
    void subcommandsTellTheVersion(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(out.toString()).matches("chat-cli \\d+\\.\\d+\\s+");
    }

    @Test
    void theHelpOfTheCourseIsAboutTheCourse() {
        assertThat(run("learn", "--help")).isZero();
        assertThat(out.toString())
                .contains("check     Checks your answer")
                .doesNotContain("Chats in this terminal", "Without HOST");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
