package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Before they are shown, no letter of a prediction and no count leaves the server. The same lesson is held twice, with other letters:
 * all that the server says to all its clients, on its screen and in its files must be the same.
 */
class LockedPredictionsTest {
    private static final String SECRET = "k3f9k3f9";

    /** What people can ask for that may tell something. */
    private static final List<String> QUESTIONS = List.of(
            "/class 3",
            "/class 3.2",
            "/class 4",
            "/progress",
            "/who",
            "/rooms",
            "/history",
            "/hands",
            "/poll",
            "/help",
            "/open 3",
            "/close 3",
            "/open 3",
            "/did bob wrong-secret 3 predicted=c",
            "/did bob " + SECRET + " 3 read",
            "/show 9",
            "/forget nobody",
            "/hand",
            "/nick zoe",
            "/leave",
            "/ping done");

    @TempDir
    Path folder;

    @Test
    void serverSaysTheSameWhateverWasPredicted() throws Exception {
        Set<String> first = lesson("aabbc", "first");
        assertThat(first)
                .contains("CLASS chapter=3 open=1 predicted=5 of=8", "DID name=bob chapter=3 fact=predicted at=");
        assertThat(lesson("hgcfb", "second")).isEqualTo(first);
    }

    /** All that was said, without what is never the same. */
    private Set<String> lesson(String letters, String name) throws Exception {
        Path transcript = folder.resolve(name + ".txt");
        List<String> said = new ArrayList<>();
        try (TestServer server =
                TestServer.start("--flood=off", "--worn-millis=0", "--transcript", transcript.toString())) {
            Peer ada = server.instructor("ada");
            Peer plainInstructor = server.plain("teach");
            server.type("op teach");
            plainInstructor.skipTo("\\* You are an instructor now\\..*");
            Peer rich = server.rich("rich");
            Peer plain = server.plain("plain");
            Peer visitor = server.connect();
            visitor.send("/class 3", "/proto@p 1");
            visitor.skipTo("HELLO .*");
            for (int i = 0; i < letters.length(); i++) {
                String student = List.of("bob", "cyd", "dan", "eve", "fay").get(i);
                server.rich(student);
                Peer learn = server.connect();
                String did = "/did@d " + student + " " + SECRET;
                learn.send("/class 3", "/proto 1 ");
                learn.send(did + " 3 predicted=" + letters.charAt(i), did + " 3.2 predicted=" + letters.charAt(4 - i));
                learn.send(did + " 4 passed", "/ping done");
                said.addAll(upTo(learn, "PONG :done"));
            }
            for (Peer peer : List.of(visitor, rich, plain, plainInstructor, ada)) {
                peer.send(QUESTIONS.toArray(String[]::new));
                said.addAll(upTo(peer, "(PONG :|\\* pong )done"));
            }
            for (String line : List.of("class 3", "class 3.2", "progress", "who", "rooms")) {
                server.type(line);
            }
            server.type("no-such-command");
            server.screen.awaitLine("! There is no command \"no-such-command\".*");
            said.addAll(server.screen.shown());
            ada.send("/ping last");
            said.addAll(upTo(ada, "PONG :last"));
        }
        said.addAll(Files.readAllLines(transcript));
        try (TestServer server = TestServer.start("--resume", "--transcript", transcript.toString())) {
            Peer ada = server.instructor("ada");
            ada.send("/progress", "/class 3", "/history", "/ping done");
            said.addAll(upTo(ada, "PONG :done"));
        }
        assertThat(said)
                .noneMatch(line -> line.contains("counts=") && !line.contains("chapter=9 ") || line.contains(SECRET));
        Set<String> lines = new TreeSet<>();
        said.stream()
                .filter(
                        line -> !line.matches(
                                "CLASS chapter=3 open=1 predicted=[0-4] .*|NOTE code=lost .*|LEAVE .*|HAND .* place=0")) // on the way, it depends on the time
                .map(LockedPredictionsTest::withoutWhatIsNeverTheSame)
                .forEach(lines::add);
        return lines;
    }

    private static List<String> upTo(Peer peer, String last) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(peer.readLine());
            assertThat(lines).doesNotContainNull();
        } while (!lines.get(lines.size() - 1).matches(last));
        return lines;
    }

    private static String withoutWhatIsNeverTheSame(String line) {
        return line.replaceAll("(at|token|run|ends)=\\S+", "$1=")
                .replaceAll("[0-9-]{0,11}[0-9]{2}:[0-9]{2}(:[0-9.]+Z?)?", "TIME")
                .replaceAll("127\\.0\\.0\\.1:\\d+", "PEER")
                .replaceAll("run of \\S+|code=run :\\S+", "RUN");
    }
}
