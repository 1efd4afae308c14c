package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person whose connection was lost may come back. */
class LostPeopleTest {
    @Test
    void lostPersonComesBackWithItsTokenWithoutLeaveOrJoin() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.peer().send("/join lab");
            bob.skipTo("LEAVE .* code=moved");
            bob.send("/join lab");
            bob.skipTo("JOIN room=lab name=bob .*");

            ada.peer().reset();
            bob.skipTo("WHO name=ada room=lab state=lost");
            Peer thief = server.connect();
            thief.send("/proto@a 1 ada", "/proto@b 1 ada wrong", "/msg@c ada psst");
            thief.skipTo("ERR re=a code=name-taken .*");
            thief.skipTo("ERR re=b code=name-taken .*");
            thief.skipTo("ERR re=c code=no-such-name .*");

            Peer back = server.connect();
            back.expectMatch("\\* CHAT/1 .*");
            back.send("/proto 1 ada " + ada.token());
            back.expectMatch("HELLO .* you=ada token=" + ada.token() + " room=lab .*");
            bob.skipTo("WHO name=ada room=lab state=-");
            back.send("/say again");
            back.expectMatch("MSG room=lab from=ada id=1 at=\\S+ :again");
            bob.expectMatch("MSG room=lab from=ada id=1 at=\\S+ :again");
        }
    }

    @Test
    void personThatWasLostBeforeItHeardItsNewNameComesBackWhole() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().send("/join lab");
            bob.skipTo("LEAVE .* code=moved");
            ada.peer().send("/nick rob");
            ada.peer().skipTo("OK.*");
            bob.send("/join lab");
            bob.skipTo("JOIN room=lab name=bob .*");
            ada.peer().reset();
            bob.skipTo("WHO name=rob room=lab state=lost");

            Peer back = server.connect();
            back.send("/proto@a 1 ada " + ada.token());
            back.skipTo("HELLO .* you=ada token=" + ada.token() + " room=lab .* re=a .*");
            bob.skipTo("WHO name=rob room=lab state=-");
            bob.skipTo("NICK old=rob new=ada .*");
            back.send("/who");
            back.skipTo("WHO name=ada room=lab state=-");
        }
    }

    @Test
    void lostPersonComesBackWithItsLastNameWhereTheOtherIsTaken() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().reset();
            bob.skipTo("WHO name=ada room=lobby state=lost");

            Peer back = server.connect();
            back.send("/proto@a 1 bob " + ada.token());
            back.skipTo("HELLO .* you=ada token=" + ada.token() + " .*");
            back.skipTo("ERR re=a code=name-taken .*");
            bob.skipTo("WHO name=ada room=lobby state=-");
            back.send("/say here again");
            bob.skipTo("MSG room=lobby from=ada .* :here again");
        }
    }

    @Test
    void tokenIsGoodForItsOwnNameOnly() throws Exception {
        try (TestServer server = TestServer.start()) {
            Arrival ada = server.arrive("ada");
            server.rich("bob");
            Peer thief = server.connect();
            thief.send("/proto@t 1 bob " + ada.token());
            thief.skipTo("ERR re=t code=name-taken .*");
            Arrival eve = server.arrive("eve " + ada.token());
            assertThat(eve.hello()).contains(" you=eve ");
            assertThat(eve.token()).isNotEqualTo(ada.token());
        }
    }

    @Test
    void connectionThatStillLooksAliveIsReplaced() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival old = server.arrive("ada");
            old.peer().skipTo("JOIN .*");
            bob.skipTo("JOIN .* name=ada .*");
            Arrival now = server.arrive("ada " + old.token());
            old.peer().expectMatch("BYE code=replaced :.*");
            old.peer().expectEnd();
            old.peer().close();
            await().until(() -> server.services().connections().get().size() == 2);
            now.peer().send("/say here");
            now.peer().expectMatch("MSG room=lobby from=ada .*");
            bob.expectMatch("MSG room=lobby from=ada .*"); // and no JOIN or LEAVE before it
        }
    }

    @Test
    void guestThatTakesItsNameBackIsNotSeenAnyMore() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.peer().close();
            bob.skipTo("WHO .* state=lost");
            Peer guest = server.connect();
            guest.send("hello");
            bob.skipTo("MSG .* from=guest3 .*");
            guest.send("/proto 1 ada " + ada.token());
            bob.expectMatch("LEAVE room=lobby name=guest3 at=\\S+ code=quit");
            bob.expectMatch("WHO name=ada room=lobby state=-");
            bob.send("/who");
            bob.expectMatch("WHO name=bob .*");
            bob.expectMatch("WHO name=ada .*");
            bob.expect("END");
        }
    }

    @Test
    void lostPersonLeavesAfterTheGraceAndCanComeBackToItsRoom() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "50")) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().send("/join lab");
            ada.peer().skipTo("JOIN room=lab .*");
            bob.skipTo("LEAVE .* code=moved");
            bob.send("/join lab");
            ada.peer().skipTo("JOIN room=lab name=bob .*");
            ada.peer().close();
            bob.skipTo("WHO name=ada room=lab state=lost");
            bob.expectMatch("LEAVE room=lab name=ada at=\\S+ code=lost");

            Arrival back = server.arrive("ada " + ada.token());
            back.peer().expectMatch("JOIN room=lab name=ada at=\\S+");
            bob.expectMatch("JOIN room=lab name=ada at=\\S+");
        }
    }

    @Test
    void lostPersonThatComesBackUnderALookAlikeOfItsNameIsNotLostAnyMore() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "0")) {
            Peer bob = server.rich("bob");
            Peer ada = server.richFrom(TestServer.LAB, "ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.reset();
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            server.richFrom(TestServer.LAB, "ada_");
            server.type("who");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 2");
            assertThat(server.screen.shown()).noneMatch(line -> line.contains("is lost"));
        }
    }

    /** Torn looks like TORN and like Tom, but those two do not look alike: so there may be two. */
    @Test
    void lostPersonOfASecondLookAlikeNameIsNotLostAnyMore() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "0")) {
            Peer bob = server.rich("bob");
            server.richFrom(TestServer.NEXT_DOOR, "TORN").reset();
            bob.skipTo("LEAVE .* name=TORN .* code=lost");
            Arrival tom = server.arrive(server.connectFrom(TestServer.LAB), "Tom");
            tom.peer().skipTo("JOIN .*");
            tom.peer().reset();
            bob.skipTo("LEAVE .* name=Tom .* code=lost");
            server.arrive(server.connectFrom(TestServer.NEXT_DOOR), "Torn " + tom.token());
            bob.skipTo("JOIN .* name=Torn .*");
            server.type("who");
            server.type("rooms");
            server.screen.awaitLine("  lobby: 2");
            assertThat(server.screen.shown()).noneMatch(line -> line.contains("is lost"));
        }
    }

    @Test
    void personThatCameBackInTimeStays() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "15000")) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            Arrival eve = server.arrive("eve");
            bob.skipTo("JOIN .* name=eve .*");
            ada.peer().close();
            bob.skipTo("WHO name=ada .* state=lost");
            server.arrive("ada " + ada.token());
            bob.expectMatch("WHO name=ada .* state=-");
            eve.peer().close();
            bob.expectMatch("WHO name=eve .* state=lost");
            bob.expectMatch("LEAVE .* name=eve .* code=lost"); // ada's time was over before
        }
    }

    @Test
    void personThatComesBackWhenItsTimeIsOverStays() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "1");
                Line line = Line.open(9, new NoDelivery())) {
            Peer bob = server.rich("bob");
            server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            Hall hall = server.services().hall();
            hall.inOrder(() -> {
                Person person = hall.roster().known("ada");
                hall.leave(person, person.connection, "lost", "");
                await().until(() -> isWaitingForTheHall("scheduler")); // to tell all people that ada has left
                server.services().naming().takeOver(person, line.connection());
            });
            bob.expectMatch("WHO name=ada .* state=lost");
            bob.expectMatch("WHO name=ada .* state=-");
            bob.send("/who");
            bob.expect("WHO name=bob room=lobby state=-", "WHO name=ada room=lobby state=-", "END");
        }
    }

    @Test
    void personThatIsLostAgainIsWaitedForAnew() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "15000")) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().close();
            for (int i = 0; i < 5; i++) {
                bob.skipTo("WHO name=ada .* state=lost");
                Arrival back = server.arrive("ada " + ada.token());
                bob.expectMatch("WHO name=ada .* state=-");
                back.peer().close();
            }
            bob.expectMatch("WHO name=ada .* state=lost");
            bob.expectMatch("LEAVE .* name=ada .* code=lost"); // one, for the last time
            bob.send("/ping");
            bob.expect("PONG");
        }
    }

    @Test
    void nameOfALostPersonIsFreeInTheEnd() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "20", "--keep-millis", "100", "--flood", "off")) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().close();
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            Peer eve = server.rich("eve");
            String answer = "name-taken";
            while (answer.contains("name-taken")) {
                eve.send("/ping", "/nick@n ada");
                eve.skipTo("PONG");
                answer = eve.readLine();
            }
            assertThat(answer).startsWith("NICK old=eve new=ada ");
        }
    }

    @Test
    void personThatSoonQuitsOrIsKickedLeavesNoNameAndNoToken() throws Exception {
        try (TestServer server = TestServer.start()) {
            Arrival ada = server.arrive("ada");
            ada.peer().send("/quit");
            ada.peer().skipTo("BYE code=quit :.*");
            Arrival next = server.arrive("ada " + ada.token());
            assertThat(next.hello()).contains(" you=ada ");
            assertThat(next.token()).isNotEqualTo(ada.token());

            server.type("kick ada");
            next.peer().skipTo("BYE code=kicked :.*");
            Arrival third = server.arrive("ada " + next.token());
            assertThat(third.hello()).contains(" you=ada ");
            assertThat(third.token()).isNotEqualTo(next.token());
        }
    }

    @Test
    void plainConnectionThatEndsLeavesNoName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.plain("ada").reset();
            bob.skipTo("LEAVE room=lobby name=ada at=\\S+ code=lost");
            server.plain("ada").close();
            bob.skipTo("LEAVE room=lobby name=ada at=\\S+ code=(quit|lost)");
            server.rich("ada");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mute ada, 'WHO name=ada .* state=muted,lost', muted",
        "op ada, 'WHO name=ada .* state=op,lost', op",
        "hush on, NOTE code=hush-on .*, hush-on"
    })
    void lostPersonIsToldOnceWhenItComesBackWhatAnInstructorHasDone(String command, String seen, String code)
            throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().close();
            bob.skipTo("WHO name=ada .* state=lost");
            server.type(command);
            bob.expectMatch(seen);
            Peer back = server.arrive("ada " + ada.token()).peer();
            back.send("/ping");
            back.expectMatch("NOTE code=" + code + " :.*");
            back.expect("PONG");
        }
    }

    @Test
    void instructorKeepsItsRightsOnAnotherConnection() throws Exception {
        try (TestServer server = TestServer.start()) {
            Arrival ada = server.arrive("ada");
            server.type("op ada");
            ada.peer().skipTo("NOTE code=op :.*");
            ada.peer().close();
            Arrival back = server.arrive("ada " + ada.token());
            back.peer().send("/announce@a fire drill");
            back.peer().skipTo("MSG room=\\* from=ada .* re=a :fire drill");
        }
    }

    /** Otherwise a person that comes and goes under a thousand names could make the server forget all other people. */
    @Test
    void oneLossTooManyForgetsAPersonFromTheSameAddress() throws Exception {
        try (TestServer server = TestServer.start("--kept-per-address", "2", "--flood", "off")) {
            Peer bob = server.rich("bob");
            lose(server.connectFrom(TestServer.NEXT_DOOR), "ada", bob);
            lose(server.connectFrom(TestServer.LAB), "n1", bob);
            lose(server.connectFrom(TestServer.LAB), "n2", bob);
            lose(server.connectFrom(TestServer.LAB), "n3", bob);
            bob.expectMatch("LEAVE room=lobby name=n1 at=\\S+ code=lost");
            bob.send("/nick@a ada", "/nick@2 n2", "/nick@1 n1");
            bob.skipTo("ERR re=a code=name-taken .*");
            bob.expectMatch("ERR re=2 code=name-taken .*");
            bob.skipTo("OK re=1");
        }
    }

    /** Another person at her address could otherwise take her rights from her. */
    @Test
    void instructorIsNotForgotten() throws Exception {
        try (TestServer server = TestServer.start("--kept-per-address", "2", "--flood", "off")) {
            Peer bob = server.rich("bob");
            Peer ada = server.connectFrom(TestServer.LAB);
            ada.send("/proto 1 ada", "/ping");
            ada.skipTo("PONG");
            server.type("op ada");
            ada.skipTo("NOTE code=op .*");
            ada.close();
            bob.skipTo("WHO name=ada room=lobby state=op,lost");
            lose(server.connectFrom(TestServer.LAB), "n1", bob);
            lose(server.connectFrom(TestServer.LAB), "n2", bob);
            lose(server.connectFrom(TestServer.LAB), "n3", bob);
            bob.expectMatch("LEAVE room=lobby name=n1 at=\\S+ code=lost");
            bob.send("/nick@a ada");
            bob.expectMatch("ERR re=a code=name-taken .*");
        }
    }

    private static void lose(Peer peer, String name, Peer watching) throws IOException {
        peer.send("/proto 1 " + name, "/ping");
        peer.skipTo("PONG");
        peer.close();
        watching.skipTo("WHO name=" + name + " room=lobby state=lost");
    }

    @Test
    void onlyAThousandNamesAreKept() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            for (int i = 0; i <= 1000; i++) {
                server.rich("n" + i).close();
                bob.skipTo("WHO name=n" + i + " room=lobby state=lost");
            }
            bob.expectMatch("LEAVE room=lobby name=n0 at=\\S+ code=lost");
            server.rich("n0");
            Peer eve = server.rich("eve");
            eve.send("/nick@n n1");
            eve.skipTo("ERR re=n code=name-taken .*");
        }
    }

    private static boolean isWaitingForTheHall(String thread) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().equals(thread))
                .filter(entry -> entry.getKey().getState() == Thread.State.WAITING)
                .flatMap(entry -> Stream.of(entry.getValue()))
                .anyMatch(frame -> frame.getClassName().equals(Hall.class.getName()));
    }
}
