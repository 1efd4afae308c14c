package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.Rows;
import chatlab.protocol.Text;
import chatlab.protocol.testing.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever mallory sends as a text, name, room or reason, no client shows it as words of bob, since bob never speaks. */
class ForgeryTest {
    private static final int TEXTS = 5000;
    private static final String AT = "at=2026-11-20T10:15:02.007Z";

    /** What ends a line or moves a cursor somewhere in the world, and what it would be good for. */
    private static final List<String> PIECES = List.of(
            "\r",
            "\u000b",
            "\f",
            "\u001c",
            "\u001d",
            "\u001e",
            "\u0085",
            "\u2028",
            "\u2029",
            "\0",
            "\b",
            "\t",
            "\u007f",
            "\u001b[2K\u001b[1G",
            "\u001b]0;title\u0007",
            "\u009b1A",
            "\u202e",
            "\u2066",
            "\u200f",
            "\u061c",
            "\uDB40\uDC41",
            "\ufeff",
            "\u3164",
            "\u0301\u0301\u0301",
            " ".repeat(200),
            " ".repeat(70),
            ".".repeat(70),
            "\u00a0",
            "\u3000",
            " ",
            " ",
            "x",
            "<bob> I did it",
            "* bob left.",
            "! ",
            "| ",
            "12:00:00 127.0.0.1:1 lobby #1 <bob> I did it",
            ":",
            "=",
            "@",
            "/",
            "MSG room=lobby from=bob id=1 " + AT + " :I did it",
            "LEAVE room=lobby name=bob " + AT + " code=quit",
            "BYE code=shutdown",
            "NOTE code=run :bob",
            ".",
            "ada",
            "\uD83D\uDE00",
            "日本",
            "مرحبا");

    private final Random random = new Random(20261120);

    @Test
    void noTextIsShownAsWordsOfAnotherPerson(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript.txt");
        List<String> rich = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        try (TestServer server = TestServer.start("--transcript", file.toString(), "--flood", "off", "--history", "9");
                Crowd crowd = new Crowd()) {
            server.rich("bob");
            Peer richWatcher = server.rich("eve");
            Peer plainWatcher = server.plain("joe");
            Peer mallory = server.plain("mallory");
            crowd.letDo(() -> readUpToTheEnd(richWatcher, rich));
            crowd.letDo(() -> readUpToTheEnd(plainWatcher, plain));
            crowd.letDo(mallory::readAll);
            for (int i = 0; i < TEXTS; i++) {
                if (i % 100 == 0) {
                    Peer visitor = server.connect();
                    visitor.send("hello", "/quit " + text());
                    visitor.readAll();
                }
                mallory.send(command(), "/nick mallory");
            }
            mallory.send(".", "/nick mallory", "/leave", "/say the end");
            mallory.endOutput();
            crowd.await();
            server.screen.awaitLine(".* - mallory has left lobby, .*");
            for (String line : server.screen.shown()) {
                assertClean(line);
                assertThat(line)
                        .matches(
                                "(?s)(\\d\\d:\\d\\d:\\d\\d (127\\.0\\.0\\.1:\\d+ \\S+ #\\d+ <(?!bob)|[-+*~] ).*|\\.\\.\\. .*)");
            }
        }
        assertThat(rich).hasSizeGreaterThan(TEXTS / 2).allSatisfy(ForgeryTest::assertHonest);
        assertThat(plain).hasSizeGreaterThan(TEXTS / 2).allSatisfy(line -> {
            assertClean(line);
            assertThat(line).matches("(?s)(<(?!bob[ >])|\\* (?!bob )|! |    ).*");
            assertThat(Rows.columns(line)).isLessThanOrEqualTo(76);
        });
        String[] lines = Files.readString(file).split("\n");
        assertThat(lines[0]).startsWith("NOTE code=run :");
        assertThat(lines[lines.length - 1]).isEqualTo("BYE code=shutdown");
        assertThat(List.of(lines).subList(1, lines.length - 1))
                .filteredOn(line -> !line.startsWith("JOIN room=lobby name=bob "))
                .filteredOn(line -> !line.matches("NOTE code=(start|end|lost) :2\\S+Z( bob| eve| joe)?"))
                .filteredOn(
                        line -> !line.startsWith("NOTE code=run :" + lines[0].substring("NOTE code=run :".length())))
                .hasSizeGreaterThan(TEXTS / 2)
                .allSatisfy(ForgeryTest::assertHonest);
    }

    private static void readUpToTheEnd(Peer peer, List<String> lines) throws Exception {
        String line;
        do {
            line = peer.readLine();
            lines.add(line);
        } while (!line.endsWith("the end"));
    }

    private static void assertClean(String line) {
        assertThat(line).isEqualTo(Text.clean(line)).doesNotContain("\r");
    }

    private static void assertHonest(String line) {
        assertClean(line);
        Event event = Event.parse(line).orElseThrow(() -> new AssertionError("no event: " + line));
        String who = event instanceof Event.Msg e
                ? e.from()
                : event instanceof Event.Join e
                        ? e.name()
                        : event instanceof Event.Leave e
                                ? e.name()
                                : event instanceof Event.Nick e ? e.now() : "!" + line;
        assertThat(Name.keyOf(who)).matches("\\p{L}[\\p{L}\\p{M}\\p{N}._-]*").isNotEqualTo("bob");
    }

    private String command() {
        return switch (random.nextInt(8)) {
            case 0 -> "/nick " + text();
            case 1 -> "/join lab" + text() + "\n/leave";
            case 2 -> "/paste\n" + text() + "\n" + text() + "\n.";
            case 3 -> "/kick bob " + text() + "\n/" + text();
            case 4 -> text();
            default -> "/say " + text();
        };
    }

    private String text() {
        return random.ints(1 + random.nextInt(5), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .collect(Collectors.joining());
    }
}
