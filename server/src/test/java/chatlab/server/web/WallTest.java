package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stream of pictures, as it is on the wire. */
class WallTest {
    /** Bytes: a twentieth of what a network of 100 Mbit/s carries for 16 streams in half a second. */
    private static final int LARGEST_PICTURE = 64 * 1024;

    /** Milliseconds. */
    private static final int QUICK = 5;

    /** A stream that is read, too, is closed after a write that took so long, for example without a processor. */
    private static final int IMPATIENT = 10_000;

    @TempDir
    Path kit;

    private final List<WallClient> clients = new ArrayList<>();
    private final AtomicInteger made = new AtomicInteger();

    /** The threads of the test before may still be ending. */
    @BeforeEach
    void awaitNoThreads() {
        await().until(() -> threads().isEmpty());
    }

    @AfterEach
    void closeClients() throws IOException {
        for (WallClient client : clients) {
            client.close();
        }
    }

    /** A room that changes in each picture. */
    private WallState busyRoom(int size, String name) {
        int people = made.incrementAndGet();
        List<WallState.Client> all = IntStream.rangeClosed(1, size)
                .mapToObj(i -> new WallState.Client(i, name, "throttled", true, i > 998, 1_048_576, 100, false, false))
                .toList();
        List<WallState.Hand> hands = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new WallState.Hand(i, i, name))
                .toList();
        WallState.Question question = new WallState.Question(name.repeat(10), List.of(name, "b"), 3, 4, List.of(1, 2));
        List<WallState.Chapter> chapters = IntStream.rangeClosed(1, 99)
                .mapToObj(i -> new WallState.Chapter(i, 1000, 1000, 1000))
                .toList();
        WallState.Course course = new WallState.Course(1000, chapters);
        return new WallState(people, Map.of("accept", "waiting"), all, hands, question, course);
    }

    private TestPage start(int size, String name) throws Exception {
        return start(size, name, HangLimit.MILLIS);
    }

    private TestPage start(int size, String name, int patience) throws Exception {
        ServerSocket room = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return TestPage.start(kit, room, new PictureFeed(() -> busyRoom(size, name), QUICK, patience), "--web", "0");
    }

    private WallClient connect(TestPage page, String... headers) throws IOException {
        WallClient client = WallClient.connect(page.page.port(), headers);
        clients.add(client);
        return client;
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("wall( \\d+)?"))
                .toList();
    }

    private static String token(TestPage page) {
        return page.page.wallWithNames().replaceFirst(".*#", "");
    }

    @Test
    void pageOfTheWallShowsItsWordsAndTheAddress() throws Exception {
        try (TestPage page = TestPage.start(kit, "--web", "0", "--name", "<Room> 12")) {
            assertThat(page.get("/wall").text())
                    .contains("&lt;Room&gt; 12", "http://localhost:" + page.page.port(), "nc localhost")
                    .doesNotContain(token(page));
            assertThat(page.get("/wall.js").status()).isEqualTo(200);
            assertThat(page.get("/wall.css").status()).isEqualTo(200);
        }
    }

    /** A Content-Security-Policy of 'self' allows no style and no script inside the page. */
    @Test
    void allWordsOfTheScriptAreOnThePage() throws Exception {
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            String html = page.get("/wall").text();
            String script = page.get("/wall.js").text();
            Matcher used = Pattern.compile("(?:say\\('|words\\.)(\\w+)").matcher(script);
            assertThat(used.results().map(word -> word.group(1)).distinct())
                    .isNotEmpty()
                    .allSatisfy(word -> assertThat(html)
                            .contains(
                                    "data-" + word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "=\""));
            assertThat(html).doesNotContain("style=", "onclick=");
            assertThat(script).doesNotContain("innerHTML");
            assertThat(script.lines().count()).isLessThan(400);
        }
    }

    /** The script asks for these words by the state that the server sends. A reader that obeys has read a line. */
    @Test
    void everyStateOfAThreadHasWordsOnThePage() throws Exception {
        List<String> wanted = new ArrayList<>();
        for (String key :
                ResourceBundle.getBundle("chatlab.server.support.Words").keySet()) {
            if (key.matches("thread\\.(accept|postman)\\..*")) {
                wanted.add(key.replace("thread.", "").replace('.', '-'));
            } else if (key.startsWith("thread.reader.")) {
                String state = key.replace("thread.reader.", "").replace("obeying", "reads");
                wanted.addAll(List.of(state, state + "-short"));
            }
        }
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            String html = page.get("/wall").text();
            assertThat(wanted)
                    .contains("reads", "throttled-short", "accept-waiting", "postman-sleeping")
                    .allSatisfy(words -> assertThat(html).contains("data-" + words + "=\""));
        }
    }

    @Test
    void pictureOfManyClientsIsJsonAndBounded() throws Exception {
        String name = "\u5e73".repeat(18) + "\"\\";
        try (TestPage page = start(1000, name)) {
            WallClient client = connect(page, "Authorization: Bearer " + token(page));
            JsonObject picture = client.picture();
            assertThat(picture.getAsJsonArray("clients")).hasSize(300);
            assertThat(picture.get("moreClients").getAsInt()).isEqualTo(700);
            assertThat(picture.get("writers").getAsInt()).isEqualTo(1000);
            assertThat(picture.getAsJsonArray("hands")).hasSize(20);
            assertThat(picture.get("moreHands").getAsInt()).isEqualTo(180);
            assertThat(picture.getAsJsonObject("course").getAsJsonArray("chapters"))
                    .hasSize(24);
            JsonObject first = picture.getAsJsonArray("clients").get(0).getAsJsonObject();
            assertThat(first.get("name").getAsString()).isEqualTo(name);
            assertThat(client.received().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST_PICTURE);
        }
    }

    /** Clients 999 and 1000 do not read. */
    @Test
    void stuckClientIsShownHoweverManyThereAre() throws Exception {
        try (TestPage page = start(1000, "ada")) {
            JsonArray shown = connect(page).picture().getAsJsonArray("clients");
            assertThat(numbers(shown)).startsWith(1, 2).endsWith(297, 298, 999, 1000);
            assertThat(shown.get(299).getAsJsonObject().get("stuck").getAsBoolean())
                    .isTrue();
        }
    }

    private static List<Integer> numbers(JsonArray clients) {
        return clients.asList().stream()
                .map(client -> client.getAsJsonObject().get("number").getAsInt())
                .toList();
    }

    @Test
    void nameThatIsMadeToEndALineEndsNone() throws Exception {
        String name = "a\u0000\n\ndata: b\r\u2028\u0085\u001b";
        try (TestPage page = start(1, name)) {
            WallClient client = connect(page, "Authorization: Bearer " + token(page));
            JsonObject first = client.picture().getAsJsonArray("clients").get(0).getAsJsonObject();
            assertThat(first.get("name").getAsString()).isEqualTo(name);
        }
    }

    @Test
    void namesAreShownWithTheTokenOnly() throws Exception {
        try (TestPage page = start(3, "Wilhelmina")) {
            String token = token(page);
            for (String header : new String[] {
                "X: " + token,
                "Authorization: Bearer " + token + "x",
                "Authorization: Bearer " + token.substring(1),
                "Authorization: Bearer",
                "Authorization: Basic " + token,
                "Cookie: " + token
            }) {
                WallClient client = connect(page, header);
                JsonObject picture = client.picture();
                assertThat(picture.get("names").getAsBoolean()).as(header).isFalse();
                assertThat(client.received()
                                .replace("\"text\":\"" + "Wilhelmina".repeat(10), "")
                                .replace("[\"Wilhelmina\",\"b\"]", ""))
                        .as(header)
                        .doesNotContain("Wilhelmina");
            }
            WallClient instructor = connect(page, "Authorization: Bearer " + token);
            assertThat(instructor.picture().get("names").getAsBoolean()).isTrue();
            assertThat(instructor.received()).contains("\"name\":\"Wilhelmina\"");
        }
    }

    @Test
    void pictureThatHasNotChangedIsNotSentAgain() throws Exception {
        try (TestPage page = TestPage.start(kit, "--web", "0")) {
            WallClient client = connect(page);
            client.picture();
            page.page.close();
            assertThatThrownBy(client::picture).isInstanceOf(IOException.class);
        }
    }

    @Test
    void streamBeyondTheLimitIsRefusedUntilAnotherOneEndsAndTheTokenHasPlacesOfItsOwn() throws Exception {
        try (TestPage page = start(1, "ada")) {
            for (int i = 0; i < Wall.MOST_WITHOUT_NAMES; i++) {
                assertThat(connect(page).status()).isEqualTo(200);
            }
            assertThat(connect(page).status()).isEqualTo(503);
            String token = "Authorization: Bearer " + token(page);
            for (int i = Wall.MOST_WITHOUT_NAMES; i < Wall.MOST; i++) {
                assertThat(connect(page, token).status()).isEqualTo(200);
            }
            assertThat(connect(page, token).status()).isEqualTo(503);
            clients.get(Wall.MOST - 1).close();
            await().until(() -> connect(page, token).status() == 200);
            await().until(() -> threads().size() <= Wall.MOST + 1); // a stream that was closed may still be ending
            assertThat(page.get("/").status()).isEqualTo(200);
            assertThat(connect(page).status()).isEqualTo(503);
        }
        await().until(() -> threads().isEmpty());
    }

    @Test
    void streamThatIsNotReadIsClosedAndTheOthersGoOn() throws Exception {
        try (TestPage page = start(300, "a".repeat(20), IMPATIENT)) {
            WallClient hung = connect(page);
            WallClient reading = connect(page);
            assertThat(hung.status()).isEqualTo(200);
            assertThat(reading.status()).isEqualTo(200);
            await().until(() -> {
                reading.picture();
                return threads().size() == 2; // "wall", and that of the one that reads
            });
            reading.picture();
            hung.awaitEnd();
        }
        await().until(() -> threads().isEmpty());
    }

    @Test
    void closedPageEndsAllStreamsAndTheirThreads() throws Exception {
        try (TestPage page = start(300, "a".repeat(20))) {
            WallClient reading = connect(page);
            WallClient hung = connect(page);
            reading.picture();
            hung.status();
            page.page.close();
            await().until(() ->
                    threads().stream().noneMatch(thread -> thread.getName().contains(" ")));
            reading.awaitEnd();
            hung.awaitEnd();
        }
        await().until(() -> threads().isEmpty());
    }

    @Test
    void wallWithoutABrowserMakesNoPicture() throws Exception {
        try (TestPage page = start(1, "ada")) {
            assertThat(page.get("/wall").status()).isEqualTo(200);
            assertThat(threads()).isEmpty();
            assertThat(made.get()).isZero();
            try (WallClient client = WallClient.connect(page.page.port())) {
                client.picture();
            }
            await().until(() -> threads().isEmpty()); // it goes when the last browser has gone
            int before = made.get();
            assertThat(connect(page).picture().get("people").getAsInt())
                    .as("the picture of that time is not shown again")
                    .isGreaterThan(before);
        }
    }

    @Test
    void faultOfThePainterEndsTheStreamsAndTheNextOneHasAnother() throws Exception {
        ServerSocket room = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        try (TestPage page = TestPage.start(
                kit,
                room,
                new PictureFeed(
                        () -> {
                            if (made.get() == 1) {
                                made.incrementAndGet();
                                throw new IllegalStateException("broken");
                            }
                            return busyRoom(1, "ada");
                        },
                        QUICK,
                        HangLimit.MILLIS),
                "--web",
                "0")) {
            connect(page).awaitEnd();
            connect(page).picture();
            await().until(() -> page.notes.stream().anyMatch(note -> note.contains("broken"))); // among others
        }
    }

    @Test
    void otherSitesAndOtherMethodsGetNoStream() throws Exception {
        try (TestPage page = start(1, "ada")) {
            assertThat(page.ask("GET /wall/events HTTP/1.1", "Host: evil.example")
                            .status())
                    .isEqualTo(421);
            assertThat(page.ask("POST /wall/events HTTP/1.1", "Host: " + page.host(), "Content-Length: 0")
                            .status())
                    .isEqualTo(405);
            TestPage.Answer head = page.ask("HEAD /wall/events HTTP/1.1", "Host: " + page.host());
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers()).containsEntry("content-type", "text/event-stream; charset=utf-8");
            assertThat(threads()).isEmpty();
        }
    }
}
