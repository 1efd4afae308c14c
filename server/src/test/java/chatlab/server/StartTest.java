package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import chatlab.protocol.testing.FreePort;
import chatlab.server.support.CannotStartException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Settings that cannot be had, and a port or a transcript that is taken. */
class StartTest {
    private static void assertCannotStart(String reason, String... arguments) {
        assertThatThrownBy(() -> ChatServer.start(arguments).close())
                .isInstanceOf(CannotStartException.class)
                .hasMessageMatching(reason);
    }

    private static void assertCannotStartAt(String host, String port, String reason) {
        assertCannotStart(reason, host, port, "--transcript", "none", "--discovery", "off");
    }

    @Test
    void impossibleTitleIsRefusedWithASentence() {
        assertThatThrownBy(() -> ChatServer.start("127.0.0.1", "0", "--name", "x".repeat(61)))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("at most 60 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:0", "[127.0.0.1]:0", "localhost:0"})
    void hostAndPortMayBeOneWord(String where) throws Exception {
        try (ChatServer server = ChatServer.start(where, "--transcript", "none", "--discovery", "off")) {
            assertThat(server.address().isLoopbackAddress()).isTrue();
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void portAloneListensOnAllAddresses() throws Exception {
        try (ChatServer server = ChatServer.start("0", "--transcript", "none", "--discovery", "off")) {
            assertThat(server.address().isAnyLocalAddress()).isTrue();
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void takenPortGivenAloneNamesAnotherOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertCannotStart(
                    "Another program already listens on port " + port
                            + "\\. .* like: 0\\.0\\.0\\.0 \\d+ --transcript FILE",
                    port,
                    "--transcript",
                    "none",
                    "--discovery",
                    "off");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "127.0.0.1:http", "[::1]:70000"})
    void impossiblePortBehindAHostIsRefused(String where) {
        assertCannotStart("\".*\" is not a port\\. A port is a number from 1 to 65535, like 8081\\.", where);
    }

    @Test
    void foreignAddressIsRefused() {
        assertCannotStartAt(
                "192.0.2.1", "0", "This machine does not have the address 192\\.0\\.2\\.1\\. Leave HOST out .*");
    }

    @Test
    void unknownHostIsRefused() {
        assertCannotStartAt("no.such.host.invalid", "0", "There is no machine called no\\.such\\.host\\.invalid\\. .*");
    }

    @Test
    void takenPortIsRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());
            assertCannotStartAt(
                    "127.0.0.1",
                    port,
                    "Another program already listens on port " + port
                            + "\\. .* like: 127\\.0\\.0\\.1 \\d+ --transcript FILE");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "http", "65536", "80 80"})
    void impossiblePortIsRefused(String port) {
        assertCannotStartAt(
                "127.0.0.1", port, "(?s).*\"?" + port + "\"? is not a port\\. A port is a number .*|Unknown option.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--history", "--max-clients", "--max-per-address"})
    void negativeCountIsRefused(String option) {
        assertCannotStart("(?s).*\"-1\" is not a number from 0 up\\.", "127.0.0.1", "0", option + "=-1");
    }

    @Test
    void unwritableTranscriptIsRefused(@TempDir Path folder) {
        for (Path path : new Path[] {folder, folder.resolve("no/such/folder/file")}) {
            assertCannotStart(
                    "Cannot write the transcript .*\\. Choose another file with --transcript FILE, .*",
                    "127.0.0.1",
                    "0",
                    "--discovery",
                    "off",
                    "--transcript",
                    path.toString());
        }
    }

    @Test
    void failedStartHoldsNoPortAndNoFile(@TempDir Path folder) throws Exception {
        String[] arguments = {
            "127.0.0.1",
            "" + FreePort.find(),
            "--discovery",
            "off",
            "--transcript",
            folder.resolve("t").toString()
        };
        Files.createDirectory(folder.resolve("t"));
        assertCannotStart("Cannot write the transcript .*", arguments);
        Files.delete(folder.resolve("t"));
        assertThatCode(() -> ChatServer.start(arguments).close()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sesame",
                "elevenchars",
                "twelve chars",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11"
            })
    void weakOrUnsendableKeyIsRefused(String key) {
        assertCannotStart(
                "A key has at least 12 characters, and no blanks\\. Choose another one with --key, .*",
                "127.0.0.1",
                "0",
                "--transcript",
                "none",
                "--discovery",
                "off",
                "--key",
                key);
    }

    @Test
    void virtualThreadsAreRefusedByAnOldJdk() {
        assumeThat(Runtime.version().feature())
                .as("a JDK without virtual threads")
                .isLessThan(21);
        assertCannotStart(
                "This is JDK \\d+, and virtual threads came with JDK 21\\. .*",
                "127.0.0.1",
                "0",
                "--threads",
                "virtual");
    }

    @Test
    void virtualThreadsRunOnANewJdk() throws Exception {
        assumeThat(Runtime.version().feature()).as("a JDK with virtual threads").isGreaterThanOrEqualTo(21);
        try (TestServer server = TestServer.start("--threads", "virtual")) {
            server.rich("ada");
        }
    }

    @Test
    void usageErrorIsOneSentenceAndAStatus() {
        assertThat(usageErrorOf("127.0.0.1", "99999"))
                .contains("\"99999\" is not a port.")
                .contains("Try --help.")
                .doesNotContain("\tat ");
    }

    @Test
    void contradictoryAndEmptyOptionsAreRefused() {
        assertThat(usageErrorOf("127.0.0.1", "0", "--discovery", "off", "--transcript", "none", "--fresh", "--resume"))
                .contains("Choose one of the two.");
        assertThat(usageErrorOf("127.0.0.1", "0", "--discovery", "off", "--transcript", ""))
                .contains("--transcript needs a file name.");
    }

    private static String usageErrorOf(String... arguments) {
        StringWriter err = new StringWriter();
        int status = Main.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(status).isEqualTo(CommandLine.ExitCode.USAGE);
        return err.toString();
    }

    @Test
    void helpAndVersionArePrinted() {
        StringWriter out = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute("--help"))
                .isZero();
        assertThat(out.toString())
                .contains("Starts a chat room for a class.")
                .contains("--transcript=FILE|none")
                .contains("--key=KEY")
                .contains("--delivery=postman|writers")
                .doesNotContain("millis");
        // what an instructor needs comes first
        assertThat(out.toString().substring(out.toString().lastIndexOf("[HOST]")))
                .containsSubsequence(
                        "[HOST]",
                        "[PORT]",
                        "--name=",
                        "--web=",
                        "--key=",
                        "--transcript=",
                        "--max-clients=",
                        "--threads=");
        StringWriter version = new StringWriter();
        assertThat(Main.commandLine().setOut(new PrintWriter(version, true)).execute("--version"))
                .isZero();
        assertThat(version.toString()).matches("chatlab \\d+\\.\\d+\\S*\\s+");
    }
}
