package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether there is a page. Without one, a sentence says why, and the room runs. */
class LabPageStartTest {
    @TempDir
    Path kit;

    @BeforeEach
    void putClient() throws Exception {
        TestPage.put(kit, KitFiles.TERMINAL, 10);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF"})
    void pageCanBeTurnedOff(String word) throws Exception {
        try (TestPage page = TestPage.start(kit, "--web", word)) {
            assertThat(page.page.isOpen()).isFalse();
            assertThat(page.page.port()).isZero();
            assertThat(page.notes).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999", "-1", "http", "65536", "8080x"})
    void impossiblePortIsToldAndTheRoomRuns(String word) throws Exception {
        try (TestPage page = TestPage.start(kit, "--web=" + word)) {
            assertThat(page.page.isOpen()).isFalse();
            assertThat(page.notes).singleElement().asString().contains('"' + word + "\" is not a port", "--web 8080");
        }
    }

    @Test
    void takenPortIsToldAndTheRoomRuns() throws Exception {
        try (ServerSocket taken = listen(0);
                TestPage page = TestPage.start(kit, "--web", String.valueOf(taken.getLocalPort()))) {
            assertThat(page.page.isOpen()).isFalse();
            assertThat(page.notes)
                    .singleElement()
                    .asString()
                    .contains("already listens on port " + taken.getLocalPort(), "--web 8088");
        }
    }

    @Test
    void roomOnItsUsualPortHasAPageOnPort8080() {
        await().until(() -> {
            try (ServerSocket taken = takeOrFindTaken(8080);
                    TestPage page = TestPage.start(kit, "127.0.0.1", "8081")) {
                if (taken == null && page.page.port() == 8080) {
                    return false; // another program had the port, and has let it go meanwhile
                }
                assertThat(page.notes).singleElement().asString().contains("already listens on port 8080");
                return true;
            }
        });
    }

    /** Null if another program has it. */
    private static ServerSocket takeOrFindTaken(int port) throws IOException {
        try {
            return listen(port);
        } catch (BindException e) {
            return null;
        }
    }

    @Test
    void roomOnAnyFreePortHasNoPageByItself() throws Exception {
        try (TestPage page = TestPage.start(kit, "127.0.0.1", "0")) {
            assertThat(page.page.isOpen()).isFalse();
            assertThat(page.notes).isEmpty();
        }
    }

    @Test
    void programWithoutTheKitHasNoPageByItself(@TempDir Path empty) throws Exception {
        try (TestPage page = TestPage.start(empty, "127.0.0.1", "8081")) {
            assertThat(page.page.isOpen()).isFalse();
            assertThat(page.notes).isEmpty();
        }
    }

    @Test
    void programWithoutTheKitServesThePageIfAsked(@TempDir Path empty) throws Exception {
        try (TestPage page = TestPage.start(empty, "--web", "0")) {
            assertThat(page.notes).singleElement().asString().contains("the page for students has no downloads");
            assertThat(page.get("/").text())
                    .contains("nc localhost " + page.roomPort(), "Ask your instructor for them")
                    .doesNotContain("Download", "/book/");
            assertThat(page.get("/chat-cli.jar").status()).isEqualTo(404);
        }
    }
}
