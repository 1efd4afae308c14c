package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void historyAfterAnIdHasOnlyLaterMessages() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send(
                    "/say one",
                    "/say two",
                    "/say three",
                    "/history@all",
                    "/history@some after=1",
                    "/history@x after=y");
            ada.skipTo("MSG .* :three");
            ada.expectMatch("MSG room=lobby from=ada id=1 at=\\S+ old=1 :one");
            ada.expectMatch("MSG room=lobby from=ada id=2 at=\\S+ old=1 :two");
            ada.expectMatch("MSG room=lobby from=ada id=3 at=\\S+ old=1 :three");
            ada.expect("END re=all");
            ada.expectMatch("MSG .* id=2 .*");
            ada.expectMatch("MSG .* id=3 .*");
            ada.expect("END re=some");
            ada.expectMatch("ERR re=x code=bad-args :.*");
        }
    }

    @Test
    void historyIsBoundedAndSaysWhatItHasForgotten() throws Exception {
        try (TestServer server = TestServer.start("--history", "3", "--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/say 1", "/say 2", "/say 3", "/say 4", "/history@all", "/history@gap after=0");
            ada.skipTo("MSG .* :4");
            expectIds(ada, 2, 3, 4);
            ada.expect("END re=all gap=1");
            expectIds(ada, 2, 3, 4);
            ada.expect("END re=gap gap=1");
            ada.send("/history@none after=1", "/history@more after=3", "/history@future after=99");
            expectIds(ada, 2, 3, 4);
            ada.expect("END re=none");
            expectIds(ada, 4);
            ada.expect("END re=more", "END re=future");
            Peer plain = server.plain("bob");
            plain.send("/history");
            plain.expectMatch("<ada \\d\\d:\\d\\d> 2");
            plain.expectMatch("<ada \\d\\d:\\d\\d> 3");
            plain.expectMatch("<ada \\d\\d:\\d\\d> 4");
            plain.expectMatch("\\* Older messages .*");
        }
    }

    @Test
    void pasteIsThereAsAWholeOrNotAtAll() throws Exception {
        try (TestServer server = TestServer.start("--history", "2", "--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/paste", "a", "b", ".", "/say 2", "/history@whole", "/say 3", "/history@gone");
            ada.skipTo("MSG .* :2");
            expectIds(ada, 1, 1, 2);
            ada.expect("END re=whole");
            ada.skipTo("MSG .* id=3 .*");
            expectIds(ada, 2, 3);
            ada.expect("END re=gone gap=1");
        }
    }

    @Test
    void plainNewcomerIsToldOfAPasteThatIsTooLongToReplay() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send(
                    "/say before",
                    "/paste@p",
                    "a",
                    "b",
                    "c",
                    "d",
                    "e",
                    "f",
                    "g",
                    "h",
                    "i",
                    "j",
                    "k",
                    ".",
                    "/say after");
            ada.skipTo("MSG .* :after");

            Peer bob = server.connect();
            bob.send("/nick bob");
            bob.skipTo("\\* You are now bob\\.");
            bob.expectMatch("<ada \\d\\d:\\d\\d> before");
            bob.expect("* ada said 11 lines; /history shows them.");
            bob.expectMatch("<ada \\d\\d:\\d\\d> after");
        }
    }

    @Test
    void historyIsBoundedInCharactersToo() throws Exception {
        try (TestServer server = TestServer.start("--history", "10", "--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/say " + "x".repeat(3000), "/say " + "y".repeat(3000), "/history@h");
            ada.skipTo("MSG .* :y+");
            expectIds(ada, 2);
            ada.expect("END re=h gap=1");
        }
    }

    @Test
    void historyCanBeSwitchedOff() throws Exception {
        try (TestServer server = TestServer.start("--history", "0")) {
            Peer ada = server.rich("ada");
            ada.send("/say 1", "/history@h");
            ada.skipTo("MSG .* :1");
            ada.expect("END re=h gap=1");
        }
    }

    @Test
    void announcementsArePartOfTheHistory() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/say 1");
            ada.skipTo("MSG .* :1");
            server.type("announce fire drill");
            ada.expectMatch("MSG room=\\* from=server id=2 at=\\S+ :fire drill");
            server.plain("bob").send("3");
            ada.skipTo("MSG .* :3");
            ada.send("/history");
            expectIds(ada, 1, 2, 3);
        }
    }

    @Test
    void historyIsCutAtOnePointWhileOthersTalk() throws Exception {
        int messages = 3000;
        try (TestServer server = TestServer.start("--history", "5000", "--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer bob = server.plain("bob");
            Peer eve = server.plain("eve");
            for (Peer talker : List.of(bob, eve)) {
                crowd.letDo(() -> {
                    for (int i = 0; i < messages / 2; i++) {
                        talker.send("/say x");
                    }
                });
                crowd.letDo(talker::readAll);
            }
            for (int i = 0; i < 10; i++) {
                Peer ada = server.rich("ada" + "abcdefghij".charAt(i));
                ada.send("/history");
                List<Long> old = new ArrayList<>();
                List<Long> early = new ArrayList<>(); // live before the answer began, perhaps also before the cut
                List<Long> live = new ArrayList<>();
                boolean ended = false;
                for (long last = 0; !ended || last < messages; ) {
                    String line = ada.readLine();
                    ended |= line.equals("END");
                    if (line.startsWith("MSG ")) {
                        long id = Long.parseLong(line.replaceFirst(".* id=(\\d+) .*", "$1"));
                        last = Math.max(last, id);
                        (line.contains(" old=1 ") ? old : old.isEmpty() ? early : live).add(id);
                    }
                }
                long cut = old.isEmpty() ? 0 : old.get(old.size() - 1);
                List<Long> all = new ArrayList<>(old);
                early.stream().filter(id -> id > cut).forEach(all::add);
                all.addAll(live);
                assertThat(all).startsWith(1L).isSorted().doesNotHaveDuplicates();
                assertThat(all.get(all.size() - 1) - all.size()).as("missing").isZero();
            }
            bob.endOutput();
            eve.endOutput();
            crowd.await();
        }
    }

    @Test
    void longPasteIsReplayedWithoutTakingTheClientForSlow() throws Exception {
        int messages = 20_000;
        try (TestServer server = TestServer.start("--history", String.valueOf(messages), "--flood", "off")) {
            Peer bob = server.plain("bob");
            Peer eve = server.rich("eve");
            byte[] lines = ("/say " + "x".repeat(200) + "\n").repeat(500).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < messages; i += 500) {
                bob.sendBytes(lines);
                while (!eve.readLine().contains(" id=" + (i + 500) + " ")) {
                    // so much has been said by now
                }
            }
            Peer ada = server.rich("ada");
            ada.send("/history@h");
            for (int i = 1; i <= messages; i++) {
                assertThat(ada.readLine()).contains(" id=" + i + " ").contains(" old=1 ");
            }
            ada.expect("END re=h");
        }
    }

    private static void expectIds(Peer peer, int... ids) throws IOException {
        for (int id : ids) {
            peer.expectMatch("MSG .* id=" + id + " .* old=1 .*");
        }
    }
}
