package chatlab.server.classroom;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which people the predictions of the course are counted of: students alone, and each of them once. */
@Timeout(60)
class CountedStudentsTest {
    private static final String SECRET = "k3f9k3f9";

    @Test
    void predictionOfAnInstructorDoesNotCountWhenItIsLostOrHasLeft() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = visitor(server, 7);
            server.rich("bob");
            predict(learn, "bob", "7 predicted=b");
            TestServer.Arrival ada = server.arrive("ada");
            predict(learn, "ada", "7 predicted=a");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2");
            server.type("op ada");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");

            ada.peer().close();
            Peer cyd = server.rich("cyd");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
            ada = server.arrive("ada " + ada.token());
            ada.peer().send("/quit");
            ada.peer().skipTo("BYE .*");
            cyd.send("/quit");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
            server.type("show 7");
            learn.expect("CLASS chapter=7 open=1 predicted=1 of=1 counts=0,1");
        }
    }

    @Test
    void studentThatIsCalledLikeAnInstructorCounts() throws Exception {
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer learn = visitor(server, 7);
            Peer ada = server.instructor("ada");
            predict(learn, "ada", "7 predicted=a");
            ada.send("/nick grace");
            ada.skipTo("NICK old=ada new=grace .*");
            server.type("free ada");
            server.rich("ada");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
        }
    }

    /** Is told how the class comes on with this question. */
    private static Peer visitor(TestServer server, int chapter) throws IOException {
        Peer learn = server.connect();
        learn.send("/class " + chapter, "/proto@p 1");
        learn.skipTo("HELLO .* re=p .*");
        return learn;
    }

    private static void predict(Peer learn, String name, String fact) throws IOException {
        learn.send("/did@d " + name + " " + SECRET + " " + fact);
        learn.skipTo("OK re=d .*");
    }
}
