package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.web.WallClient;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the wall tells of a real room. */
class WallOfRoomTest {
    private static final String SECRET = "aardvark";

    private static JsonObject client(JsonObject picture, int i) {
        return picture.getAsJsonArray("clients").get(i).getAsJsonObject();
    }

    private static String token(TestServer server) throws Exception {
        server.type("wall");
        server.screen.awaitLine("With the names of people:");
        String line =
                server.screen.awaitLine("http://localhost:\\d+/wall#\\w{24}"); // alone: a terminal cuts longer rows
        return line.replaceFirst(".*#", "");
    }

    @Test
    void rowsSayWhatReadersDoAndWhatWasSent() throws Exception {
        try (TestServer server = TestServer.start("--web", "0", "--flood", "off");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            wall.until(picture -> picture.getAsJsonArray("clients").isEmpty());
            Peer ada = server.rich("ada");
            server.rich("bob");
            JsonObject quiet =
                    wall.until(picture -> picture.getAsJsonArray("clients").size() == 2
                            && isQuiet(client(picture, 0))
                            && isQuiet(client(picture, 1))
                            && picture.getAsJsonObject("threads")
                                    .get("accept")
                                    .getAsString()
                                    .equals("waiting"));
            assertThat(quiet.get("people").getAsInt()).isEqualTo(2);
            boolean read = false;
            boolean served = false;
            for (int i = 0; i < 100 && !(read && served); i++) { // one picture may be made between the two
                ada.send("/say hi");
                ada.skipTo("MSG .*");
                JsonObject talk = wall.picture();
                read |= client(talk, 0).get("read").getAsBoolean();
                served |= client(talk, 1).get("served").getAsBoolean();
                assertThat(client(talk, 1).get("read").getAsBoolean()).isFalse();
            }
            assertThat(read).isTrue();
            assertThat(served).isTrue();
        }
    }

    private static boolean isQuiet(JsonObject client) {
        return client.get("reader").getAsString().equals("reading")
                && !client.get("read").getAsBoolean()
                && !client.get("served").getAsBoolean();
    }

    @Test
    void clientThatDoesNotReadIsStuckUntilItIsThrownOut() throws Exception {
        try (TestServer server = TestServer.start("--web", "0", "--flood", "off", "--last-words-millis", "10");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            Peer ada = server.rich("ada");
            Peer snail = server.rich("snail");
            snail.socket().setReceiveBufferSize(16 * 1024);
            JsonObject picture = wall.until(now -> now.getAsJsonArray("clients").size() == 2);
            while (!isStuck(picture, 1)) {
                while (waiting(server, "snail") < 100_000) {
                    talk(ada, 150); // its outbox takes them
                }
                picture = wall.picture();
            }
            assertThat(picture.get("writers").getAsInt()).isPositive();
            talk(ada, 150);
            talk(ada, 150); // more than it takes
            wall.until(now -> now.getAsJsonArray("clients").size() == 1 && !isStuck(now, 0));
        }
    }

    /** Bytes in the outbox of a client. */
    private static int waiting(TestServer server, String name) {
        return server.services().connections().get().stream()
                .filter(client -> client.name().equals(name))
                .mapToInt(client -> client.figures().waiting())
                .sum();
    }

    private static boolean isStuck(JsonObject picture, int i) {
        return client(picture, i).get("stuck").getAsBoolean();
    }

    /** Says so many long lines, and reads to the last of them. */
    private static void talk(Peer peer, int lines) throws Exception {
        String[] talk = new String[lines];
        Arrays.fill(talk, "/say " + "x".repeat(4000));
        talk[lines - 1] = "/say@last the end";
        peer.send(talk);
        peer.skipTo("MSG .* re=last .*");
    }

