package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final String FOUND = "HTTP/1.1 200";
    private static final String BUSY = "HTTP/1.1 503";

    /** Milliseconds. An answer that is read, too, is ended after a write that took so long, for example without a processor. */
    private static final int IMPATIENT = 10_000;

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

    /** The first bytes of the answer: once they have come, the request has its place or was refused. */
    private static String readStatus(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(FOUND.length()), StandardCharsets.US_ASCII);
    }

    private static TestPage.Answer readRest(String status, Socket socket) throws IOException {
        InputStream begun = new ByteArrayInputStream(status.getBytes(StandardCharsets.US_ASCII));
        return TestPage.Answer.read(new SequenceInputStream(begun, socket.getInputStream()));
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("web \\d+|HTTP-Dispatcher"))
                .collect(Collectors.toList());
    }

    @Test
    void pageAnswersWhileAllDownloadsAreUnderWayAndOthersSayNothing() throws Exception {
        byte[] file = TestPage.put(kit, KitFiles.WINDOW, SIZE);
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
            List<String> statuses = new ArrayList<>();
            for (Socket download : downloads) { // all, before the rest of one is read, which makes room for another
                statuses.add(readStatus(download));
            }
            assertThat(statuses).containsOnly(FOUND, BUSY);
            assertThat(Collections.frequency(statuses, FOUND)).isEqualTo(AT_ONCE_FOR_ONE_ADDRESS);
            assertThat(page.get("/").status()).isEqualTo(200);
            for (int i = 0; i < DOWNLOADS; i++) {
                TestPage.Answer answer = readRest(statuses.get(i), downloads.get(i));
                if (answer.status() == 200) {
                    assertThat(answer.body()).isEqualTo(file);
                } else {
                    assertThat(answer.headers())
                            .containsEntry("retry-after", "3")
                            .containsEntry("refresh", "3");
                }
            }
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
                refused += readStatus(socket).equals(BUSY) ? 1 : 0;
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
        try (TestPage page = TestPage.impatient(kit, IMPATIENT)) {
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
