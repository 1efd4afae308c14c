package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code conform} of the packed terminal client, with the packed programs as the work of students. */
class ConformTest {
    @TempDir
    Path folder;

    @Test
    void packedServerIsStartedForASessionAndMeetsIt() throws Exception {
        String server = "'" + String.join("' '", RunningProgram.java("chat-server.jar"))
                + "' 127.0.0.1 {port} --name 'Room 12' --discovery off --web off --transcript none";
        try (RunningClient conform = RunningClient.start(
                folder, "conform", "--start", server, "--sessions", "two people", "--patience", "60")) {
            conform.expect("  met        Two people with nc");
            conform.expect("1 rule met, 0 not met, 0 not tried");
            assertThat(conform.expectExit()).isZero();
        }
    }

    @Test
    void serverThatIsNoServerOfChatIsToldInOneSentence() throws Exception {
        String noServer = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -version";
        try (RunningClient conform = RunningClient.start(folder, "conform", "--start", noServer)) {
            assertThat(conform.expectExit()).isOne();
            assertThat(conform.err().all().get(0))
                    .startsWith("conform: The program ended with the status")
                    .contains("before it listened on port");
        }
    }

    @Test
    void packedClientMeetsAllRules() throws Exception {
        try (RunningClient conform = RunningClient.start(folder, "conform", "--client", "0", "--patience", "60")) {
            String start = conform.expect("Waiting for your client on 127\\.0\\.0\\.1, port \\d+\\..*");
            String port = start.replaceFirst(".*port (\\d+)\\..*", "$1");
            try (RunningClient client = RunningClient.join(folder, Integer.parseInt(port), "ada")) {
                conform.expect("Type hello .*");
                client.type("hello");
                assertThat(conform.expectExit())
                        .as(conform.out().all().toString())
                        .isZero();
            }
            assertThat(conform.out().all()).last().isEqualTo("19 rules met, 0 not met, 0 not tried");
        }
    }

    @Test
    void portInUseAndTwoTasksAtOnceAreRefused() throws Exception {
        try (ServerSocket taken = new ServerSocket(0);
                RunningClient conform =
                        RunningClient.start(folder, "conform", "--client", String.valueOf(taken.getLocalPort()))) {
            assertThat(conform.expectExit()).isOne();
            assertThat(conform.err().all()).singleElement().asString().contains("cannot be listened on");
        }
        for (List<String> arguments : List.of(
                List.of("conform"),
                List.of("conform", "127.0.0.1", "--client", "8081"),
                List.of("conform", "--start", " "),
                List.of("conform", "127.0.0.1", "--patience", "0"))) {
            try (RunningClient conform = RunningClient.start(folder, arguments.toArray(String[]::new))) {
                assertThat(conform.expectExit()).as(arguments.toString()).isEqualTo(2);
            }
        }
    }
}
