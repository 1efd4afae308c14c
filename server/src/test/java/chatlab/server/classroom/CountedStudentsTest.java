package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.classroom.CourseCounts.Chapter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which people the predictions of the course are counted of: students alone, and each of them once. */
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
            server.screen.awaitLine(".* any person can have the name ada now, by server");
            server.rich("ada");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
        }
    }

    @Test
    void studentThatChangesItsNameIsOnePerson() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = visitor(server, 7);
            Peer bob = server.rich("bob");
            predict(learn, "bob", "7 predicted=b");
            bob.send("/nick bobby");
            bob.skipTo("NICK old=bob new=bobby .*");
            server.type("rename bobby robert");
            bob.skipTo("NOTE code=renamed .*");
            server.rich("eve");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
            predict(learn, "robert", "7 predicted=a");
            predict(learn, "robert", "8 passed");
            predict(learn, "eve", "7 predicted=c");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2");
            assertThat(summary(server))
                    .isEqualTo(new CourseCounts(2, List.of(new Chapter(7, 2, 2, 0), new Chapter(8, 1, 1, 1))));
            server.type("show 7");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2 counts=0,1,1");
        }
    }

    @Test
    void studentThatTakesTheFormerNameOfAnotherOneIsAnotherPerson() throws Exception {
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer learn = visitor(server, 7);
            Peer bob = server.rich("bob");
            bob.send("/nick bobby");
            bob.skipTo("NICK old=bob new=bobby .*");
            predict(learn, "bobby", "7 predicted=b");
            server.type("free bob");
            server.screen.awaitLine(".* any person can have the name bob now, by server");
            server.rich("bob");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
            predict(learn, "bob", "7 predicted=a");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2");
        }
    }

    @Test
    void studentThatIsKnownAgainByAFormerNameIsOnePerson() throws Exception {
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer learn = visitor(server, 7);
            TestServer.Arrival bob = server.arrive("bob");
            predict(learn, "bob", "7 predicted=b");
            bob.peer().send("/quit");
            bob.peer().skipTo("BYE .*");
            Peer back = server.rich("bobby");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
            predict(learn, "bobby", "8 read");
            back.send("/proto 1 bob " + bob.token());
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
            assertThat(summary(server).students()).isEqualTo(1);
        }
    }

    @Test
    void allFormerNamesOfAStudentThatIsKnownAgainAreOfOnePerson() throws Exception {
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer learn = visitor(server, 7);
            TestServer.Arrival bob = server.arrive("bob");
            predict(learn, "bob", "7 predicted=b");
            bob.peer().send("/quit");
            bob.peer().skipTo("BYE .*");
            Peer back = server.rich("xena");
            predict(learn, "xena", "7 predicted=a");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2");
            back.send("/nick yara", "/proto 1 bob " + bob.token());
            back.skipTo("HELLO .* you=bob .*");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
        }
    }

    @Test
    void instructorThatIsKnownAgainByAFormerNameDoesNotCountUnderIt() throws Exception {
        try (TestServer server = TestServer.start("--flood=off", "--worn-millis=0")) {
            Peer learn = visitor(server, 7);
            TestServer.Arrival bob = server.arrive("bob");
            predict(learn, "bob", "7 predicted=b");
            bob.peer().send("/quit");
            bob.peer().skipTo("BYE .*");
            Peer back = server.instructor("xena");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
            back.send("/proto 1 bob " + bob.token(), "/quit");
            back.skipTo("BYE .*");
            learn.skipTo("CLASS chapter=7 open=1 predicted=0 of=0");
        }
    }

    @Test
    void predictionUnderAFormerNameOfAFormerInstructorCountsWhenItHasLeft() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = visitor(server, 7);
            Peer ada = server.instructor("ada");
            predict(learn, "ada", "7 predicted=a");
            ada.send("/nick grace");
            ada.skipTo("NICK old=ada new=grace .*");
            server.type("deop grace");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=1");
            ada.send("/quit");
            ada.skipTo("BYE .*");
            server.rich("bob");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
        }
    }

    @Test
    void studentThatWasTakenForAMutedOneCountsByItselfOnceItIsUnmuted() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = visitor(server, 7);
            Peer ada = server.instructor("ada");
            Peer eve = takenForMallory(server, learn, ada);
            predict(learn, "eve", "7 predicted=b");
            eve.send("/msg ada it is me, eve");
            String id = ada.skipTo("MSG to=ada from=eve .*").replaceFirst(".* id=(\\d+) .*", "$1");
            ada.send("/unmute #" + id);
            eve.skipTo("\\* You can speak again\\.");
            learn.skipTo("CLASS chapter=7 open=1 predicted=2 of=2");
        }
    }

    @Test
    void mutedStudentThatHasLeftCountsWhenOneThatWasTakenForItBecomesInstructor() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = visitor(server, 7);
            Peer ada = server.instructor("ada");
            takenForMallory(server, learn, ada);
            ada.send("/quit");
            ada.skipTo("BYE .*");
            server.type("op eve");
            server.rich("bob");
            learn.skipTo("CLASS chapter=7 open=1 predicted=1 of=2");
        }
    }

    /** Mallory has predicted, was muted and has left. Eve comes from the same address, and is muted, too. */
    private static Peer takenForMallory(TestServer server, Peer learn, Peer ada) throws IOException {
        Peer mallory = server.richFrom(TestServer.LAB, "mallory");
        predict(learn, "mallory", "7 predicted=a");
        server.type("mute mallory");
        mallory.skipTo("NOTE code=muted .*");
        mallory.send("/quit");
        mallory.skipTo("BYE .*");
        Peer eve = server.connectFrom(TestServer.LAB);
        eve.send("hello");
        String guest = ada.skipTo("WHO name=guest.* state=muted").replaceFirst("WHO name=(\\S+) .*", "$1");
        ada.send("/rename " + guest + " eve");
        ada.skipTo("NICK old=" + guest + " new=eve .*");
        return eve;
    }

    @Test
    void newcomerCountsAfterOnePersonHasTakenTenThousandNames() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = server.connect();
            learn.send("/proto@p 1");
            learn.skipTo("HELLO .* re=p .*");
            Peer bob = server.rich("bob");
            predict(learn, "bob", "7 predicted=b");
            server.rich("cyd");
            Peer mallory = server.rich("mallory");
            bob.send("/quit");
            bob.skipTo("BYE .*");
            String[] names = new String[500];
            for (int i = 0; i < 10_000; i += names.length) {
                for (int j = 0; j < names.length; j++) {
                    names[j] = "/nick m" + (i + j);
                }
                mallory.send(names);
                mallory.skipTo("NICK .* new=m" + (i + names.length - 1) + " .*");
            }
            server.rich("dan");
            for (String name : List.of("cyd", "dan")) {
                predict(learn, name, "7 predicted=a");
            }
            learn.send("/class 7");
            learn.skipTo("CLASS chapter=7 open=1 predicted=3 of=4");
        }
    }

    private static CourseCounts summary(TestServer server) {
        List<CourseCounts> counted = new ArrayList<>();
        server.services()
                .hall()
                .inOrder(
                        () -> counted.add(server.services().classroom().course().summary()));
        return counted.get(0);
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
