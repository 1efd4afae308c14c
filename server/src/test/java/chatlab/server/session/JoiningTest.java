package chatlab.server.session;

import static chatlab.server.support.ServerWords.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.InstructorCommand;
import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
    @Test
    void greetsAtOnceWithItsTitleAndAName() throws Exception {
        try (TestServer server = TestServer.start("--name", "Room 12")) {
            server.connect().expect("* CHAT/1 Room 12. You are guest1. Type to talk; /help for commands.");
            server.connect().expect("* CHAT/1 Room 12. You are guest2. Type to talk; /help for commands.");
        }
    }

    @Test
    void greetingSaysThatThereIsATranscript(@TempDir Path folder) throws Exception {
        String file = folder.resolve("t.txt").toString();
        try (TestServer server = TestServer.start("--transcript", file)) {
            Peer ada = server.connect();
            ada.expectMatch("\\* CHAT/1 Chatlab \\(recorded\\)\\. You are guest1\\. .*");
            ada.send("/proto 1");
            ada.expectMatch("HELLO .* recorded=1 :Chatlab");
        }
    }

    @Test
    void choosingANameAtOnceMakesNoNoise() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.send("/nick ada");
            ada.skipTo("\\* You are now ada\\.");
            bob.expectMatch("JOIN room=lobby name=ada at=\\S+");
        }
    }

    @Test
    void richClientSeesHelloFirstAndThenItsOwnJoin() throws Exception {
        try (TestServer server = TestServer.start("--name", "Room 12", "--ping-millis", "60000")) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.expectMatch("\\* CHAT/1 .*");
            ada.send("/proto@a1 1 ada");
            ada.expectMatch("HELLO proto=1 server=chatlab/\\S+ run=\\w+ you=ada token=\\w+ room=lobby ping=60 line=4096"
                    + " paste=500 re=a1 :Room 12");
            String join =
                    ada.expectMatch("JOIN room=lobby name=ada at=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            bob.expect(join);
        }
    }

    @Test
    void silentClientEntersAsAGuestAfterAMoment() throws Exception {
        try (TestServer server = TestServer.start("--join-millis", "50")) {
            Peer bob = server.connect();
            bob.send("/proto 1 bob", "/ping in"); // its first line may come late, and bob was let in as a guest before
            bob.skipTo("PONG :in");
            Peer guest = server.connect();
            bob.skipTo("JOIN room=lobby name=guest2 at=\\S+");
            bob.send("/say welcome");
            guest.skipTo("<bob> welcome");
        }
    }

    @Test
    void clientThatHasLeftIsNotLetIn() throws Exception {
        try (TestServer server = TestServer.start();
                Line line = Line.open(7, new NoDelivery())) {
            Peer bob = server.rich("bob");
            Session session = new Session(line.connection(), server.services());
            session.end("quit", "");
            session.enter();
            server.plain("ada");
            bob.expectMatch("JOIN room=lobby name=ada at=\\S+");
            assertThat(server.countPeople()).isEqualTo(2);
        }
    }

    @Test
    void clientThatLeavesWhileTheSchedulerLetsItInIsGone() throws Exception {
        try (TestServer server = TestServer.start();
                Crowd crowd = new Crowd()) {
            Shared services = server.services();
            for (int i = 1; i <= 2000; i++) {
                try (Line line = Line.open(i, new NoDelivery())) {
                    Session session = new Session(line.connection(), services);
                    CyclicBarrier start = new CyclicBarrier(2);
                    crowd.letDo(() -> {
                        start.await();
                        session.enter();
                    });
                    start.await();
                    session.obey("/quit");
                    crowd.await();
                    session.end("lost", "");
                    services.hall()
                            .inOrder(() -> assertThat(
                                            services.hall().rooms().lobby().people())
                                    .isEmpty());
                }
            }
            assertThat(server.countPeople()).isZero();
        }
    }

    /** Its first line and the scheduler may let it in at the same moment: both wait for the lock of the hall. */
    @Test
    void personThatTwoThreadsLetInEntersOnce() throws Exception {
        try (TestServer server = TestServer.start();
                Line line = Line.open(7, new NoDelivery())) {
            Shared services = server.services();
            Session session = new Session(line.connection(), services);
            Thread reader = new Thread(session::enter);
            Thread scheduler = new Thread(session::enter);
            services.hall().inOrder(() -> {
                services.moderation().hush(new InstructorCommand.Hush(true));
                reader.start();
                scheduler.start();
                await().until(() -> reader.getState() == Thread.State.WAITING);
                await().until(() -> scheduler.getState() == Thread.State.WAITING);
            });
            reader.join();
            scheduler.join();
            assertThat(line.takeMail().lines()).containsExactly("* " + WORDS.get("hush-on"));
            assertThat(server.countPeople()).isEqualTo(1);
        }
    }

    @Test
    void personEntersBeforeItsFirstText() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.connect().send("", "   ", "hello");
            bob.expectMatch("JOIN room=lobby name=guest2 at=\\S+");
            bob.expectMatch("MSG room=lobby from=guest2 id=1 at=\\S+ :hello");
        }
    }

    @Test
    void portScanIsNotShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.connect().close();
            server.connect().reset();
            Peer visitor = server.connect();
            visitor.send("/quit");
            visitor.skipTo("\\* Goodbye\\.");
            visitor.expectEnd();
            server.connect().send("");
            server.plain("ada");
            bob.expectMatch("JOIN room=lobby name=ada at=\\S+");
        }
    }

    @Test
    void firstLineMayChooseTheRoom() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.connect();
            ada.send("/join lab");
            ada.skipTo("\\* You are in lab now\\.");
            server.plain("eve");
            bob.expectMatch("JOIN room=lobby name=eve at=\\S+");
        }
    }

    @Test
    void impossibleVersionIsRefusedAndANewerOneIsAnsweredWithOurs() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.connect();
            ada.send("/proto 0 ada", "/proto x", "/proto@two 2 ada");
            ada.skipTo("! bad-args: Write it like this: /proto VERSION .*");
            ada.expectMatch("! bad-args: .*");
            ada.expectMatch("HELLO proto=1 .* you=ada .* re=two .*");
        }
    }

    @Test
    void nameThatCannotBeHadLeavesTheGuest() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.rich("ada");
            Peer other = server.connect();
            other.send("/proto@x 1 ada");
            String hello = other.skipTo("HELLO .*");
            assertThat(hello).contains(" you=guest2 ").doesNotContain(" re=");
            other.expectMatch("ERR re=x code=name-taken :.*ada.*");
            other.expectMatch("JOIN room=lobby name=guest2 at=\\S+");
        }
    }

    @Test
    void protoLaterSwitchesInOrderAndWithoutJoiningAgain() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.plain("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            ada.skipTo("\\* eve joined\\.");
            Thread talk = new Thread(() -> {
                try {
                    for (int i = 1; i <= 500; i++) {
                        bob.send("/say " + i);
                    }
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            talk.start();
            List<String> seen = new ArrayList<>();
            for (int i = 1; i <= 500; i++) {
                if (i == 100) {
                    ada.send("/proto 1");
                }
                String line = ada.readLine();
                if (line.startsWith("HELLO ")) {
                    seen.add(line.replaceFirst(" .*", ""));
                    line = ada.readLine();
                }
                String start = seen.contains("HELLO") ? "MSG room=lobby from=bob id=" + i + " at=\\S+ :" : "<bob> ";
                assertThat(line).matches(start + i);
            }
            talk.join();
            assertThat(seen).hasSizeLessThanOrEqualTo(1);
            ada.send("/say done");
            ada.skipTo("MSG .* :done");
            eve.expectMatch("MSG room=lobby from=bob id=1 .*"); // and nothing of ada's coming or going
        }
    }

    @Test
    void protoAgainAnswersWithHelloAndRenames() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/join lab", "/proto@again 1 eve", "/leave");
            ada.skipTo("HELLO .* you=eve .* room=lab .* re=again .*");
            bob.expectMatch("LEAVE room=lobby name=ada at=\\S+ code=moved");
            bob.expectMatch("JOIN room=lobby name=eve at=\\S+");
        }
    }

    @Test
    void newcomerIsToldOfTheHushOnce() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer joe = server.connect();
            joe.send("/join lab");
            joe.skipTo("\\* You are in lab now\\.");
            Peer bob = server.rich("bob");
            server.type("hush on");
            bob.skipTo("NOTE code=hush-on :.*");
            Peer ada = server.rich("ada");
            ada.send("/ping x");
            ada.expectMatch("NOTE code=hush-on :.*");
            ada.expect("PONG :x");

            Peer eve = server.connect();
            eve.send("/join lab", "/ping x");
            eve.skipTo("\\* You are in lab now\\.");
            eve.expectMatch("\\* The instructor asks for silence.*");
            eve.expect("* pong x");
        }
    }

    @Test
    void lastMessagesAreReplayedToAPlainClientOnly() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.rich("bob");
            for (int i = 1; i <= 12; i++) {
                bob.send("/say line " + i);
            }
            bob.skipTo("MSG .* :line 12");
            Peer ada = server.connect();
            ada.expectMatch("\\* CHAT/1 .*");
            ada.send("/nick ada");
            List<String> replayed = new ArrayList<>();
            for (int i = 3; i <= 12; i++) {
                replayed.add("<bob \\d\\d:\\d\\d> line " + i);
            }
            ada.expectMatch("\\* You are now ada\\.");
            for (String line : replayed) {
                ada.expectMatch(line);
            }
            Peer eve = server.rich("eve");
            bob.send("/say live");
            ada.expect("* eve joined.", "<bob> live");
            eve.expectMatch("MSG room=lobby from=bob id=13 at=\\S+ :live");
        }
    }
}
