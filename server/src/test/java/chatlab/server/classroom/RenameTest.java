package chatlab.server.classroom;

import static chatlab.server.TestServer.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that an instructor gives, and how its person tries to have another one. */
class RenameTest {
    @Test
    void personIsRenamedAndAllAreTold() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer insult = server.rich("insult");
            Peer eve = server.plain("eve");
            ada.skipTo("JOIN .* name=eve .*");
            insult.send("/say hi");
            ada.skipTo("MSG .* :hi");
            ada.send("/rename@r insult bob");
            ada.skipTo("NICK old=insult new=bob at=\\S+");
            ada.expect("OK re=r :Done.");
            eve.skipTo("\\* insult is now bob\\.");
            insult.skipTo("NICK old=insult new=bob at=\\S+");
            insult.expectMatch("NOTE code=renamed :ada has given you the name bob\\. .*");
            ada.send("/rename@r #1 robert", "/rename@x eve evelyn");
            ada.skipTo("NICK old=bob new=robert .*");
            eve.skipTo("\\* You are now evelyn\\.");
            eve.expectMatch("\\* ada has given you the name evelyn\\. .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nick@t insult", "/nick@t other", "/proto@t 1 insult"})
    void givenNameIsNotChangedByItsPerson(String line) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer insult = server.rich("insult");
            server.type("rename insult bob");
            insult.skipTo("NOTE code=renamed .*");
            insult.send(line);
            insult.skipTo("ERR re=t code=not-allowed :.*");
            server.type("rename bob Bob");
            insult.skipTo("NICK old=bob new=Bob .*");
        }
    }

    @Test
    void nameThatIsGivenAgainAsItIsCannotBeChangedEither() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            server.type("rename bob bob");
            bob.skipTo("NOTE code=renamed .*");
            bob.send("/nick@t insult");
            bob.skipTo("ERR re=t code=not-allowed :.*");
        }
    }

    @Test
    void oldNameWithTheTokenLeadsToTheGivenNameWhileThePersonIsLost() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival insult = server.arrive("insult");
            insult.peer().close();
            ada.skipTo("WHO name=insult .* state=lost");
            ada.send("/rename@r insult bob");
            ada.skipTo("NICK old=insult new=bob .*");
            ada.expect("OK re=r :Done.");
            Arrival back = server.arrive("insult " + insult.token());
            assertThat(back.hello()).contains(" you=bob ");
            back.peer().expectMatch("NOTE code=renamed .*");
            ada.skipTo("WHO name=bob room=lobby state=-");
            back.peer().send("/nick@t insult");
            back.peer().skipTo("ERR re=t code=not-allowed :.*");
        }
    }

    @Test
    void oldNameWithTheTokenTakesOverTheConnectionThatSeemsAlive() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Arrival insult = server.arrive("insult");
            server.type("rename insult bob");
            insult.peer().skipTo("NOTE code=renamed .*");
            Arrival back = server.arrive("insult " + insult.token());
            assertThat(back.hello()).contains(" you=bob token=" + insult.token() + " ");
            insult.peer().skipTo("BYE code=replaced .*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "600000"})
    void oldNameWithTheTokenLeadsToTheGivenNameAfterQuit(String worn) throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", worn)) {
            Arrival insult = server.arrive(server.connectFrom(LAB), "insult");
            server.type("rename insult bob");
            insult.peer().skipTo("NOTE code=renamed .*");
            insult.peer().send("/quit");
            insult.peer().skipTo("BYE .*");
            Arrival back = server.arrive(server.connectFrom(LAB), "insult " + insult.token());
            assertThat(back.hello()).contains(" you=bob ");
            back.peer().send("/nick@t insult");
            back.peer().skipTo("ERR re=t code=not-allowed :.*");
        }
    }

    @Test
    void noMuteHushOrLockHoldsTheInstructorBackAndTheMuteStays() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer insult = server.rich("insult");
            ada.send("/mute insult", "/hush on", "/lock names on", "/rename@r insult bob");
            ada.skipTo("NICK old=insult new=bob .*");
            ada.expect("OK re=r :Done.");
            insult.skipTo("NICK old=insult new=bob .*");
            ada.send("/hush@h off");
            ada.skipTo("OK re=h .*");
            insult.send("/say@s hi");
            insult.skipTo("ERR re=s code=muted .*");
            ada.send("/unmute@u bob");
            ada.skipTo("OK re=u .*");
            insult.send("/say@s hi");
            insult.skipTo("MSG .* from=bob .* re=s :hi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with the token", "with the name alone", "after a minute under the name, with the token"})
    void muteIsOnTheGivenNameThroughQuitAndReturn(String how) throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", how.startsWith("after") ? "0" : "600000")) {
            Peer ada = server.instructor("ada");
            Arrival insult = server.arrive(server.connectFrom(LAB), "insult");
            server.arrive(server.connectFrom(LAB), "neighbour"); // otherwise the address alone would mute the newcomer
            ada.send("/mute insult", "/rename insult bob");
            insult.peer().skipTo("NOTE code=renamed .*");
            insult.peer().send("/quit");
            insult.peer().skipTo("BYE .*");
            String back = how.endsWith("token") ? "insult " + insult.token() : "bob";
            Arrival bob = server.arrive(server.connectFrom(LAB), back);
            assertThat(bob.hello()).contains(" you=bob ");
            bob.peer().send("/say@s hi");
            assertThat(bob.peer().skipTo(".* re=s .*")).startsWith("ERR re=s code=muted ");
            ada.send("/unmute@u bob");
            ada.skipTo("OK re=u .*");
            bob.peer().send("/say@t hi");
            assertThat(bob.peer().skipTo(".* re=t .*")).endsWith(" re=t :hi");
        }
    }

    @Test
    void nameThatCannotBeHadAndPersonThatIsNotHereAreRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            eve.send("/say hi", "/quit");
            ada.skipTo("LEAVE .* name=eve .*");
            ada.send(
                    "/rename@1 bob ada",
                    "/rename@2 bob server",
                    "/rename@3 bob",
                    "/rename@4 zoe zora",
                    "/rename@5 #1 zora",
                    "/rename@6 bob bob2 x");
            ada.skipTo("ERR re=1 code=name-taken .*");
            ada.expectMatch("ERR re=2 code=bad-name .*");
            ada.expectMatch("ERR re=3 code=bad-args .*");
            ada.expectMatch("ERR re=4 code=no-such-name .*");
            ada.expectMatch("ERR re=5 code=no-such-name .*");
            ada.expectMatch("ERR re=6 code=bad-args .*");
            bob.send("/rename@t ada eve");
            bob.skipTo("ERR re=t code=not-allowed .*");
        }
    }

    /** Or the other student would be taken for the person that was renamed a moment ago. */
    @ParameterizedTest
    @ValueSource(strings = {"/nick@t insult", "/nick@t INSULT", "/nick@t insu1t", "/proto@t 1 insult"})
    void nameThatWasTakenAwayIsForNoOtherStudent(String line) throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0", "--keep-millis", "0")) {
            Peer ada = server.instructor("ada");
            Peer eve = server.rich("eve");
            Peer insult = server.rich("insult");
            ada.send("/rename@r insult bob");
            ada.skipTo("OK re=r .*");
            insult.send("/quit");
            ada.skipTo("LEAVE .* name=bob .*");
            eve.send(line);
            eve.skipTo("ERR re=t code=name-taken :An instructor has taken the name insult from a person\\. .*");
            Peer newcomer = server.connect();
            newcomer.send(line);
            newcomer.skipTo("! name-taken: .*|ERR re=t code=name-taken .*");
        }
    }

    @Test
    void personThatWasRenamedDoesNotGetItsOldNameBackByComingWithoutItsToken() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Arrival insult = server.arrive(server.connectFrom(LAB), "insult");
            server.type("rename insult bob");
            insult.peer().skipTo("NOTE code=renamed .*");
            insult.peer().send("/quit");
            insult.peer().skipTo("BYE .*");
            Arrival back = server.arrive(server.connectFrom(LAB), "insult");
            assertThat(back.hello()).contains(" you=guest");
            back.peer().expectMatch("ERR code=name-taken :.*");
        }
    }

    @Test
    void nameThatWasTakenAwayIsForInstructorsToGiveAndToFree() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            ada.send("/rename@1 bob bod", "/rename@2 bod bob", "/rename@3 bob rob", "/rename@4 eve bob");
            for (int i = 1; i <= 4; i++) {
                ada.skipTo("OK re=" + i + " .*");
            }
            bob.skipTo("NICK old=bob new=rob .*");
            eve.skipTo("NICK old=eve new=bob .*");
            Peer zoe = server.rich("zoe");
            zoe.send("/nick@a eve", "/ping asked");
            zoe.skipTo("ERR re=a code=name-taken .*");
            ada.send("/free@f eve", "/free@g eve");
            ada.skipTo("OK re=f .*");
            ada.skipTo("ERR re=g code=no-such-name .*");
            zoe.send("/nick@b eve");
            zoe.skipTo("OK re=b");
        }
    }

    @Test
    void givenNameThatLooksLikeTheOldOneIsNotTakenAway() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.rich("B0B").send("/ping in");
            ada.send("/rename@r B0B Bob");
            ada.skipTo("OK re=r .*");
            ada.send("/kick@k Bob");
            ada.skipTo("OK re=k .*");
            server.rich("Bob");
        }
    }

    @Test
    void givenNameThatLooksLikeOneTakenAwayIsHadAgainAfterQuit() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Arrival alice = server.arrive(server.connectFrom(LAB), "Alice_");
            server.type("rename Alice_ bob");
            alice.peer().skipTo("NICK old=Alice_ new=bob .*");
            server.type("rename bob Alice");
            alice.peer().skipTo("NICK old=bob new=Alice .*");
            alice.peer().send("/quit");
            alice.peer().skipTo("BYE .*");
            Arrival back = server.arrive(server.connectFrom(LAB), "Alice " + alice.token());
            assertThat(back.hello()).contains(" you=Alice ");
        }
    }

    @Test
    void instructorMayChangeANameThatWasGivenToIt() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.type("rename ada Ms.Rao");
            ada.skipTo("NICK old=ada new=Ms.Rao .*");
            ada.send("/nick@n ada");
            ada.skipTo("OK re=n");
        }
    }

    @Test
    void handGoesAlongToTheGivenName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer insult = server.rich("insult");
            insult.send("/hand help");
            ada.skipTo("HAND name=insult place=1 .*");
            ada.send("/rename insult bob");
            ada.skipTo("HAND name=bob place=1 :help");
            ada.expect("HAND name=insult place=0");
        }
    }
}
