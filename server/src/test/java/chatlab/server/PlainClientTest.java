package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Chat1;
import chatlab.protocol.Rows;
import chatlab.protocol.testing.Peer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person with a terminal and no client program types and sees: nc, telnet, PuTTY. */
class PlainClientTest {
    /** PuTTY's first bytes, with a window of 10 rows: that 10 is no line end. */
    private static final String NEGOTIATION =
            "\u00ff\u00fb\u001f\u00ff\u00fd\u0003\u00ff\u00fa\u001f\0P\0\n\u00ff\u00f0";

    /** Lines with padding up to the place where a terminal of 80 columns would begin a new row. */
    static Stream<String> lines() {
        return Stream.of(" ", ".", "\u3000", "日", "\t", "e\u0301", "\u2800")
                .flatMap(padding -> Stream.of(
                        "/say well" + padding.repeat(72) + "<teach to you> come here",
                        "/quit well" + padding.repeat(72) + "* The instructor has left.",
                        "/nobody" + padding.repeat(72) + "! said this",
                        "/paste\nif (x) {" + padding.repeat(72) + "<teach> come here\n."));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void noRowOnATerminalLooksLikeALineOfAnotherPerson(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            Peer eve = server.plain("eve");
            bob.expect("* eve joined.");
            eve.send(line, "/quit");
            List<String> rows = new ArrayList<>(eve.readAll());
            String row;
            do {
                row = bob.readLine();
                rows.add(row);
            } while (!row.startsWith("* eve left."));
            if (line.startsWith("/quit")) {
                rows.add(bob.readLine());
            }
            assertThat(rows).allMatch(shown -> shown.matches("(<eve> |\\* [^T]|! unknown-command|    ).*"));
            assertThat(rows).allMatch(shown -> Rows.columns(shown) <= 76);
        }
    }

