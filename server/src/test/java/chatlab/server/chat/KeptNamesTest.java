package chatlab.server.chat;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import chatlab.server.support.CannotStartException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that was given up or left belongs to the person that had it for a while. */
class KeptNamesTest {
    @Test
    void nameThatWasGivenUpIsKeptForItsPerson() throws Exception {
        try (TestServer server = started()) {
            Peer bob = server.richFrom(LAB, "bob");
            Peer eve = server.richFrom(NEXT_DOOR, "eve");
            bob.send("/nick@n rob");
            bob.skipTo("OK re=n");
            eve.send("/nick@1 bob", "/nick@2 B0B");
            eve.skipTo("ERR re=1 code=name-taken :The name bob is kept .*, for 10 minutes more\\. .* free bob");
            eve.expectMatch("ERR re=2 code=name-taken :.*");
            bob.send("/nick@n bob");
            bob.skipTo("OK re=n");
            eve.send("/nick@3 rob");
            eve.skipTo("ERR re=3 code=name-taken :.*");
        }
    }

    @Test
    void onlyTheLatestNameOfAPersonIsKept() throws Exception {
        try (TestServer server = started()) {
            Peer bob = server.rich("bob");
            bob.send("/nick rob", "/nick@n tom");
            bob.skipTo("OK re=n");
            Peer eve = server.rich("eve");
            eve.send("/nick@1 rob", "/nick@2 bob");
            eve.skipTo("ERR re=1 code=name-taken :.*");
            eve.skipTo("OK re=2");
        }
    }

