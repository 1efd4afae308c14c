package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told after the server was started again. */
class RestartTest {
    @TempDir
    Path folder;

    @Test
    void eachPersonIsToldOnceThatTheFormerClassHasEnded() throws Exception {
        String transcript = folder.resolve("t.txt").toString();
        try (TestServer server = TestServer.start("--transcript", transcript)) {
            Peer bob = server.rich("bob");
            server.type("hush on");
            bob.skipTo("NOTE code=hush-on .*");
            bob.send("/hand");
            bob.skipTo("HAND name=bob place=1");
        }
        try (TestServer server = TestServer.start("--resume", "--transcript", transcript)) {
            Arrival bob = server.arrive("bob");
            bob.peer().send("/hands@h", "/join@j kitchen", "/say@s hi");
            bob.peer().expectMatch("JOIN room=lobby name=bob .*");
            bob.peer().expectMatch("NOTE code=restarted :The server was started again\\. .*");
            bob.peer().expect("END re=h");
            bob.peer().expectMatch("JOIN room=kitchen name=bob .*");
            bob.peer().expectMatch("OK re=j .*");
            bob.peer().expectMatch("MSG .* re=s :hi");
            bob.peer().reset();
            server.screen.awaitLine(".* bob has lost the connection, .*");
            Peer back = server.arrive("bob " + bob.token()).peer();
            back.send("/ping end");
            assertThat(back.linesUntil("PONG :end")).noneMatch(line -> line.contains("restarted"));
            Peer cyd = server.connect();
            cyd.send("/nick cyd");
            cyd.skipTo("\\* The server was started again\\. .*");
        }
        try (TestServer server = TestServer.start("--transcript", transcript)) { // the last one ended in good order
            Peer bob = server.rich("bob");
            bob.send("/ping end");
            assertThat(bob.linesUntil("PONG :end")).noneMatch(line -> line.contains("restarted"));
        }
        try (TestServer server = TestServer.start("--resume", "--keep-millis", "1", "--transcript", transcript)) {
            server.services().scheduler().after(2, () -> server.type("say later"));
            server.screen.awaitLine(".* <server> later");
            Peer bob = server.rich("bob");
            bob.send("/ping end");
            assertThat(bob.linesUntil("PONG :end")).noneMatch(line -> line.contains("restarted"));
        }
    }

    /** Otherwise the programs of the students would not report again what the server has forgotten. */
    @Test
    void visitorIsToldAnotherRunThanBeforeAlsoWhereThatOfTheMessagesGoesOn() throws Exception {
        String transcript = folder.resolve("t.txt").toString();
        String visited;
        String entered;
        try (TestServer server = TestServer.start("--transcript", transcript)) {
            visited = runOfAVisitor(server);
            assertThat(runOfAVisitor(server)).isEqualTo(visited);
            entered = run(server.arrive("bob"));
        }
        try (TestServer server = TestServer.start("--resume", "--transcript", transcript)) {
            assertThat(runOfAVisitor(server)).isNotEqualTo(visited);
            assertThat(run(server.arrive("bob"))).isEqualTo(entered);
        }
    }

    private static String runOfAVisitor(TestServer server) throws Exception {
        Peer visitor = server.connect();
        visitor.send("/class 5");
        return run(server.arrive(visitor, ""));
    }

    private static String run(Arrival arrival) {
        return arrival.hello().replaceFirst(".* run=(\\S+) .*", "$1");
    }
}
