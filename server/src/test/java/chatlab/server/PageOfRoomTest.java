package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.FreePort;
import chatlab.protocol.testing.Peer;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The page belongs to its server: it is shown in the banner, among the threads, and ends with it. */
class PageOfRoomTest {
    private static int statusOfPage(TestServer server) throws Exception {
        URI page = URI.create("http://127.0.0.1:" + server.services().webPort() + "/");
        HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    @Test
    void bannerNamesThePage() throws Exception {
        String[] options = {"--web", "0"};
        try (TestServer server = TestServer.start(options)) {
            assertThat(statusOfPage(server)).isEqualTo(200);
            assertThat(new StartBanner(TestServer.settings(options), server.server).lines())
                    .contains("  Students:            http://localhost:"
                            + server.services().webPort());
        }
    }

    @Test
    void threadsOfThePageAreOneRow() throws Exception {
        try (TestServer server = TestServer.start("--web", "0")) {
            Peer ada = server.rich("ada");
            ada.send("/threads");
            ada.skipTo("THREAD name=web role=web of=server state=waiting :web: waits for a browser .*");
        }
    }

    @Test
    void roomWithoutAPageShowsNone() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertThat(server.services().webPort()).isZero();
            assertThat(new StartBanner(TestServer.settings(), server.server).lines())
                    .noneMatch(line -> line.contains("http://"));
        }
    }

    @Test
    void closedServerHasFreedThePortOfThePage() throws Exception {
        int port = FreePort.find();
        try (TestServer server = TestServer.start("--web", "" + port)) {
            assertThat(server.services().webPort()).isEqualTo(port);
            assertThat(statusOfPage(server)).isEqualTo(200);
        }
        new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
    }

    @Test
    void instructorIsToldThatAPortIsNone() throws Exception {
        try (TestServer server = TestServer.start("--web", "99999")) {
            server.screen.awaitLine(".*\"99999\" is not a port, so the room has no page for students\\. .*");
            server.rich("ada");
        }
    }
}
