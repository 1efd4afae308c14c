package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class StartBannerTest {
    @Test
    void bannerSaysHowToJoin(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript.txt");
        Files.writeString(file, "NOTE code=run :abc\n");
        String[] options = {"--name", "Room 12", "--transcript", file.toString()};
        try (TestServer server = TestServer.start(options)) {
            assertThat(new StartBanner(TestServer.settings(options), server.server).lines())
                    .anyMatch(line -> line.contains("Room 12"))
                    .contains("Listening on 127.0.0.1, port " + server.port() + ".")
                    .anyMatch(line -> line.contains(" nc localhost " + server.port()))
                    .anyMatch(line -> line.matches("What is said is kept in .*transcript\\.txt, .*"))
                    .anyMatch(line -> line.startsWith("The last server was not closed properly"))
                    .last()
                    .asString()
                    .startsWith("Type help ");
        }
    }

    @Test
    void bannerSaysThatNothingIsRecorded() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThat(new StartBanner(TestServer.settings(), server.server).lines())
                    .contains("What is said is not kept.");
        }
    }

    /** On some machines localhost is an address of IPv4 only, or of IPv6 only. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1, localhost", "127.0.0.5, 127.0.0.5", "::1, ::1"})
    void printedLineReachesALoopbackServer(String host, String printed) throws Exception {
        assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName(host)).close())
                .as("this machine has the address " + host)
                .doesNotThrowAnyException();
        Settings settings = settings(host, "0");
        try (ChatServer server = ChatServer.start(settings, new FakeScreen())) {
            assertThat(new StartBanner(settings, server).lines())
                    .anyMatch(line -> line.endsWith(" nc " + printed + " " + server.port()));
            new Socket(printed, server.port()).close();
        }
    }

    @Test
    void bannerSaysWithIpv6ThatABanIsWeak() throws Exception {
        assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName("::")).close())
                .as("this machine speaks IPv6")
                .doesNotThrowAnyException();
        assertThat(linesOf("::", "0")).anyMatch(line -> line.contains("so a ban is weak"));
        assertThat(linesOf("0"))
                .noneMatch(line -> line.contains("so a ban is weak"))
                .anyMatch(line -> line.startsWith("Listening on all IPv4 addresses, port "))
                .noneMatch(line -> line.matches("  Write on the board: .*:.*"));
        assertThat(linesOf("::1", "0")).noneMatch(line -> line.contains("so a ban is weak"));
    }

    @Test
    void bannerBlamesHostOnlyWhereHostWasGiven() throws Exception {
        assertThat(StartBanner.whyAlone(InetAddress.getByName("0.0.0.0"))).isEqualTo("banner.no-network");
        assertThat(linesOf("127.0.0.1", "0"))
                .anyMatch(line -> line.endsWith("Give no HOST to let others in."))
                .noneMatch(line -> line.contains("in no network"));
    }

    private static List<String> linesOf(String... place) throws Exception {
        Settings settings = settings(place);
        try (ChatServer server = ChatServer.start(settings, new FakeScreen())) {
            return new StartBanner(settings, server).lines();
        }
    }

    private static Settings settings(String... place) {
        Settings settings = new Settings();
        List<String> arguments = new ArrayList<>(List.of(place));
        arguments.addAll(List.of("--transcript", "none", "--discovery", "off"));
        new CommandLine(settings).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments.toArray(String[]::new));
        return settings;
    }
}
