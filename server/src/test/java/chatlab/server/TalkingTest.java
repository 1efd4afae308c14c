package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Verb;
import chatlab.protocol.testing.Peer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TalkingTest {
    @Test
    void everybodySeesTheSameMessagesInTheSameOrderEachOnce() throws Exception {
        int talkers = 5;
        int each = 200;
        try (TestServer server = TestServer.start("--flood", "off");
                Crowd crowd = new Crowd()) {
            List<Peer> peers = new ArrayList<>();
            for (String name : List.of("ada", "bob", "eve", "joe", "kim")) {
                peers.add(server.rich(name));
            }
            List<List<String>> seen = new ArrayList<>();
            for (Peer peer : peers) {
                List<String> mine = new ArrayList<>();
                seen.add(mine);
                crowd.letDo(() -> {
                    while (mine.size() < talkers * each) {
                        mine.add(peer.skipTo("MSG .*"));
                    }
                });
                crowd.letDo(() -> {
                    for (int i = 1; i <= each; i++) {
                        peer.send("/say " + i);
                    }
                });
            }
            crowd.await();

            assertThat(seen).containsOnly(seen.get(0));
            for (int i = 0; i < talkers * each; i++) {
                assertThat(seen.get(0).get(i)).contains(" id=" + (i + 1) + " ");
            }
            List<String> wanted = new ArrayList<>();
            for (int i = 1; i <= each; i++) {
                wanted.add(String.valueOf(i));
            }
            Map<String, List<String>> bySpeaker = seen.get(0).stream()
                    .collect(Collectors.groupingBy(
                            line -> line.replaceFirst(".* from=(\\S+) .*", "$1"),
                            Collectors.mapping(line -> line.replaceFirst(".* :", ""), Collectors.toList())));
            assertThat(bySpeaker).hasSize(talkers).values().containsOnly(wanted);
        }
    }

    @Test
    void plainClientsSeeTheSameOrderAndNotTheirOwnWords() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            Peer bob = server.plain("bob");
            ada.send("hi bob", "// a comment", "/* another */", "/ x", "/1", "  indented");
            bob.skipTo("<ada> hi bob");
            bob.expect("<ada> // a comment", "<ada> /* another */", "<ada> / x", "<ada> /1", "<ada>   indented");
            bob.send("hi ada");
            ada.expect("* bob joined.", "<bob> hi ada");
        }
    }

    @Test
    void onesOwnMessageComesBackAsTheReceipt() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.rich("bob");
            ada.send("/say@r-1 hello");
            String receipt = ada.skipTo("MSG room=lobby from=ada id=1 at=\\S+ re=r-1 :hello");
            bob.expect(receipt.replace(" re=r-1", ""));
        }
    }

    @Test
    void aPrivateMessageIsForTwo() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.plain("bob");
            Peer eve = server.rich("eve");
            ada.send("/msg@p bob psst");
            ada.skipTo("MSG to=bob from=ada id=1 at=\\S+ re=p :psst");
            bob.skipTo("<ada to you> psst");
            bob.send("/msg ada what");
            bob.expect("<you to ada> what");
            ada.expectMatch("MSG to=ada from=bob id=2 at=\\S+ :what");
            ada.send("/msg@me ada note to self", "/msg@x nobody psst", "/say done");
            ada.expectMatch("MSG to=ada from=ada id=3 at=\\S+ re=me :note to self");
            ada.expectMatch("ERR re=x code=no-such-name :No person here is called nobody\\.");
            ada.skipTo("MSG room=lobby .* :done");
            eve.expectMatch("MSG room=lobby .* :done");
            eve.send("/history@h");
            eve.expectMatch("MSG room=lobby .* old=1 :done");
            eve.expect("END re=h");
        }
    }

    @Test
    void aLineThatIsNoCommandAfterAllIsSaidWithSay() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            Peer bob = server.plain("bob");
            ada.send("/etc/passwd is a file", "/say /etc/passwd is a file");
            ada.skipTo("! unknown-command: There is no command /etc/passwd\\. .*");
            ada.expectMatch("    .*write /say before it\\.");
            bob.skipTo("<ada> /etc/passwd is a file");
            bob.send("/ping");
            bob.expect("* pong ");
        }
    }

    @Test
    void theTagsOfAPlainClientAreIgnored() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.plain("ada");
            ada.send("/ping@t x", "/who@t", "/nick@t eve", "/say@t", "/kick@t bob");
            ada.expect("* pong x");
            ada.expectMatch("\\* 1 person is in lobby: +ada");
            ada.expect("* You are now eve.");
            ada.expectMatch("! bad-args: .*");
            ada.expectMatch("! not-allowed: .*");
        }
    }

    @Test
    void everyTaggedCommandOfARichClientHasExactlyOneAnswer() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off", "--key", TestServer.KEY)) {
            server.rich("bob");
            server.rich("joe");
            Peer ada = server.rich("ada");
            Map<Verb, String> answers = answers();
            for (boolean instructor : new boolean[] {false, true}) {
                for (Verb verb : Verb.values()) {
                    if (verb == Verb.OP && !instructor || verb == Verb.QUIT || verb == Verb.PONG) {
                        continue;
                    }
                    boolean refused = verb.isForInstructor() && !instructor;
                    assertThat(answers).as("the answers that this test expects").containsKey(verb);
                    String answer = refused ? "ERR re=t code=not-allowed .*" : answers.get(verb);
                    assertThat(answersTo(ada, commandLine(verb)))
                            .as("%s of an instructor: %s", verb, instructor)
                            .hasSize(verb == Verb.PASTE ? 2 : 1)
                            .allMatch(line -> line.matches(answer), answer);
                    if (verb != Verb.PASTE && verb != Verb.HELP) {
                        assertThat(answersTo(ada, "/" + verb.word() + "@t"))
                                .as("%s without arguments", verb)
                                .hasSize(1);
                    }
                }
                ada.send("/op " + TestServer.KEY + "");
                ada.skipTo("OK");
            }
            assertThat(answersTo(ada, "/frobnicate@t")).hasSize(1);
            ada.send("/quit@bye");
            ada.skipTo("BYE re=bye code=quit :.*");
            ada.expectEnd();
        }
    }

    private static Map<Verb, String> answers() {
        Map<Verb, String> answers = new EnumMap<>(Verb.class);
        answers.put(Verb.SAY, "MSG room=\\S+ from=ada .* re=t :hello");
        answers.put(Verb.MSG, "MSG to=bob from=ada .* re=t :hello");
        answers.put(Verb.PASTE, "MSG room=\\S+ from=ada .* part=[12]/2 re=t :line [12]");
        answers.put(Verb.NICK, "OK re=t");
        answers.put(Verb.WHO, "END re=t");
        answers.put(Verb.ROOMS, "END re=t");
        answers.put(Verb.JOIN, "OK re=t .*");
        answers.put(Verb.LEAVE, "OK re=t .*");
        answers.put(Verb.HISTORY, "END re=t");
        answers.put(Verb.DROP, "OK re=t.*");
        answers.put(Verb.THREADS, "END re=t");
        answers.put(Verb.HAND, "OK re=t.*");
        answers.put(Verb.LOWER, "OK re=t.*");
        answers.put(Verb.HANDS, "END re=t");
        answers.put(Verb.CLASS, "OK re=t.*");
        answers.put(Verb.DID, "OK re=t.*");
        answers.put(Verb.PROGRESS, "END re=t");
        answers.put(Verb.SHOW, "ERR re=t code=not-allowed :No student has predicted .*");
        answers.put(Verb.CLOSE, "OK re=t.*");
        answers.put(Verb.OPEN, "ERR re=t code=not-allowed .*"); // it is open
        answers.put(Verb.FORGET, "OK re=t.*");
        answers.put(Verb.POLL, "ERR re=t code=not-allowed .*"); // there is none
        answers.put(Verb.VOTE, "ERR re=t code=not-allowed .*");
        answers.put(Verb.HELP, "OK re=t .*");
        answers.put(Verb.PING, "PONG re=t :x");
        answers.put(Verb.PROTO, "HELLO .* re=t .*");
        answers.put(Verb.OP, "OK re=t");
        answers.put(Verb.ANNOUNCE, "MSG room=\\* from=ada .* re=t :hello");
        answers.put(Verb.CLEAR, "OK re=t .*");
        answers.put(Verb.HUSH, "OK re=t .*");
        answers.put(Verb.CLEAR, "OK re=t .*");
        answers.put(Verb.MUTE, "OK re=t .*");
        answers.put(Verb.UNMUTE, "OK re=t .*");
        answers.put(Verb.KICK, "OK re=t .*");
        answers.put(Verb.BAN, "ERR re=t code=not-allowed .*"); // has the instructor's address
        answers.put(Verb.UNBAN, "ERR re=t code=no-such-name .*");
        answers.put(Verb.FREE, "ERR re=t code=not-allowed .*"); // he is here
        answers.put(Verb.RENAME, "OK re=t.*");
        answers.put(Verb.NEXT, "ERR re=t code=not-allowed .*"); // no hand is up
        answers.put(Verb.TIMER, "OK re=t.*");
        answers.put(Verb.LOCK, "OK re=t.*");
        return answers;
    }

    private static String commandLine(Verb verb) {
        String arguments = switch (verb) {
            case SAY, ANNOUNCE -> " hello";
            case MSG -> " bob hello";
            case PASTE -> "\nline 1\nline 2\n.";
            case NICK -> " ada";
            case JOIN -> " lab";
            case PING -> " x";
            case VOTE -> " yes";
            case DID -> " ada secret-1001 5 read";
            case CLASS, SHOW, CLOSE, OPEN -> " 5";
            case FORGET -> " ada";
            case RENAME -> " bob bert";
            case TIMER -> " 5m";
            case LOCK -> " rooms off";
            case PROTO -> " 1";
            case OP -> " " + TestServer.KEY;
            case HUSH -> " off";
            case MUTE, UNMUTE, BAN, UNBAN, FREE -> " bob";
            case KICK -> " joe";
            default -> "";
        };
        return "/" + verb.word() + "@t" + arguments;
    }

    private static List<String> answersTo(Peer peer, String command) throws Exception {
        List<String> answers = new ArrayList<>();
        peer.send(command, "/ping@end");
        for (String line = peer.readLine(); !line.startsWith("PONG re=end"); line = peer.readLine()) {
            if (line.contains(" re=t")) {
                answers.add(line);
            }
        }
        return answers;
    }
}
