package chatlab.server.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Name;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The course in the class: what is reported, to whom it is told, and predictions that are shown when the instructor wants it. */
class ClassCourseTest {
    private static final String SECRET = "k3f9k3f9";

    @Test
    void reportsReachRichInstructorsAndTheLetterOnlyOnceItIsShown() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer learn = server.connect();
            learn.send("/did bob " + SECRET + " 3 read", "/did bob " + SECRET + " 3 predicted=b", "/class 3");
            learn.skipTo("\\* Noted: bob, chapter 3, read\\.");
            learn.expect("* Noted: bob, chapter 3, predicted.");
            learn.expect("* Course, chapter 3 is open: 1 of 1 people have predicted.");
            ada.skipTo("DID name=bob chapter=3 fact=read at=\\S+");
            ada.expectMatch("DID name=bob chapter=3 fact=predicted at=\\S+");
            ada.send("/show@n 4");
            ada.skipTo("ERR re=n code=not-allowed :No student has predicted in chapter 4\\.");
            ada.send("/progress@p", "/show@s 3", "/progress@q");
            ada.expectMatch("DID name=bob chapter=3 fact=read at=\\S+");
            ada.expectMatch("DID name=bob chapter=3 fact=predicted at=\\S+");
            ada.expect("END re=p", "CLASS chapter=3 open=1 predicted=1 of=1 counts=0,1");
            ada.expectMatch("OK re=s");
            ada.expectMatch("DID name=bob chapter=3 fact=read at=\\S+");
            ada.expectMatch("DID name=bob chapter=3 fact=predicted=b at=\\S+");
            ada.expect("END re=q");
            learn.expect("* Course, chapter 3: 1 prediction, a 0, b 1.");
            bob.send("/ping end");
            assertThat(bob.linesUntil("PONG :end")).noneMatch(line -> line.startsWith("DID"));
        }
    }

    @Test
    void everythingWorksInPlainLinesAndAtTheKeyboard() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer bob = server.plain("bob");
            bob.send("/did bob " + SECRET + " 7.2 predicted=c", "/did bob " + SECRET + " 2 passed");
            bob.expect("* Noted: bob, chapter 7.2, predicted.", "* Noted: bob, chapter 2, passed.");
            bob.send("/progress", "/show 7.2", "/close 3", "/forget bob");
            for (int i = 0; i < 4; i++) {
                bob.expectMatch("! not-allowed: Only the instructor can do that\\.");
            }
            server.type("progress");
            server.screen.awaitLine("bob: 2 passed, 7\\.2 predicted");
            server.type("class 7.2");
            server.screen.awaitLine("\\* Course, chapter 7\\.2 is open: 1 of 1 people have predicted\\.");
            server.type("close 7");
            bob.expect("* Course, chapter 7 is closed for now: 0 of 1 people have predicted.");
            server.type("close 7");
            server.screen.awaitLine("! Chapter 7 is closed\\.");
            Peer cyd = server.connect();
            cyd.send("/nick cyd");
            cyd.skipTo("\\* Chapters of the course that are closed for now: 7");
            bob.skipTo("\\* cyd joined\\.");
            server.type("open 7");
            bob.expect("* Course, chapter 7 is open: 0 of 2 people have predicted.");
            server.type("show 7.2");
            bob.expect("* Course, chapter 7.2: 1 prediction, a 0, b 0, c 1.");
            server.screen.awaitLine(".* \\? the predictions for chapter 7\\.2 are shown, a 0, b 0, c 1, by server");
            server.type("op bob");
            bob.skipTo("\\* You are an instructor now\\..*");
            bob.send("/progress");
            bob.expect("* bob: 2 passed, 7.2 predicted c");
            server.type("forget bob");
            bob.expect("* The instructor has removed what bob has reported of the course.");
            bob.send("/progress");
            bob.expect("* Nothing was reported of the course yet.");
            server.type("did bob " + SECRET + " 1 read");
            server.screen.awaitLine("! did is a command for clients\\. .*");
        }
    }

    @Test
    void firstSecretOwnsTheNameUntilItIsForgotten() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer bob = server.connect();
            bob.send("/class 1", "/proto@p 1");
            bob.skipTo("HELLO .* re=p .*");
            bob.send("/did@a bob " + SECRET + " 1 predicted=a", "/did@b BOB x" + SECRET + " 1 passed");
            bob.expect("OK re=a :Noted: bob, chapter 1, predicted.");
            bob.expect(
                    "ERR re=b code=not-allowed :bob belongs to another secret. The instructor can free it: /forget bob");
            bob.send("/did@c bob " + SECRET + " 1 predicted=a", "/did@d bob " + SECRET + " 1 predicted=b");
            bob.expect("OK re=c :Noted: bob, chapter 1, predicted.");
            bob.expectMatch("ERR re=d code=not-allowed :The prediction for chapter 1 of the course .*");
            bob.send("/did@x ace " + SECRET + " 1 passed", "/did@e \u0430\u0441\u0435 x" + SECRET + " 1 passed");
            bob.expectMatch("OK re=x .*");
            bob.expectMatch("ERR re=e code=(name-taken|not-allowed) :.*");
            server.type("forget bob");
            server.screen.awaitLine(".* \\? what was reported of bob .*");
            bob.send("/did@f bob x" + SECRET + " 1 predicted=b");
            bob.expectMatch("OK re=f .*");
        }
    }

    @Test
    void visitorIsToldAnotherRunOnceANameIsForgotten() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = server.connect();
            learn.send("/did bob " + SECRET + " 1 read");
            learn.skipTo("\\* Noted: bob, .*");
            String before = runOfAVisitor(server);
            server.type("forget nobody");
            server.screen.awaitLine("! Nothing was reported of the course under the name nobody\\.");
            assertThat(runOfAVisitor(server)).isEqualTo(before);
            server.type("forget bob");
            server.screen.awaitLine(".* \\? what was reported of bob .*");
            assertThat(runOfAVisitor(server)).isNotEqualTo(before);
        }
    }

    @Test
    void visitorThatHasEnteredIsToldTheRunOfTheMessages() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            String ofVisitors = runOfAVisitor(server);
            Peer ada = server.connect();
            ada.send("/class 5", "/nick ada");
            ada.skipTo("\\* You are now ada\\.");
            assertThat(server.arrive(ada, "").hello().replaceFirst(".* run=(\\S+) .*", "$1"))
                    .isNotEqualTo(ofVisitors);
        }
    }

    private static String runOfAVisitor(TestServer server) throws Exception {
        Peer visitor = server.connect();
        visitor.send("/class 5");
        return server.arrive(visitor, "").hello().replaceFirst(".* run=(\\S+) .*", "$1");
    }

    @Test
    void nameThatLooksLikeAReportedOneIsRefusedUntilTheInstructorForgetsThatOne() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer learn = server.connect();
            learn.send("/class 1", "/proto 1");
            learn.send("/did@t Torn " + SECRET + " 1 read", "/did@m Tom x" + SECRET + " 1 read");
            learn.skipTo("OK re=t .*");
            learn.expect("ERR re=m code=name-taken :Torn was reported already, and looks like Tom. "
                    + "The instructor can free it: /forget Torn");
            ada.send("/forget@a Tom", "/forget@b Torn");
            ada.skipTo("ERR re=a code=no-such-name :Nothing was reported of the course under the name Tom\\.");
            ada.skipTo("OK re=b.*");
            learn.send("/did@n Tom x" + SECRET + " 1 read");
            learn.expect("OK re=n :Noted: Tom, chapter 1, read.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/did bob short12 1 read",
                "/did bob",
                "/did bob k3f9k3f9 1",
                "/did bob k3f9k3f9 0 read",
                "/did bob k3f9k3f9 100 read",
                "/did bob k3f9k3f9 1.0 read",
                "/did bob k3f9k3f9 +1 read",
                "/did bob k3f9k3f9 \u0661 read",
                "/did bob k3f9k3f9 1.2 read",
                "/did bob k3f9k3f9 1 predicted",
                "/did bob k3f9k3f9 1 predicted=",
                "/did bob k3f9k3f9 1 predicted=i",
                "/did bob k3f9k3f9 1 predicted=B",
                "/did bob k3f9k3f9 1 predicted=ab",
                "/did bob k3f9k3f9 1 failed",
                "/did bob k3f9k3f9 1 read twice",
                "/did server k3f9k3f9 1 read",
                "/did guest7 k3f9k3f9 1 read",
                "/class",
                "/class 1.10",
                "/class one",
            })
    void reportOfAnotherFormIsRefusedAndBringsNoOneIn(String line) throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = server.connect();
            learn.send(line, "/ping end");
            learn.skipTo("! bad-(args|name): .*");
            assertThat(learn.linesUntil("* pong end")).noneMatch(answer -> answer.contains("k3f9"));
            assertThat(server.countPeople()).isZero();
            server.type("progress");
            server.screen.awaitLine("Nothing was reported of the course yet\\.");
        }
    }

    @Test
    void visitorNeverEntersBySilenceAndIsSentAwayInTheEnd() throws Exception {
        try (TestServer server = TestServer.start("--join-millis", "2000", "--keep-millis", "2500")) {
            Peer learn = server.connect();
            learn.send("/class 1", "/ping", "/proto@p 1");
            learn.skipTo("HELLO .* re=p .*");
            assumeThat(server.countPeople()).isZero();
            Peer eve = server.rich("eve");
            Peer silent = server.connect();
            silent.skipTo("\\* CHAT/1 .*");
            String joined = eve.skipTo("JOIN .* name=guest.*");
            assertThat(joined).contains("name=guest3 "); // not guest1, which came before
            learn.skipTo("BYE code=quit :You came for the course alone .*");
            learn.expectEnd();
            eve.send("/ping end");
            assertThat(eve.linesUntil("PONG :end")).noneMatch(line -> line.contains("guest1 "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "/who", "/nick bob", "/proto 1 bob", "/join kitchen"})
    void visitorEntersWhenItAsksForThat(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.rich("eve");
            Peer learn = server.connect();
            learn.send("/class 1", line, "/ping end");
            learn.skipTo("(\\*|PONG :).* ?end");
            assertThat(server.countPeople()).isEqualTo(2);
        }
    }

    @Test
    void bannedAddressReportsNothing() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.richFrom(TestServer.LAB, "eve");
            server.type("ban eve");
            server.screen.awaitLine(".*eve.*(left|sent away).*");
            Peer learn = server.connectFrom(TestServer.LAB);
            learn.send("/did bob " + SECRET + " 1 read");
            learn.readAll();
            server.type("progress");
            server.screen.awaitLine("Nothing was reported of the course yet\\.");
        }
    }

    @Test
    void onlyNamesThatHaveEnteredCount() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer learn = server.connect();
            learn.send("/class@c 4", "/proto@p 1");
            learn.skipTo("HELLO .* re=p .*");
            for (String name : List.of("bob", "cyd", "ada", "ghost")) {
                learn.send("/did@d " + name + " " + SECRET + " 4 predicted=a");
                learn.skipTo("OK re=d .*");
            }
            learn.send("/class@c 4");
            learn.skipTo("CLASS chapter=4 open=1 predicted=0 of=0");
            Peer bob = server.rich("bob");
            learn.skipTo("CLASS chapter=4 open=1 predicted=1 of=1");
            Peer eve = server.rich("eve");
            learn.skipTo("CLASS chapter=4 open=1 predicted=1 of=2");
            bob.send("/quit");
            bob.skipTo("BYE .*");
            eve.send("/nick cyd");
            learn.skipTo("CLASS chapter=4 open=1 predicted=2 of=2");
            server.connect().send("I am a guest");
            ada.send("/show 4");
            learn.skipTo("CLASS chapter=4 open=1 predicted=2 of=2 counts=2");
        }
    }

    @Test
    void studentThatIsLostOrMadeAnInstructorDoesNotCountUntilThatEnds() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer eve = server.rich("eve");
            Arrival bob = server.arrive("bob");
            bob.peer().close();
            eve.skipTo("WHO name=bob .* state=lost");
            eve.send("/class@c 4");
            eve.skipTo("CLASS chapter=4 open=1 predicted=0 of=1");
            Arrival back = server.arrive("bob " + bob.token());
            eve.skipTo("CLASS chapter=4 open=1 predicted=0 of=2");
            server.type("op bob");
            eve.skipTo("CLASS chapter=4 open=1 predicted=0 of=1");
            server.type("deop bob");
            eve.skipTo("CLASS chapter=4 open=1 predicted=0 of=2");
            back.peer().close();
            eve.skipTo("CLASS chapter=4 open=1 predicted=0 of=1");
        }
    }

    @Test
    void personThatHasAskedAndWasLostIsToldWhatHasChangedWhenItComesBack() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Arrival eve = server.arrive("eve");
            server.type("op eve");
            eve.peer().skipTo("WHO name=eve .* state=op");
            for (Peer peer : List.of(ada, eve.peer())) {
                peer.send("/class@c 4");
                peer.skipTo("CLASS chapter=4 open=1 predicted=0 of=1");
            }
            eve.peer().close();
            ada.skipTo("WHO name=eve .* state=op,lost");
            bob.send("/quit");
            ada.skipTo("CLASS chapter=4 open=1 predicted=0 of=0");
            Arrival back = server.arrive("eve " + eve.token());
            back.peer().skipTo("CLASS chapter=4 open=1 predicted=0 of=0");
        }
    }

    @Test
    void latePredictionsAndNewNamesChangeNothingUntilItIsShownAgain() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer cyd = server.rich("cyd");
            bob.send("/did@d bob " + SECRET + " 4 predicted=b");
            bob.skipTo("OK re=d .*");
            ada.send("/show 4");
            cyd.skipTo("CLASS chapter=4 open=1 predicted=1 of=2 counts=0,1");
            cyd.send("/class@c 4", "/did@d cyd " + SECRET + " 4 predicted=a", "/class@e 4");
            cyd.expect("CLASS chapter=4 open=1 predicted=1 of=2 counts=0,1", "OK re=c");
            cyd.expectMatch("OK re=d .*");
            cyd.expect("CLASS chapter=4 open=1 predicted=1 of=2 counts=0,1", "OK re=e");
            ada.send("/close 4", "/show 4");
            cyd.expect("CLASS chapter=4 open=0 predicted=1 of=2 counts=0,1");
            cyd.expect("CLASS chapter=4 open=0 predicted=2 of=2 counts=1,1");
            Arrival dan = server.arrive("dan");
            dan.peer().send("/ping end");
            dan.peer().skipTo("CLASS chapter=4 open=0 predicted=2 of=2 counts=1,1");
        }
    }

    @Test
    void mutedAndHushedPeopleReport() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.type("mute bob");
            server.type("hush on");
            bob.skipTo("NOTE code=hush-on .*");
            bob.send("/did@d bob " + SECRET + " 1 predicted=a");
            bob.skipTo("OK re=d .*");
        }
    }

    @Test
    void changesOfManyAreToldInFewEvents() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer eve = server.rich("eve");
            Peer learn = server.connect();
            for (int i = 0; i < 20; i++) {
                server.rich("s" + i);
            }
            eve.send("/class@c 1");
            eve.skipTo("OK re=c");
            long begun = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                learn.send("/did s" + i + " " + SECRET + " 1 predicted=a");
                learn.skipTo("\\* Noted: s" + i + ", .*");
            }
            int events = 1;
            while (!eve.skipTo("CLASS .*").contains("predicted=20 of=21")) {
                events++;
            }
            assertThat(events).isLessThanOrEqualTo(2 + (int) ((System.nanoTime() - begun) / 1_000_000_000));
        }
    }

    @Test
    void predictionIsToldAtOnceAfterReportsThatChangeNothing() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer eve = server.rich("eve");
            eve.send("/class@c 1");
            eve.skipTo("OK re=c");
            for (String fact : List.of("1 read", "2 tried", "1 hint", "2 predicted=b")) {
                eve.send("/did@d eve " + SECRET + " " + fact);
                eve.expectMatch("OK re=d .*");
            }
            eve.send("/did@p eve " + SECRET + " 1 predicted=a");
            eve.expect("CLASS chapter=1 open=1 predicted=1 of=1");
            eve.expectMatch("OK re=p .*");
        }
    }

    @Test
    void predictionIsToldAfterTheRestThatFollowsACountInVain() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer eve = server.rich("eve");
            eve.send("/class@c 1", "/did ghost " + SECRET + " 1 predicted=a", "/did eve " + SECRET + " 1 predicted=a");
            eve.skipTo("CLASS chapter=1 open=1 predicted=1 of=1");
        }
    }

    @Test
    void summaryOfTheChaptersIsCountedOnceASecondAtTheMost() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            server.rich("bob");
            ClassCourse course = server.services().classroom().course();
            Name bob = Name.ofPerson("bob");
            List<CourseCounts> counted = new ArrayList<>();
            long begun = System.nanoTime();
            for (int i = 1; i <= 99; i++) {
                Did did = new Did("bob", SECRET, new CourseQuestion(i), "read");
                server.services().hall().inOrder(() -> {
                    course.did(bob, did, TestServer.LAB);
                    counted.add(course.summary());
                });
            }
            assertThat(counted.stream().distinct().count())
                    .isLessThanOrEqualTo(1 + (System.nanoTime() - begun) / 1_000_000_000);
            await().until(() -> {
                server.services().hall().inOrder(() -> counted.add(course.summary()));
                return counted.get(counted.size() - 1).chapters().size() == 99;
            });
        }
    }

    @Test
    void addressReportsSixtyFourNamesAndAllTogetherAThousand() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer lab = server.connectFrom(TestServer.LAB);
            for (int i = 0; i < 64; i++) {
                lab.send("/did lab" + i + " " + SECRET + " 1 read");
                lab.skipTo("\\* Noted: lab" + i + ", .*");
            }
            lab.send("/did one-more " + SECRET + " 1 read", "/did lab3 " + SECRET + " 2 read");
            lab.expectMatch("! full: 64 names were reported from your address, .*");
            lab.skipTo("\\* Noted: lab3, chapter 2, read\\.");
            Peer near = server.connect();
            for (int i = 64; i < 1000; i++) {
                near.send("/did near" + i + " " + SECRET + " 1 read");
                near.skipTo("\\* Noted: near" + i + ", .*");
            }
            near.send("/did one-more " + SECRET + " 1 read");
            near.expectMatch("! full: 1000 names were reported, .*");
            server.type("forget lab7");
            server.screen.awaitLine(".* \\? what was reported of lab7 .*");
            lab.send("/did one-more " + SECRET + " 1 read");
            lab.skipTo("\\* Noted: one-more, .*");
        }
    }

    @Test
    void nameHasTwoHundredFactsAtTheMost() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer learn = server.connect();
            for (int i = 0; i < 200; i++) {
                learn.send("/did bob " + SECRET + " " + (1 + i % 99) + " "
                        + List.of("read", "tried", "hint").get(i / 99));
                learn.skipTo("\\* Noted: .*");
            }
            learn.send("/did bob " + SECRET + " 1 passed");
            learn.skipTo("! full: .*");
        }
    }
}
