package chatlab.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PasteTest {
    @Test
    void pasteComesAsOneMessageOfSeveralParts() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            Peer eve = server.rich("eve");
            Peer ada = server.rich("ada");
            ada.send("/paste@p", "class A {", "", "    /quit", "..", "...", "}", ".");
            String[] lines = {"class A {", "", "    /quit", ".", "..", "}"};
            for (int i = 1; i <= 6; i++) {
                String text = " :" + lines[i - 1].replaceAll("[{}.]", "\\\\$0");
                ada.expectMatch("MSG room=lobby from=ada id=1 at=\\S+ part=" + i + "/6 re=p" + text);
            }
            eve.skipTo("MSG room=lobby from=ada id=1 at=\\S+ part=1/6 :class A \\{");
            bob.skipTo("<ada> \\| class A \\{");
            bob.expect("<ada> | ", "<ada> |     /quit", "<ada> | .", "<ada> | ..", "<ada> | }");
            ada.send("/say next");
            ada.expectMatch("MSG room=lobby from=ada id=2 .*");
        }
    }

    @Test
    void plainClientIsToldHowToEndAPaste() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            Peer bob = server.plain("bob");
            ada.send("/paste", "one", ".", "after");
            ada.skipTo("\\* Go on; a line with only a dot ends the paste\\.");
            bob.skipTo("<ada> \\| one");
            bob.expect("<ada> after");
        }
    }

    /** It was meant for one person, or for another one: its lines must not be said to all. */
    @Test
    void linesOfAPasteWithTooManyWordsAreSwallowed() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            Peer eve = server.rich("eve");
            Peer bob = server.plain("bob");
            ada.skipTo("\\* bob joined\\.");
            ada.send("/paste mary ann", "secret", ".", "after");
            ada.expectMatch("! bad-args: .* /paste \\[NAME\\]");
            bob.expect("<ada> after");
            eve.send("/paste@p mary ann", "secret", ".", "/say after");
            eve.skipTo("ERR re=p code=bad-args :.*");
            bob.expect("<eve> after");
        }
    }

    @Test
    void fiveHundredLinesAndSixtyFourKibibytesAreAllowed() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p");
            ada.send(Collections.nCopies(500, "x").toArray(String[]::new));
            ada.send(".");
            ada.expectMatch("MSG .* part=1/500 .*");
            ada.skipTo("MSG .* part=500/500 .*");
            ada.send("/paste@p");
            ada.send(Collections.nCopies(64, "x".repeat(1023)).toArray(String[]::new));
            ada.send(".");
            ada.skipTo("MSG .* part=64/64 .*");
        }
    }

    @Test
    void pasteThatIsTooLongIsRefusedOnceAndSwallowedUpToTheDot() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p");
            ada.send(Collections.nCopies(501, "x").toArray(String[]::new));
            ada.expectMatch("ERR re=p code=too-long :.*");
            ada.send("/say still inside", ".", "/say outside");
            ada.expectMatch("MSG room=lobby from=ada id=1 at=\\S+ :outside");

            ada.send("/paste@q");
            ada.send(Collections.nCopies(64, "x".repeat(1023)).toArray(String[]::new));
            ada.send("", ".", "/ping");
            ada.expectMatch("ERR re=q code=too-long :.*");
            ada.expect("PONG");
        }
    }

    @Test
    void unreadableLineRefusesTheWholePaste() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p", "good");
            ada.sendRaw("b\u00e4d\n");
            ada.sendRaw("b\u00e4d\n");
            ada.send(".", "/paste@q", "x".repeat(5000), ".", "/ping");
            ada.expectMatch("ERR re=p code=bad-utf8 :.*");
            ada.expectMatch("ERR re=q code=too-long :.*");
            ada.expect("PONG");
        }
    }

    @Test
    void emptyPasteIsRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/paste@p", ".", "/paste@q", "", ".");
            ada.expectMatch("ERR re=p code=bad-args :.*");
            ada.expectMatch("MSG .* id=1 .* part=1/1 re=q :");
        }
    }

    @Test
    void pasteThatIsCutOffIsDiscarded() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/paste", "secret");
            ada.endOutput();
            bob.expectMatch("WHO name=ada .* state=lost");
            bob.send("/history@h");
            bob.expect("END re=h");
        }
    }

    @Test
    void pasteMayBePrivate() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.plain("bob");
            Peer eve = server.plain("eve");
            ada.send("/paste@p bob", "one", "two", ".", "/paste@n nobody", "lost", ".", "/say done");
            bob.skipTo("<ada to you> \\| one");
            bob.expect("<ada to you> | two");
            ada.skipTo("MSG to=bob from=ada id=1 at=\\S+ part=2/2 re=p :two");
            ada.expectMatch("ERR re=n code=no-such-name :.*");
            eve.expect("<ada> done");
        }
    }

    @Test
    void plainClientIsToldThatTheLinesOfARefusedPasteAreIgnored() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            ada.send("/paste nobody");
            ada.expect("! no-such-name: No person here is called nobody.");
            ada.expect("* The lines that follow are ignored, up to a line with only a dot.");
            ada.send("/hand", ".", "/paste", ".", "/ping end");
            ada.expect("* Go on; a line with only a dot ends the paste.");
            ada.expect("! bad-args: There was nothing between /paste and the dot.");
            ada.expect("* pong end");
        }
    }

    @Test
    void privatePasteIsRefusedWhenAnotherPersonHasTheNameAtItsEnd() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            Peer bob = server.plain("bob");
            ada.send("/paste bob", "a secret");
            ada.skipTo("\\* .*dot.*"); // the paste has begun
            bob.send("/quit");
            ada.skipTo("\\* bob left\\..*");
            Peer another = server.rich("bob");
            ada.send(".");
            ada.skipTo("! no-such-name: .*");
            ada.send("/msg bob hello");
            another.skipTo("MSG to=bob from=ada id=1 .* :hello");
        }
    }

    @Test
    void linesOfAPasteStayTogether() throws Exception {
        int pastes = 40;
        try (TestServer server = TestServer.start("--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer rich = server.rich("watcher");
            Peer plain = server.plain("reader");
            for (String name : List.of("ada", "bob")) {
                Peer paster = server.plain(name);
                crowd.letDo(() -> {
                    for (int i = 0; i < pastes; i++) {
                        paster.send("/paste", "p" + i, "p" + i, "p" + i, ".");
                    }
                    paster.send("/say done");
                });
            }
            for (String name : List.of("joe", "kim")) {
                Peer talker = server.plain(name);
                crowd.letDo(() -> {
                    for (int i = 0; i < 3 * pastes; i++) {
                        talker.send("/say x");
                    }
                    talker.send("/say done");
                });
            }
            List<String> richLines = new ArrayList<>();
            crowd.letDo(() -> readUntilAllAreDone(rich, richLines));
            List<String> plainLines = new ArrayList<>();
            crowd.letDo(() -> readUntilAllAreDone(plain, plainLines));
            crowd.await();

            assertContiguous(richLines.stream()
                    .map(line -> line.replaceFirst("MSG .* from=(\\S+) (?:.* part=\\S+|.*?) :(.*)", "$1 $2")));
            assertContiguous(plainLines.stream().map(line -> line.replaceFirst("<(\\S+)> (\\| )?", "$1 ")));
        }
    }

    private static void readUntilAllAreDone(Peer peer, List<String> lines) throws Exception {
        for (int done = 0; done < 4; ) {
            String line = peer.readLine();
            if (line.contains("done")) {
                done++;
            } else if (line.startsWith("MSG ") || line.startsWith("<")) {
                lines.add(line);
            }
        }
    }

    /** Each paste is three equal lines, one behind the other. */
    private static void assertContiguous(Stream<String> lines) {
        List<String> pasted = new ArrayList<>();
        List<String> all = lines.toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).matches("\\S+ p\\d+")) {
                assertThat(all.subList(i, i + 3)).containsOnly(all.get(i));
                pasted.add(all.get(i));
                i += 2;
            }
        }
        assertThat(pasted).hasSize(80).doesNotHaveDuplicates();
    }
}