    @Test
    void nameThatWasWornForAMomentOnlyIsNotKept() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            bob.send("/nick@n rob");
            bob.skipTo("OK re=n");
            Peer eve = server.rich("eve");
            eve.send("/nick@1 bob");
            eve.skipTo("OK re=1");
        }
    }

    @Test
    void tokenBringsBackANameThatWasLeftAndNothingElse() throws Exception {
        try (TestServer server = started()) {
            Peer bob = server.rich("bob");
            Arrival ada = server.arrive("ada");
            ada.peer().skipTo("JOIN .*");
            server.type("op ada");
            ada.peer().skipTo("WHO name=ada room=lobby state=op");
            ada.peer().send("/quit");
            ada.peer().skipTo("BYE .*");
            Peer thief = server.connect();
            thief.send("/proto@1 1 ada", "/proto@2 1 ada wrong");
            thief.skipTo("ERR re=1 code=name-taken :.*");
            thief.skipTo("ERR re=2 code=name-taken :.*");

            Arrival back = server.arrive("ada " + ada.token());
            assertThat(back.hello()).contains(" you=ada ");
            back.peer().send("/announce@a I am back");
            back.peer().skipTo("NOTE code=deop :ada had the instructor's rights, .*");
            back.peer().skipTo("ERR re=a code=not-allowed .*");
            bob.skipTo("JOIN .* name=ada .*");
            server.screen.awaitLine(".* \\* ada had the instructor's rights, and is here without them now, .*");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tokenIsStillGoodAfterAReturnWhoseHelloWasNotRead(boolean looksAlive) throws Exception {
        try (TestServer server = started()) {
            Peer eve = server.rich("eve");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            left(bob.peer(), eve);
            Peer lost = server.connectFrom(NEXT_DOOR);
            lost.send("/proto 1 bob " + bob.token());
            eve.skipTo("JOIN .* name=bob .*");
            if (!looksAlive) {
                lost.reset();
                eve.skipTo("WHO name=bob .* state=lost");
            }
            Arrival back = server.arrive(server.connectFrom(NEXT_DOOR), "bob " + bob.token());
            assertThat(back.hello()).contains(" you=bob ");
            assertThat(back.token()).isEqualTo(bob.token());
        }
    }

    @Test
    void nameThatIsTakenBackWithoutItsTokenHasANewOne() throws Exception {
        try (TestServer server = started()) {
            Peer eve = server.rich("eve");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            left(bob.peer(), eve);
            Arrival back = server.arrive(server.connectFrom(LAB), "bob wrong");
            assertThat(back.hello()).contains(" you=bob ");
            assertThat(back.token()).isNotEqualTo(bob.token());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TOKEN", ""})
    void nameThatWasTakenBackIsKeptAgainHoweverSoonItIsLeft(String token) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = server.richFrom(NEXT_DOOR, "eve");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            Hall hall = server.services().hall();
            hall.inOrder(() -> Past.namedEarlier(hall.roster().known("bob"), TimeUnit.MINUTES.toNanos(20)));
            left(bob.peer(), eve);
            Arrival back = server.arrive(server.connectFrom(LAB), "bob " + token.replace("TOKEN", bob.token()));
            left(back.peer(), eve);
            eve.send("/nick@n bob");
            assertThat(eve.skipTo("(ERR|OK) re=n.*")).contains(" code=name-taken :The name bob is kept ");
        }
    }

    @Test
    void personWithoutRightsThatTakesItsNameAgainIsToldNothing() throws Exception {
        try (TestServer server = started()) {
            Peer ada = server.richFrom(LAB, "ada");
            server.type("op ada");
            ada.skipTo("WHO .* state=op");
            server.type("deop ada");
            ada.skipTo("WHO .* state=-");
            ada.send("/quit");
            server.screen.awaitLine(".* - ada has left lobby.*");
            Peer back = server.richFrom(LAB, "ada");
            back.send("/ping");
            back.expect("PONG");
        }
    }

    @Test
    void restartedClientIsToldWhenItsNameCanBeHadAgain() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            killed(server.connectFrom(LAB), "ada", bob);
            Peer back = server.connectFrom(LAB);
            back.send("/proto@p 1 ada");
            back.skipTo("ERR re=p code=name-taken :.* Was that you\\? Then try again in 10 minutes\\.");
        }
    }

    /** A client that was killed and is started again knows no token. */
    @Test
    void restartedClientHasItsNameAfterTheGrace() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "0", "--flood", "off")) {
            Peer bob = server.rich("bob");
            killed(server.connectFrom(LAB), "ada", bob);
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            Peer back = server.connectFrom(LAB);
            back.send("/proto@p 1 ada");
            back.skipTo("HELLO .* you=ada .* re=p .*");
            bob.skipTo("JOIN room=lobby name=ada .*");

            killed(back, "ada", bob); // and again, after the client came in under another name for a while
            Peer third = server.richFrom(LAB, "ada2");
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            third.send("/nick@n ada");
            third.skipTo("OK re=n");
        }
    }

    @Test
    void nameIsKeptUntilAnInstructorFreesItIfOthersWereSeenAtTheAddress() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "0")) {
            Peer bob = server.rich("bob");
            Peer neighbour = server.richFrom(LAB, "eve");
            killed(server.connectFrom(LAB), "ada", bob);
            bob.skipTo("LEAVE .* name=ada .* code=lost");
            Peer back = server.connectFrom(LAB);
            back.send("/proto@p 1 ada");
            back.skipTo("ERR re=p code=name-taken :The name ada is kept .* for 10 minutes more\\. .*");
            neighbour.send("/nick@n ada");
            neighbour.skipTo("ERR re=n code=name-taken :.*");
            Peer elsewhere = server.connectFrom(NEXT_DOOR);
            elsewhere.send("/proto@p 1 ada");
            elsewhere.skipTo("ERR re=p code=name-taken :.*");

            server.type("free eve");
            server.screen.awaitLine("! eve is here, .*");
            server.type("free joe");
            server.screen.awaitLine("! No name joe is kept\\.");
            server.type("free ada");
            server.screen.awaitLine(".* \\* any person can have the name ada now, by server");
            back.send("/nick@n ada");
            back.skipTo("OK re=n");
        }
    }

    @Test
    void guestBesideThePersonIsAnotherPersonAndOneThatCameAloneIsNot() throws Exception {
        try (TestServer server = started("--grace-millis", "0")) {
            Peer guest = server.connectFrom(LAB);
            guest.send("hello", "/quit");
            guest.skipTo("\\* Goodbye\\.");
            guest.expectEnd();
            Peer bob = server.rich("bob");
            left(server.richFrom(LAB, "ada"), bob);
            Peer ada = server.richFrom(LAB, "ada");
            Peer beside = server.connectFrom(LAB);
            beside.send("hello");
            bob.skipTo("MSG .* from=guest.*");
            left(ada, bob);
            beside.send("/nick ada");
            beside.skipTo("! name-taken: .*");
            Peer again = server.connectFrom(LAB);
            again.send("/nick ada");
            again.skipTo("! name-taken: .*");
        }
    }

    /** It was seen beside the owner of the name, before it left and came back. */
    @Test
    void neighbourThatComesBackWithItsTokenIsStillAnotherPerson() throws Exception {
        try (TestServer server = started()) {
            Peer ada = server.rich("ada");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            Arrival eve = server.arrive(server.connectFrom(LAB), "eve");
            left(bob.peer(), ada);
            left(eve.peer(), ada);
            Peer back =
                    server.arrive(server.connectFrom(LAB), "eve " + eve.token()).peer();
            back.send("/nick@n bob");
            back.skipTo("ERR re=n code=name-taken .*");
        }
    }

    /** TORN looks like Torn and Torn looks like Tom, but TORN does not look like Tom. */
    @Test
    void ownKeptNameOpensNoWayToALookAlikeOfAnotherOne() throws Exception {
        try (TestServer server = started()) {
            Peer tom = server.richFrom(LAB, "Tom");
            Peer eve = server.richFrom(NEXT_DOOR, "TORN");
            eve.send("/nick@1 eve");
            eve.skipTo("OK re=1");
            left(tom, eve);
            eve.send("/nick@2 Torn", "/nick@3 TORN");
            eve.skipTo("ERR re=2 code=name-taken :The name Tom is kept .*");
            eve.skipTo("OK re=3");
        }
    }

    /** A program can lose as many people in a second as an address may have. */
    @Test
    void lostPersonIsNotForgottenForOthersThatHadTheirNamesForAMoment() throws Exception {
        try (TestServer server = TestServer.start("--kept-per-address", "2", "--flood", "off")) {
            Peer ada = server.rich("ada");
            Peer bob = server.richFrom(LAB, "bob");
            Hall hall = server.services().hall();
            hall.inOrder(() -> Past.namedEarlier(hall.roster().known("bob"), TimeUnit.MINUTES.toNanos(20)));
            killed(bob, "bob", ada);
            for (String name : new String[] {"n1", "n2", "n3"}) {
                killed(server.connectFrom(LAB), name, ada);
            }
            ada.send("/nick@1 bob", "/nick@2 n3", "/nick@3 n2");
            ada.skipTo("ERR re=1 code=name-taken .*");
            ada.expectMatch("ERR re=2 code=name-taken .*");
            ada.skipTo("OK re=3");
        }
    }

    @Test
    void instructorFreesANameThatWasLeft() throws Exception {
        try (TestServer server = started()) {
            Peer ada = server.instructor("ada");
            left(server.rich("bob"), ada);
            ada.send("/free@1 BOB", "/free@2 bob");
            ada.skipTo("OK re=1 .*");
            ada.expectMatch("ERR re=2 code=no-such-name .*");
            Peer eve = server.rich("eve");
            eve.send("/free@f bob", "/nick@n bob");
            eve.skipTo("ERR re=f code=not-allowed .*");
            eve.skipTo("OK re=n");
        }
    }

    @Test
    void muteHoldsForANameThatWasTakenBack() throws Exception {
        try (TestServer server = started("--grace-millis", "0")) {
            Peer bob = server.rich("bob");
            Peer eve = server.richFrom(LAB, "eve");
            server.type("mute eve");
            eve.skipTo("WHO .* state=muted");
            left(eve, bob);
            Peer back = server.richFrom(LAB, "eve");
            back.send("/say@s hello");
            back.skipTo("ERR re=s code=muted .*");
            back.close();
            bob.skipTo("LEAVE .* name=eve .* code=lost");
            Peer third = server.richFrom(LAB, "eve");
            third.send("/say@s hello");
            third.skipTo("ERR re=s code=muted .*");
        }
    }

    /** The name that was given up before the mute is free of it, but its person is not. */
    @Test
    void mutedPersonCannotTakeBackAnEarlierName() throws Exception {
        try (TestServer server = started()) {
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            bob.peer().send("/nick@n eve");
            bob.peer().skipTo("OK re=n");
            server.type("mute eve");
            bob.peer().skipTo("WHO .* state=muted");
            Peer elsewhere = server.connectFrom(NEXT_DOOR);
            elsewhere.send("/proto@p 1 bob " + bob.token());
            elsewhere.skipTo("ERR re=p code=muted .*");
        }
    }

    @Test
    void nameIsFreeAfterAWhile() throws Exception {
        try (TestServer server = started("--keep-millis", "100", "--flood", "off")) {
            Peer eve = server.rich("eve");
            left(server.rich("bob"), eve);
            String answer = "name-taken";
            while (answer.contains("name-taken")) {
                eve.send("/ping", "/nick@n bob");
                eve.skipTo("PONG");
                answer = eve.readLine();
            }
            assertThat(answer).startsWith("NICK old=eve new=bob ");
        }
    }

    @Test
    void addressHasSoManyKeptNamesAndTheOldestIsFreed() throws Exception {
        try (TestServer server = started("--kept-per-address", "2", "--flood", "off")) {
            Peer bob = server.rich("bob");
            for (String name : new String[] {"n1", "n2", "n3"}) {
                left(server.richFrom(LAB, name), bob);
            }
            bob.send("/nick@1 n2", "/nick@2 n3", "/nick@3 n1");
            bob.skipTo("ERR re=1 code=name-taken .*");
            bob.expectMatch("ERR re=2 code=name-taken .*");
            bob.skipTo("OK re=3");
        }
    }

    @Test
    void instructorCommandsDoNotApplyToAKeptName() throws Exception {
        try (TestServer server = started()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.richFrom(LAB, "bob");
            bob.send("/nick@n rob");
            bob.skipTo("OK re=n");
            ada.send("/kick@k bob", "/mute@m bob", "/ban@b bob");
            ada.skipTo("ERR re=k code=no-such-name .*");
            ada.expectMatch("ERR re=m code=no-such-name .*");
            ada.expectMatch("ERR re=b code=no-such-name .*");
        }
    }

    private static TestServer started(String... options) throws CannotStartException {
        String[] all = new String[options.length + 2];
        System.arraycopy(options, 0, all, 2, options.length);
        all[0] = "--worn-millis";
        all[1] = "0";
        return TestServer.start(all);
    }

    private static void left(Peer peer, Peer watching) throws IOException {
        peer.send("/quit");
        peer.skipTo("BYE code=quit :.*");
        watching.skipTo("LEAVE .* code=quit");
    }

    private static void killed(Peer peer, String name, Peer watching) throws IOException {
        peer.send("/proto 1 " + name, "/ping@k");
        peer.skipTo("PONG re=k");
        peer.reset();
        watching.skipTo("WHO name=" + name + " room=lobby state=lost");
    }
}