    @Test
    void rowsOfALineJoinToTheWholeLine() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.plain("bob");
            Peer eve = server.plain("eve");
            bob.expect("* eve joined.");
            String code = "\tfor (int i = 0; i < 10; i++) {          // " + "and so on, ".repeat(20);
            String text = "a  b" + " ".repeat(100) + "c " + "日本 ".repeat(50) + "x".repeat(200);
            eve.send("/say " + text, "/paste", code, "  " + code, ".", "/nick zoe");
            List<String> lines = new ArrayList<>();
            for (String row = bob.readLine(); !row.equals("* eve is now zoe."); row = bob.readLine()) {
                if (Rows.goesOn(row)) {
                    lines.set(lines.size() - 1, Rows.joined(lines.get(lines.size() - 1), row));
                } else {
                    lines.add(row);
                }
            }
            assertThat(lines).containsExactly("<eve> " + text, "<eve> | " + code, "<eve> |   " + code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"announce ", "kick eve ", "say "})
    void lineFromTheKeyboardIsFolded(String command) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            server.rich("eve");
            bob.expect("* eve joined.");
            server.type(command + "word ".repeat(30));
            assertThat(Rows.columns(bob.readLine())).isLessThanOrEqualTo(76);
            bob.expectMatch("    (word )+");
        }
    }

    @Test
    void replayedMessageOfAnotherDayHasItsDate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("transcript.txt");
        try (TestServer server = TestServer.start("--transcript", file.toString())) {
            Peer ada = server.rich("ada");
            ada.send("/say see you tomorrow");
            ada.skipTo("MSG .*");
            server.type("announce no class tomorrow");
            ada.skipTo("MSG room=\\* .*");
        }
        Files.writeString(file, Files.readString(file).replaceAll("at=\\d{4}-\\d\\d-\\d\\d", "at=2025-11-20"));
        String date = "2025-11-(19|20|21)"; // in any time zone
        try (TestServer server = TestServer.start("--transcript", file.toString(), "--resume")) {
            Peer bob = server.connect();
            bob.send("/nick bob");
            bob.skipTo("<ada " + date + " \\d\\d:\\d\\d> see you tomorrow");
            bob.expectMatch("\\* " + date + " \\d\\d:\\d\\d server to all rooms: no class tomorrow");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void telnetCommandsAreSkippedAndBackspacesEditTheLine(int size) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            String typed = NEGOTIATION + "/nick adx\ba\r\n" + "he\u00ff\u00f1lpo\u007f\u007flo\r\n";
            byte[] bytes = typed.getBytes(StandardCharsets.ISO_8859_1);
            for (int i = 0; i < bytes.length; i += size) {
                ada.sendRaw(typed.substring(i, Math.min(i + size, typed.length())));
            }
            bob.expectMatch("JOIN room=lobby name=ada .*");
            bob.expectMatch("MSG .* from=ada .* :hello");
        }
    }

    @Test
    void bytesOfARichClientAreTakenAsTheyAre() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.sendRaw("/say a\u00ff\u00f1b\n");
            ada.expectMatch("ERR code=bad-utf8 .*");
            ada.send("/say ab\bc");
            ada.expectMatch("MSG .* :ab c");
        }
    }

    @Test
    void telnetCommandWithoutEndClosesTheConnection() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            ada.sendRaw("\u00ff\u00fa" + "\n".repeat(Chat1.ENDLESS_LINE));
            ada.skipTo("\\* No end of a line in 64 KiB.*");
            ada.expectEnd();
        }
    }

    @Test
    void telnetCommandsInManyLinesAreSkipped() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.sendRaw("a line\u00ff\u00fb\u0001\n".repeat(5000) + "/quit\n");
            for (int i = 0; i < 5000; i++) {
                bob.expectMatch("MSG .* :a line");
            }
            bob.expectMatch("LEAVE .*");
        }
    }

    @Test
    void clientThatEndsNoLineIsToldOnceHowALineEnds() throws Exception {
        try (TestServer server = TestServer.start("--hint-millis", "20", "--line-millis", "4000")) {
            Peer ada = server.plain("ada");
            ada.sendRaw("hello");
            ada.expectMatch("\\* Your line has no end yet, .* \\\\n\\.");
            ada.sendRaw("hello again");
            ada.expectMatch("\\* You have begun a line or a paste and not ended it.*");
        }
    }

    @Test
    void clientThatPausesInAPasteIsNotToldHowALineEnds() throws Exception {
        try (TestServer server = TestServer.start("--hint-millis", "20", "--line-millis", "600")) {
            Peer ada = server.plain("ada");
            ada.send("/paste", "one");
            ada.expectMatch("\\* Go on; .*");
            ada.expectMatch("\\* You have begun a line or a paste and not ended it.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proto 1 ada\nhal", NEGOTIATION + "/nick ada\nhal"})
    void richClientAndTerminalAreNotToldHowALineEnds(String sent) throws Exception {
        try (TestServer server = TestServer.start("--hint-millis", "20", "--line-millis", "600")) {
            Peer ada = server.connect();
            ada.sendRaw(sent);
            assertThat(ada.readAll())
                    .anyMatch(line -> line.contains("and not ended it"))
                    .noneMatch(line -> line.contains("has no end yet"));
        }
    }

    @Test
    void unfinishedLineOfAPlainClientIsSaidWhenItEndsItsSide() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.sendRaw("hi");
            ada.endOutput();
            bob.expectMatch("JOIN room=lobby name=guest2 .*");
            bob.expectMatch("MSG .* from=guest2 .* :hi");
            bob.expectMatch("LEAVE room=lobby name=guest2 at=\\S+ code=quit");
        }
    }

    @Test
    void unfinishedLineOfARichClientIsNotSaidWhenItEndsItsSide() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "10")) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.expectMatch("JOIN .* name=ada .*");
            ada.sendRaw("/say hal");
            ada.endOutput();
            bob.expectMatch("WHO .* state=lost");
            bob.expectMatch("LEAVE .* code=lost");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/paste\none\ntwo", "/paste\none\n"})
    void pasteThatIsCutOffIsNotSaid(String sent) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.plain("ada");
            bob.expectMatch("JOIN .* name=ada .*");
            ada.sendRaw(sent);
            ada.endOutput();
            bob.expectMatch("LEAVE .* name=ada .*");
        }
    }
}