    @Test
    void textsAreInNoByteOfTheStreamAndNamesNeedTheToken() throws Exception {
        try (TestServer server = TestServer.start("--web", "0")) {
            int port = server.services().webPort();
            try (WallClient open = WallClient.connect(port);
                    WallClient named = WallClient.withToken(port, token(server))) {
                Peer ada = server.instructor("ada");
                Peer bob = server.rich("Wilhelmina");
                bob.send(
                        "/hand",
                        "/lower",
                        "/hand " + SECRET,
                        "/msg ada " + SECRET,
                        "/say " + SECRET,
                        "/paste " + SECRET,
                        ".");
                server.plain("cyd").send(SECRET, "/announce " + SECRET);
                ada.send("/timer 5m " + SECRET, "/announce " + SECRET, "/poll yes,no Clear?");
                bob.skipTo("POLL .*");
                bob.send("/vote yes");
                for (WallClient wall : List.of(open, named)) {
                    JsonObject last = wall.until(
                            picture -> picture.getAsJsonArray("hands").size() == 1
                                    && picture.has("question")
                                    && picture.getAsJsonObject("question")
                                                    .get("answered")
                                                    .getAsInt()
                                            == 1);
                    assertThat(last.getAsJsonObject("question").getAsJsonArray("counts"))
                            .isEmpty();
                    assertThat(wall.received()).doesNotContain(SECRET);
                    JsonObject hand = last.getAsJsonArray("hands").get(0).getAsJsonObject();
                    assertThat(hand.get("client").getAsInt()).isEqualTo(2);
                    assertThat(hand.get("place").getAsInt())
                            .as("the first hand that is up")
                            .isEqualTo(1);
                }
                assertThat(open.received()).doesNotContain("Wilhelmina", "ada", "cyd");
                assertThat(named.received()).contains("Wilhelmina", "ada", "cyd");
                ada.send("/poll show");
                JsonArray counts = open.until(picture -> !picture.getAsJsonObject("question")
                                .getAsJsonArray("counts")
                                .isEmpty())
                        .getAsJsonObject("question")
                        .getAsJsonArray("counts");
                assertThat(counts.get(0).getAsInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void predictionsAreCountedOnTheWallOnceTheyAreShown() throws Exception {
        try (TestServer server = TestServer.start("--web", "0");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            Peer bob = server.rich("bob");
            bob.send("/did@d bob k3f9k3f9 3 predicted=b");
            bob.skipTo("OK re=d .*");
            assertThat(wall.until(picture -> picture.get("people").getAsInt() == 1)
                            .has("question"))
                    .isFalse();
            server.type("show 3");
            JsonObject question = wall.until(picture -> picture.has("question")).getAsJsonObject("question");
            assertThat(question.getAsJsonArray("options").toString()).isEqualTo("[\"a\",\"b\"]");
            assertThat(question.getAsJsonArray("counts").toString()).isEqualTo("[0,1]");
            assertThat(wall.received()).doesNotContain("bob");
        }
    }

    @Test
    void pollThatIsShownAfterPredictionsIsOnTheWallUntilOthersAreShown() throws Exception {
        try (TestServer server = TestServer.start("--web", "0");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            Peer bob = server.rich("bob");
            bob.send("/did@d bob k3f9k3f9 3 predicted=b");
            bob.skipTo("OK re=d .*");
            server.type("show 3");
            wall.until(picture -> isAsked(picture, "Predictions, .* 3", 2));
            server.type("poll yes,no Clear?");
            wall.until(picture -> isAsked(picture, "Clear\\?", 0));
            server.type("show 3"); // the poll is open
            server.type("poll show");
            wall.until(picture -> isAsked(picture, "Clear\\?", 2));
            server.type("show 3");
            wall.until(picture -> isAsked(picture, "Predictions, .* 3", 2));
        }
    }

    @Test
    void pollIsAnsweredByStudentsThatAreHereAndPeopleThatHaveAnswered() throws Exception {
        try (TestServer server = TestServer.start("--web", "0", "--flood=off");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            Peer ada = server.instructor("ada");
            ada.send("/poll yes,no Clear?");
            wall.until(picture -> isAnswered(picture, 0, 0));
            server.connect().send("I am a guest");
            server.rich("eve");
            for (String name : List.of("bob", "cyd")) {
                Peer student = server.rich(name);
                student.send("/vote@v yes", "/quit");
                student.skipTo("OK re=v .*");
                student.skipTo("BYE .*");
            }
            wall.until(picture -> isAnswered(picture, 2, 4));
            ada.send("/vote no", "/poll show");
            wall.until(picture -> isAsked(picture, "Clear\\?", 2) && isAnswered(picture, 3, 5));
            server.rich("dan");
            JsonObject later = wall.until(picture -> picture.get("people").getAsInt() == 4);
            assertThat(isAnswered(later, 3, 5)).isTrue();
        }
    }

    private static boolean isAnswered(JsonObject picture, int answered, int of) {
        JsonObject question = picture.has("question") ? picture.getAsJsonObject("question") : new JsonObject();
        return question.has("of")
                && question.get("answered").getAsInt() == answered
                && question.get("of").getAsInt() == of;
    }

    private static boolean isAsked(JsonObject picture, String text, int counts) {
        JsonObject question = picture.has("question") ? picture.getAsJsonObject("question") : new JsonObject();
        return question.has("text")
                && question.get("text").getAsString().matches(text)
                && question.getAsJsonArray("counts").size() == counts;
    }

    @Test
    void chaptersAreCountedForNamesThatHaveEnteredAndNothingTellsLetters() throws Exception {
        try (TestServer server = TestServer.start("--web", "0", "--flood=off");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            assertThat(chapters(wall.picture())).isEmpty();
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            server.rich("cyd");
            ada.send("/did ada k3f9k3f9 3 passed");
            for (String fact : List.of("7.2 predicted=b", "3 read", "3 predicted=c", "7 read", "9 hint", "7 tried")) {
                bob.send("/did bob k3f9k3f9 " + fact);
            }
            for (String name : List.of("cyd", "ghost")) {
                bob.send("/did " + name + " k3f9k3f9 3 passed", "/did@d " + name + " k3f9k3f9 11 read");
                bob.skipTo("OK re=d .*");
            }
            JsonObject picture = wall.until(now -> chapters(now).size() == 4);
            assertThat(picture.getAsJsonObject("course").toString())
                    .isEqualTo("{\"students\":2,\"chapters\":["
                            + "{\"number\":3,\"read\":2,\"predicted\":2,\"passed\":1},"
                            + "{\"number\":7,\"read\":1,\"predicted\":1,\"passed\":0},"
                            + "{\"number\":9,\"read\":1,\"predicted\":0,\"passed\":0},"
                            + "{\"number\":11,\"read\":1,\"predicted\":0,\"passed\":0}]}");
            assertThat(picture.has("question")).isFalse();
            server.rich("ghost");
            wall.until(
                    now -> chapters(now).get(0).getAsJsonObject().get("passed").getAsInt() == 2);
            server.type("show 7.2");
            JsonObject shown = wall.until(now -> now.has("question")).getAsJsonObject("question");
            assertThat(shown.get("answered").getAsInt()).isEqualTo(1);
            assertThat(shown.get("of").getAsInt()).isEqualTo(3);
            assertThat(wall.received()).doesNotContain("bob", "cyd", "ghost", "predicted=", "counts\":[0,0");
        }
    }

    @Test
    void otherPredictionOfTheSameStudentChangesNothingOnTheWallBeforeItIsShown() throws Exception {
        String[] seen = new String[2];
        for (int i = 0; i < seen.length; i++) {
            try (TestServer server = TestServer.start("--web", "0");
                    WallClient wall = WallClient.connect(server.services().webPort())) {
                server.rich("bob").send("/did bob k3f9k3f9 3 predicted=" + "ad".charAt(i));
                JsonObject picture = wall.until(now -> chapters(now).size() == 1
                        && !client(now, 0).get("read").getAsBoolean()
                        && !client(now, 0).get("served").getAsBoolean());
                picture.remove("clients");
                picture.remove("threads");
                picture.remove("writers"); // a postman that waits for a processor may become a writer
                seen[i] = picture.toString();
            }
        }
        assertThat(seen[0]).isEqualTo(seen[1]);
    }

    private static JsonArray chapters(JsonObject picture) {
        return picture.getAsJsonObject("course").getAsJsonArray("chapters");
    }

    @Test
    void closedServerEndsTheStream() throws Exception {
        try (TestServer server = TestServer.start("--web", "0");
                WallClient wall = WallClient.connect(server.services().webPort())) {
            wall.picture();
            server.server.close();
            wall.awaitEnd();
        }
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("wall")));
    }

    @Test
    void serverWithoutAPageSaysThatItHasNoWall() throws Exception {
        try (TestServer server = TestServer.start("--web", "off")) {
            server.type("wall");
            server.screen.awaitLine("! This server has no web page\\. .*");
        }
    }
}
