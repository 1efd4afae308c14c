package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Visitors that want much, or say and read nothing. */
class PageLoadTest {
    private static final int SILENT = 100;
    private static final int DOWNLOADS = 300;
    private static final int AT_ONCE = 16;
    private static final int AT_ONCE_FOR_ONE_ADDRESS = 8;
    private static final int SIZE = 9_000_000; // more than the system buffers

    @TempDir
    Path kit;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void closeSockets() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket connect(TestPage page) throws IOException {
        Socket socket = page.connect();
        sockets.add(socket);
        return socket;
    }

    private static void askForTheWindow(TestPage page, Socket socket) throws IOException {
        String request = "GET /chat-client.jar HTTP/1.1\r\nHost: " + page.host() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("web \\d+|HTTP-Dispatcher"))
                .collect(Collectors.toList());
    }

    @Test
    void pageAnswersWhileAllDownloadsAreUnderWayAndOthersSayNothing() throws Exception {
        byte[] file = TestPage.put(kit, KitFiles.WINDOW, SIZE);
        List<Integer> statuses = new ArrayList<>();
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            for (int i = 0; i < SILENT; i++) {
                connect(page);
            }
            List<Socket> downloads = new ArrayList<>();
            for (int i = 0; i < DOWNLOADS; i++) {
                Socket socket = connect(page);
                downloads.add(socket);
                askForTheWindow(page, socket);
                socket.shutdownOutput();
            }
            await().until(() -> page.page.thread().state().equals("sending"));
            assertThat(page.get("/").status()).isEqualTo(200);
            for (int i = DOWNLOADS - 1; i >= 0; i--) { // those that are refused were the last ones to ask
                TestPage.Answer answer = TestPage.Answer.read(downloads.get(i).getInputStream());
                statuses.add(answer.status());
                if (answer.status() == 200) {
                    assertThat(answer.body()).isEqualTo(file);
                } else {
                    assertThat(answer.headers())
                            .containsEntry("retry-after", "3")
                            .containsEntry("refresh", "3");
                }
            }
            assertThat(statuses.stream().filter(status -> status == 200)).hasSize(AT_ONCE_FOR_ONE_ADDRESS);
            assertThat(statuses).containsOnly(200, 503);
            assertThat(page.get("/chat-client.jar").body()).isEqualTo(file);
            assertThat(page.notes).isEmpty();
        }
        await().until(() -> workers().isEmpty());
    }

    @Test
    void downloadsThatOneAddressDoesNotReadLeavePlacesForAnotherAddress() throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("others have only 127.0.0.1")
                .isEqualTo("Linux");
        byte[] file = TestPage.put(kit, KitFiles.WINDOW, SIZE);
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            int refused = 0;
            for (int i = 0; i < AT_ONCE; i++) {
                Socket socket = connect(page);
                askForTheWindow(page, socket);
                String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                refused += status.equals("HTTP/1.1 503") ? 1 : 0;
            }
            assertThat(refused).isEqualTo(AT_ONCE - AT_ONCE_FOR_ONE_ADDRESS);
            try (Socket other = new Socket()) {
                other.bind(new InetSocketAddress("127.0.0.2", 0));
                other.connect(new InetSocketAddress("127.0.0.1", page.page.port()));
                askForTheWindow(page, other);
                assertThat(TestPage.Answer.read(other.getInputStream()).body()).isEqualTo(file);
            }
        }
    }

    @Test
    void downloadThatIsNotReadIsEndedAndItsPlaceIsFree() throws Exception {
        TestPage.put(kit, KitFiles.WINDOW, SIZE);
        try (TestPage page = TestPage.impatient(kit, 100)) {
            Socket socket = connect(page);
            askForTheWindow(page, socket);
            await().until(() -> page.page.thread().state().equals("sending"));
            await().until(() -> page.page.thread().state().equals("waiting"));
            assertThat(TestPage.Answer.read(socket.getInputStream()).body()).hasSizeLessThan(SIZE);
            assertThat(page.get("/").status()).isEqualTo(200);
            assertThat(page.notes).isEmpty();
        }
    }

    /** A client that asks without end and reads nothing: were all of its requests answered, it would hold a thread for minutes. */
    @Test
    void connectionIsClosedAfterOneAnswerHoweverManyRequestsItHasSent() throws Exception {
        TestPage.put(kit, KitFiles.TERMINAL, 2000);
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            String request = "GET /chat-cli.jar HTTP/1.1\r\nHost: " + page.host() + "\r\n\r\n";
            Socket one = connect(page);
            one.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            TestPage.Answer answer = TestPage.Answer.read(one.getInputStream());
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(answer.body()).hasSize(2000);
            Socket many = connect(page);
            many.getOutputStream().write(request.repeat(3).getBytes(StandardCharsets.US_ASCII));
            assertThat(TestPage.Answer.read(many.getInputStream()).body()).hasSizeLessThanOrEqualTo(2000);
        }
    }

    @Test
    void pageThatIsClosedEndsDownloadsAndThreads() throws Exception {
        TestPage.put(kit, KitFiles.WINDOW, SIZE);
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            Socket socket = connect(page);
            askForTheWindow(page, socket);
            await().until(() -> page.page.thread().state().equals("sending"));
            page.page.close();
            assertThat(TestPage.Answer.read(socket.getInputStream()).body()).hasSizeLessThan(SIZE);
        }
        await().until(() -> workers().isEmpty());
    }
}
