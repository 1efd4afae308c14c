package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page answers, byte by byte on the wire. */
class LabPageTest {
    @TempDir
    Path kit;

    private byte[] window;

    @BeforeEach
    void putFiles() throws Exception {
        window = TestPage.put(kit, KitFiles.WINDOW, 300_000);
        TestPage.put(kit, KitFiles.TERMINAL, 2_345_678);
        TestPage.put(kit, "secret.txt", 100);
        TestPage.put(kit, "book/index.html", 1000);
        TestPage.put(kit, "book/01/index.html", 1000);
        TestPage.put(kit, "book/odd name.html", 1000);
    }

    private TestPage start(String... options) throws Exception {
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--web";
        all[options.length + 1] = "0";
        return TestPage.start(kit, all);
    }

    @Test
    void pageSaysHowToJoinAndWhatThereIsToDownload() throws Exception {
        try (TestPage page = start("--name", "Room 12")) {
            TestPage.Answer answer = page.get("/");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).containsEntry("content-type", "text/html; charset=utf-8");
            assertThat(answer.text())
                    .contains("<h1 dir=\"auto\">Room 12</h1>")
                    .contains("<span>-jar chat-client.jar</span> localhost " + page.roomPort() + "<")
                    .contains("<code>nc localhost " + page.roomPort() + "<")
                    .contains("href=\"/chat-client.jar\"", "0.3 MB", Sha256.of(new ByteArrayInputStream(window)))
                    .contains("href=\"/chat-cli.jar\"", "2.3 MB")
                    .contains("href=\"/book/index.html\"")
                    .doesNotContain("href=\"/chat-server.jar\"");
        }
    }

    @Test
    void downloadHasTheBytesOfTheFile() throws Exception {
        try (TestPage page = start()) {
            TestPage.Answer answer = page.get("/chat-client.jar");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers())
                    .containsEntry("content-type", "application/java-archive")
                    .containsEntry("content-length", "300000")
                    .containsEntry("etag", '"' + Sha256.of(new ByteArrayInputStream(window)) + '"');
            assertThat(answer.body()).isEqualTo(window);
            assertThat(page.get("/book/01/index.html").body())
                    .isEqualTo(Files.readAllBytes(kit.resolve("book/01/index.html")));
        }
    }

    @Test
    void downloadThatTheBrowserHasIsNotSentAgain() throws Exception {
        try (TestPage page = start()) {
            String tag = page.get("/chat-client.jar").headers().get("etag");
            TestPage.Answer answer =
                    page.ask("GET /chat-client.jar HTTP/1.1", "Host: " + page.host(), "If-None-Match: " + tag);
            assertThat(answer.status()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chat-client.jar", "/page.css", "/qr.svg", "/nothing"})
    void headHasTheHeadersOfGetAndNoBody(String path) throws Exception {
        try (TestPage page = start()) {
            TestPage.Answer get = page.get(path);
            TestPage.Answer head = page.ask("HEAD " + path + " HTTP/1.1", "Host: " + page.host());
            assertThat(head.status()).isEqualTo(get.status());
            assertThat(head.headers().keySet()).isEqualTo(get.headers().keySet());
            assertThat(head.headers().get("content-length"))
                    .isEqualTo(get.headers().get("content-length"))
                    .isEqualTo(String.valueOf(get.body().length));
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "get", "BREW"})
    void otherMethodsAreRefused(String method) throws Exception {
        try (TestPage page = start()) {
            TestPage.Answer answer = page.ask(method + " / HTTP/1.1", "Host: " + page.host(), "Content-Length: 0");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.headers()).containsEntry("allow", "GET, HEAD");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/secret.txt",
                "/../secret.txt",
                "/book/../secret.txt",
                "/book/%2e%2e/secret.txt",
                "/book/..%2fsecret.txt",
                "/book/%2e%2e%2fsecret.txt",
                "/book/..%5csecret.txt",
                "/chat-client.jar%00",
                "/chat-client.jar/",
                "//chat-client.jar",
                "/./chat-client.jar",
                "/%63hat-client.jar",
                "/book",
                "/book/",
                "/book/odd%20name.html",
                "/etc/passwd",
                "/index.html",
                "/favicon.ico"
            })
    void pathThatIsNotInTheTableIsNotFound(String path) throws Exception {
        try (TestPage page = start()) {
            TestPage.Answer answer = page.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).doesNotContain("secret");
        }
    }

    @Test
    void pathsOfTheTableAreFoundWithAQueryAndAsAWholeAddress() throws Exception {
        try (TestPage page = start()) {
            for (String path : new String[] {"/", "/?x=1", "http://" + page.host() + "/", "/page.js", "/favicon.svg"}) {
                assertThat(page.get(path).status()).as(path).isEqualTo(200);
            }
            assertThat(page.get("/inter-regular.otf").body()).startsWith('O', 'T', 'T', 'O');
            assertThat(page.get("/inter-semibold.otf").headers()).containsEntry("content-type", "font/otf");
        }
    }

    @Test
    void requestUnderAForeignNameIsToldTheAddress() throws Exception {
        try (TestPage page = start()) {
            for (String host : new String[] {"evil.example", "evil.example:" + page.page.port(), "127.0.0.1.example"}) {
                TestPage.Answer answer = page.ask("GET /chat-client.jar HTTP/1.1", "Host: " + host);
                assertThat(answer.status()).as(host).isEqualTo(421);
                assertThat(answer.text()).contains("http://localhost:" + page.page.port());
            }
            assertThat(page.ask("GET / HTTP/1.1").status()).as("no host").isEqualTo(421);
            assertThat(page.ask("GET / HTTP/1.1", "Host: 127.0.0.1", "Host: evil.example")
                            .status())
                    .as("two hosts")
                    .isEqualTo(421);
        }
    }

    @Test
    void requestIsAnsweredUnderEachAddressOfThisMachine() throws Exception {
        try (TestPage page = start()) {
            for (String host :
                    new String[] {"127.0.0.1", "localhost", "LocalHost:80", "[::1]:8080", "192.0.2.7:8080"}) {
                assertThat(page.ask("GET / HTTP/1.1", "Host: " + host).status())
                        .as(host)
                        .isEqualTo(200);
            }
            assertThat(page.ask("GET / HTTP/1.0").status()).as("typed in nc").isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/page.js", "/chat-client.jar", "/book/index.html", "/nothing"})
    void everyAnswerForbidsWhatThePageDoesNotNeed(String path) throws Exception {
        try (TestPage page = start()) {
            assertThat(page.get(path).headers())
                    .containsEntry(
                            "content-security-policy",
                            "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("cache-control", "no-cache")
                    .doesNotContainKeys("set-cookie", "access-control-allow-origin");
        }
    }

    @Test
    void titleIsShownAsItWasTyped() throws Exception {
        try (TestPage page = start("--name", "<b>&\"'{{port}}")) {
            assertThat(page.get("/").text())
                    .contains("<title>&lt;b&gt;&amp;&quot;&#39;{{port}}</title>")
                    .doesNotContain("<b>");
        }
    }

    @Test
    void pageHasNoScriptAndNoStyleOfItsOwnWhichItsPolicyWouldForbid() throws Exception {
        try (TestPage page = start()) {
            assertThat(page.get("/").text())
                    .doesNotContainPattern("<style|style=| on[a-z]+=|javascript:")
                    .doesNotContainPattern("<script(?! src=\"/page\\.js\")");
        }
    }

    @Test
    void qrCodeIsAPictureOfTheAddressOfThePage() throws Exception {
        try (TestPage page = start()) {
            TestPage.Answer answer = page.get("/qr.svg");
            assertThat(answer.headers()).containsEntry("content-type", "image/svg+xml");
            assertThat(answer.text()).isEqualTo(QrPicture.svg("http://localhost:" + page.page.port() + "/"));
        }
    }

    @Test
    void fileThatHasChangedIsNoLongerServed() throws Exception {
        try (TestPage page = start()) {
            assertThat(page.get("/chat-client.jar").status()).isEqualTo(200);
            TestPage.put(kit, KitFiles.WINDOW, 299_999);
            Files.delete(kit.resolve(KitFiles.TERMINAL));
            TestPage.Answer answer = page.get("/chat-client.jar");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text()).contains("Ask the instructor to start the server again");
            assertThat(answer.headers()).doesNotContainKey("etag");
            assertThat(page.get("/chat-cli.jar").status()).isEqualTo(503);
            assertThat(page.get("/").text())
                    .contains("The programs are not on this page.")
                    .doesNotContain("Download");
            assertThat(page.notes).isEmpty();
        }
    }

    @Test
    void downloadThatIsBrokenOffLeavesNothingBehind() throws Exception {
        TestPage.put(kit, KitFiles.WINDOW, 9_000_000);
        try (TestPage page = start()) {
            try (Socket socket = page.connect()) {
                socket.getOutputStream()
                        .write(("GET /chat-client.jar HTTP/1.1\r\nHost: " + page.host() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                await().until(() -> page.page.thread().state().equals("sending"));
            }
            await().until(() -> page.page.thread().state().equals("waiting"));
            assertThat(page.notes).isEmpty();
        }
    }

    /** On all addresses of IPv4, as the server listens by itself: the JDK's server then listens on IPv6 as well. */
    @Test
    void pageOfARoomOnAllAddressesShowsTheOneThatOthersUse() throws Exception {
        try (TestPage page =
                TestPage.start(kit, new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0")), "--web", "0")) {
            Place place = new Place(InetAddress.getByName("0.0.0.0"), page.roomPort(), page.page.port());
            String shown = place.hostFor(InetAddress.getByName("127.0.0.1"));
            assertThat(page.get("/").text()).contains("nc " + shown + " " + page.roomPort());
        }
    }
}
