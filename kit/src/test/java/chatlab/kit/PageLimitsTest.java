package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the packed server: it has the programs of the kit, and visitors that do not go on are sent away. */
class PageLimitsTest {
    /** In place of 5 s for a request. */
    private static final String SHORT_REQUEST = "-Dsun.net.httpserver.maxReqTime=1";

    private static final String LONG_REQUEST = "-Dsun.net.httpserver.maxReqTime=3600";

    /** In place of an hour for an answer; a busy machine begins its answer before that. */
    private static final String SHORT_ANSWER = "-Dsun.net.httpserver.maxRspTime=10";

    private static final int HALVES = 300;

    @TempDir
    Path folder;

    @Test
    void packedServerHandsOutTheWindow() throws Exception {
        try (RunningServer server =
                new RunningServer.Starter(folder).with(LONG_REQUEST).start("--web", "0")) {
            URI jar = URI.create("http://127.0.0.1:" + server.webPort() + "/chat-client.jar");
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(jar).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.body()).isEqualTo(Files.readAllBytes(Path.of(System.getProperty("chat-client.jar"))));
            assertThat(server.err().all()).isEmpty();
        }
    }

    @Test
    void halfARequestIsNotAwaitedForEver() throws Exception {
        try (RunningServer server =
                        new RunningServer.Starter(folder).with(SHORT_REQUEST).start("--web", "0");
                Socket socket = connect(server)) {
            socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
            assertThat(readToEnd(socket)).isZero();
            assertThat(server.err().all()).isEmpty();
        }
    }

    @Test
    void halfRequestsOfOneClientHoldUpNoOther() throws Exception {
        List<Socket> halves = new ArrayList<>();
        try (RunningServer server =
                new RunningServer.Starter(folder).with(LONG_REQUEST).start("--web", "0")) {
            for (int i = 0; i < HALVES; i++) {
                Socket socket = connect(server);
                halves.add(socket);
                socket.getOutputStream().write('G');
            }
            try (Socket socket = connect(server)) {
                socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(readToEnd(socket)).isPositive();
            }
            assertThat(server.err().all()).isEmpty();
        } finally {
            for (Socket socket : halves) {
                socket.close();
            }
        }
    }

    @Test
    void downloadThatIsNotReadIsEnded() throws Exception {
        try (RunningServer server = new RunningServer.Starter(folder)
                        .with(LONG_REQUEST, SHORT_ANSWER)
                        .start("--web", "0");
                Socket first = connect(server);
                Socket socket = connect(server)) {
            ask(first, "/");
            assertThat(readToEnd(first)).isPositive(); // so the checksums of the files are known
            ask(socket, "/chat-client.jar");
            assertThat(socket.getInputStream().read()).isEqualTo('H'); // now it is being sent
            await().until(() -> stateOfPage(server).startsWith("wait"));
            assertThat(readToEnd(socket)).isLessThan(Files.size(Path.of(System.getProperty("chat-client.jar"))));
            assertThat(server.err().all()).isEmpty();
        }
    }

    @Test
    void serverWithoutAPageLoadsNothingOfTheWall() throws Exception {
        Path log = folder.resolve("classes.txt");
        try (RunningServer server = new RunningServer.Starter(folder)
                .with("-Xlog:class+load:file=" + log)
                .start("--web", "off")) {
            server.type("threads");
            server.expect(".*accept: .*");
        }
        assertThat(Files.readString(log))
                .contains("chatlab.server.web.LabPage ")
                .doesNotContain("chatlab.server.web.Wall");
    }

    private static void ask(Socket socket, String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static Socket connect(RunningServer server) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress("127.0.0.1", server.webPort()));
        socket.setSoTimeout(HangLimit.MILLIS);
        return socket;
    }

    private static String stateOfPage(RunningServer server) throws Exception {
        server.type("threads");
        return server.expect(".*web: .*").replaceFirst(".*web: ", "");
    }

    /** Bytes up to the end, or to a reset. */
    private static long readToEnd(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] chunk = new byte[16 * 1024];
        long all = 0;
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                all += count;
            }
        } catch (SocketException e) {
            // reset
        }
        return all;
    }
}
