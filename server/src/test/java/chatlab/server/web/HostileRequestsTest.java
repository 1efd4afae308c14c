package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of requests that no browser sends: only the table's paths are found, and nothing else of this machine is shown. */
class HostileRequestsTest {
    private static final int REQUESTS = 5000;
    private static final long SEED = 20261130;
    private static final String SECRET = "the-file-that-nobody-may-read";

    private static final List<String> TABLE =
            List.of("/", "/page.css", "/page.js", "/favicon.svg", "/qr.svg", "/chat-cli.jar", "/book/index.html");

    private static final List<String> PIECES = List.of(
            "..",
            ".",
            "%2e%2e",
            "%2E.",
            "%252e%252e",
            "%00",
            "\0",
            "%2f",
            "%5c",
            "\\",
            "//",
            "/",
            "book",
            "secret.txt",
            "index.html",
            "chat-cli.jar",
            "classes",
            "etc",
            "passwd",
            "C:",
            "file:",
            "%",
            "%zz",
            "%c0%ae",
            "\u00e9",
            "?",
            "#",
            ";",
            "{",
            "<b>",
            " ",
            "\t",
            "~",
            "*",
            "a".repeat(300));

    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "CONNECT", "get", "G\0T", "",
            "GET GET");

    private static final List<String> VERSIONS =
            List.of("HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP/2", "", "http/1.1 x");

    private static final List<String> FOREIGN =
            List.of("evil.example", "127.0.0.1.evil.example", "", "127.0.0.1:x", "[evil]", "\u00e9", "a@127.0.0.1");

    private static final List<String> HEADERS = List.of(
            "Content-Length: 10",
            "Content-Length: -1",
            "Content-Length: 99999999999999999999",
            "Content-Length: x",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Expect: 100-continue",
            "Range: bytes=0-5",
            "If-None-Match: *",
            "Connection: close",
            "Upgrade: websocket",
            "X-Forwarded-Host: evil.example",
            "no colon",
            ": no name",
            "Cookie: " + "c".repeat(5000),
            " folded",
            "Bad Name: x",
            "Accept: \0");

    @TempDir
    Path kit;

    private final Random random = new Random(SEED);

    /** Whether {@link #next} has made a request that may be answered with 200. */
    private boolean mayBeFound;

    @Test
    void onlyThePathsOfTheTableAreFoundAndNoFaultIsShown() throws Exception {
        TestPage.put(kit, KitFiles.TERMINAL, 2000);
        TestPage.put(kit, "book/index.html", 2000);
        Files.writeString(kit.resolve("secret.txt"), SECRET);
        PrintStream before = System.err;
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        int found = 0;
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            for (int i = 0; i < REQUESTS; i++) {
                String request = next(page.host());
                TestPage.Answer answer = page.send(request.getBytes(StandardCharsets.ISO_8859_1));
                String what = "seed " + SEED + ", request " + i + ": " + request;
                if (answer.status() == 200) {
                    assertThat(mayBeFound).as(what).isTrue();
                    found++;
                }
                assertThat(answer.text()).as(what).doesNotContain(SECRET, "root:", "\tat ", ".java:");
            }
            assertThat(page.get("/").status()).isEqualTo(200);
            assertThat(page.notes).isEmpty();
        } finally {
            System.setErr(before);
        }
        assertThat(found).isPositive();
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private String next(String ownHost) {
        String method = pick(METHODS);
        String path = random.nextInt(4) == 0 ? pick(TABLE) : path();
        boolean ownName = random.nextInt(4) > 0;
        StringBuilder request = new StringBuilder(method + " " + path + " " + pick(VERSIONS) + "\r\n");
        request.append("Host: ").append(ownName ? ownHost : pick(FOREIGN)).append("\r\n");
        for (int i = random.nextInt(4); i > 0; i--) {
            request.append(pick(HEADERS)).append("\r\n");
        }
        if (random.nextInt(50) == 0) {
            request.append("X: y\r\n".repeat(random.nextInt(5000)));
        }
        request.append("\r\n");
        if (random.nextInt(10) == 0) {
            request.setLength(random.nextInt(request.length())); // the client ends in the middle
        }
        mayBeFound = ownName && method.matches("GET|HEAD") && TABLE.contains(rawPath(path.split(" ", 2)[0]));
        return request.toString();
    }

    private String path() {
        StringBuilder path = new StringBuilder(random.nextInt(10) > 0 ? "/" : "");
        for (int i = random.nextInt(6); i > 0; i--) {
            path.append(pick(PIECES)).append(random.nextBoolean() ? "/" : "");
        }
        return path.toString();
    }

    private static String rawPath(String target) {
        try {
            return String.valueOf(new URI(target).getRawPath());
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
