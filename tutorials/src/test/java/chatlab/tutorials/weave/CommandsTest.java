package chatlab.tutorials.weave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands of the documents mean the same in bash, in PowerShell and in cmd. */
class CommandsTest {
    /** On a line of its own, behind a prompt, or in a line of text between backquotes. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|`|\\w\\$ )((?:\\./mvnw|mvn|java|learn) [^`|\n]+?)(?:`| *$)");

    @ParameterizedTest(name = "{0}")
    @MethodSource("chatlab.tutorials.weave.Checkout#documents")
    void everyCommandMeansTheSameInEveryShell(Path document) throws IOException {
        for (String command : commands(document)) {
            List<String> meant = ShellWords.of(command);
            assertThat(WindowsShells.powerShell(command))
                    .as("in PowerShell: %s", command)
                    .isEqualTo(meant);
            assertThat(WindowsShells.cmd(command)).as("in cmd: %s", command).isEqualTo(meant);
        }
    }

    @Test
    void commandsAreFound() throws IOException {
        assertThat(commands(Checkout.ROOT.resolve("README.md")))
                .contains("./mvnw verify", "mvn -pl client-cli exec:java \"-Dexec.args=192.168.55.13 8081\"");
        assertThat(commands(Checkout.ROOT.resolve("CONTRIBUTING.md"))).contains("./mvnw test");
        assertThat(commands(Checkout.ROOT.resolve("tutorials/chapters/04-the-shared-list/README.md")))
                .contains("mvn -q -pl client-cli exec:java \"-Dexec.args=127.0.0.1 8081\"");
    }

    @Test
    void powerShellCutsAnOptionAtItsDot() {
        assertThat(WindowsShells.powerShell("mvn -Dexec.args=learn")).containsExactly("mvn", "-Dexec", ".args=learn");
        assertThat(WindowsShells.powerShell("mvn \"-Dexec.args=learn check 1\""))
                .containsExactly("mvn", "-Dexec.args=learn check 1");
        assertThat(WindowsShells.powerShell("java -jar chat-cli.jar 127.0.0.1 --name \"Room 12\""))
                .containsExactly("java", "-jar", "chat-cli.jar", "127.0.0.1", "--name", "Room 12");
        assertThat(WindowsShells.powerShell("mvn compile exec:java@maintain"))
                .containsExactly("mvn", "compile", "exec:java@maintain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mvn -Dexec.args=\"a b\"", "mvn -pl a,b", "java X $HOME", "java X 'a b'", "a && b", "java @args"
            })
    void commandThatPowerShellReadsInAnotherWayIsRefused(String command) {
        assertThatThrownBy(() -> WindowsShells.powerShell(command)).isInstanceOf(IllegalArgumentException.class);
    }

    /** In a folder like {@code Ada's}, an apostrophe of the path ended the string, and PowerShell understood no more. */
    @Test
    void wrapperPutsNoPathBetweenQuotesOfPowerShell() throws IOException {
        String batch = Files.readString(Checkout.ROOT.resolve("mvnw.cmd"));
        assertThat(batch).doesNotContain("'%").contains("$env:__MVNW_FILE__");
    }

    private static Set<String> commands(Path document) throws IOException {
        return COMMAND.matcher(Files.readString(document))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
