package chatlab.server.chat;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No word of a muted or hushed person reaches others, whatever the person does. */
class MuteTest {
    @ParameterizedTest
    @ValueSource(strings = {"/proto 1 eve", "/proto 1 EVE"})
    void mutedPersonThatQuitsAndComesBackIsStillMuted(String introduction) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = muted(server, "eve");
            eve.send("/quit");
            eve.skipTo("BYE code=quit :.*");
            ada.skipTo("LEAVE .* name=eve .* code=quit");

            Peer back = server.connectFrom(LAB);
            back.send(introduction, "/say@s I am back");
            back.skipTo("HELLO .* you=eve .*"); // spelled as it was
            back.expectMatch("JOIN room=lobby name=eve at=\\S+");
            back.expect("WHO name=eve room=lobby state=muted");
            back.expectMatch("NOTE code=muted :.*");
            back.expectMatch("ERR re=s code=muted :.*");
            ada.skipTo("JOIN .* name=eve .*");
            ada.expect("WHO name=eve room=lobby state=muted");

            ada.send("/unmute@u eve");
            ada.skipTo("OK re=u .*");
            back.send("/say@s thanks");
            back.skipTo("MSG .* re=s :thanks");
        }
    }

    @Test
    void mutedPersonThatWasKickedIsStillMutedAtAnotherAddress() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = muted(server, "eve");
            server.type("kick eve");
            eve.skipTo("BYE code=kicked :.*");
            Peer back = server.richFrom(NEXT_DOOR, "eve");
            back.send("/say@s I am back");
            back.skipTo("ERR re=s code=muted :.*");
        }
    }

    @Test
    void mutedPersonStaysMutedOnAnotherConnection() throws Exception {
        try (TestServer server = TestServer.start()) {
            Arrival eve = server.arrive("eve");
            server.type("mute eve");
            eve.peer().skipTo("NOTE code=muted :.*");
            Arrival back = server.arrive("eve " + eve.token());
            back.peer().send("/say@s hello");
            back.peer().skipTo("ERR re=s code=muted :.*");
        }
    }

    @Test
    void personThatLeftIsMutedByItsMessage() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = server.richFrom(LAB, "eve");
            eve.send("insult", "/quit");
            ada.skipTo("LEAVE .* name=eve .*");
            ada.send("/mute@n eve", "/mute@m #1");
            ada.skipTo("ERR re=n code=no-such-name .*");
            ada.skipTo("OK re=m .*");
            server.type("who");
            server.screen.awaitLine("  eve is muted, and is not here");
            Peer back = server.connectFrom(LAB);
            back.send("/nick mallory", "/say insult");
            back.skipTo("! muted: .*");
            back.skipTo("! muted: .*");
            ada.send("/unmute@u eve", "/unmute@v eve");
            ada.skipTo("OK re=u .*");
            ada.skipTo("ERR re=v code=no-such-name .*");
        }
    }

    @Test
    void muteByMessageDoesNotReachTheNewOwnerOfTheName() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Arrival eve = server.arrive(server.connectFrom(LAB), "eve");
            eve.peer().send("insult", "again", "/nick zoe", "/quit");
            ada.skipTo("LEAVE .* name=zoe .*");
            Arrival zoe = server.arrive(server.connectFrom(NEXT_DOOR), "zoe");
            ada.send("/mute@m #1");
            ada.skipTo("OK re=m .*");
            server.type("who");
            server.screen.awaitLine("  zoe \\(#1\\) is muted, and is not here");
            zoe.peer().send("/quit");
            ada.skipTo("LEAVE .* name=zoe .*");
            Peer back = server.arrive(server.connectFrom(NEXT_DOOR), "zoe").peer();
            back.send("/say@s hello");
            back.skipTo("MSG .* re=s :hello");
            Peer insulter = server.connectFrom(LAB);
            insulter.send("/nick mallory");
            insulter.skipTo("! muted: .*");
            ada.skipTo("JOIN .* name=guest.*"); // before it has entered, it is told nothing
            ada.send("/unmute@u #2"); // any message of the person will do
            ada.skipTo("OK re=u .*");
            insulter.skipTo("\\* You can speak again\\.");
        }
    }

    @Test
    void unmuteByOneMessageEndsTheMuteByAnotherOfTheSamePerson() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Peer ada = server.instructor("ada");
            Arrival bob = server.arrive(server.connectFrom(LAB), "bob");
            bob.peer().send("/say one", "/say two", "/quit");
            ada.skipTo("LEAVE .* name=bob .*");
            Arrival again = server.arrive(server.connectFrom(LAB), "bob " + bob.token());
            again.peer().send("/say three", "/quit");
            ada.skipTo("LEAVE .* name=bob .*");
            ada.send("/free@f bob");
            ada.skipTo("OK re=f .*");
            server.richFrom(NEXT_DOOR, "bob");
            ada.skipTo("JOIN .* name=bob .*");
            for (String unmute : new String[] {"/unmute@u #1", "/unmute@u #2", "/unmute@u #3"}) {
                ada.send("/mute@m #1", "/mute@n #2", unmute);
                ada.skipTo("OK re=m .*");
                ada.skipTo("OK re=n .*");
                ada.skipTo("OK re=u .*");
                ada.send("/unmute@v #1");
                ada.skipTo("ERR re=v code=not-allowed :#1 is not muted\\.");
            }
            server.screen.awaitLine(".* \\* bob can speak again, by ada");
            server.richFrom(LAB, "mallory").send("hello");
            ada.skipTo("MSG .* from=mallory .* :hello");
        }
    }

    /** The name, the room and the reason are words, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/nick insult", "/nick EVE", "/proto 1 insult", "/join insult"})
    void mutedPersonCannotChooseANameOrOpenARoom(String command) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = muted(server, "eve");
            ada.skipTo("WHO name=eve .* state=muted");
            eve.send(command, "/quit insult");
            eve.skipTo("ERR code=muted :.*");
            eve.skipTo("BYE .*");
            ada.expectMatch("LEAVE room=lobby name=eve at=\\S+ code=quit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nick insult", "/proto 1 insult", "/join insult"})
    void hushedPersonCannotChangeItsNameOrOpenARoom(String command) throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            server.type("hush on");
            eve.skipTo("NOTE code=hush-on .*");
            eve.send(command, "/quit insult");
            eve.skipTo("ERR code=muted :The instructor asks for silence.*");
            bob.skipTo("NOTE code=hush-on .*");
            bob.expectMatch("LEAVE room=lobby name=eve at=\\S+ code=quit");
        }
    }

    @Test
    void newcomerAndAGuestMayChooseANameUnderHushOnce() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer lab = server.connect();
            lab.send("/join lab");
            lab.skipTo("\\* You are in lab now\\.");
            Peer guest = server.connect();
            guest.send("hello", "/ping in");
            guest.skipTo("\\* pong in");
            server.type("hush on");
            guest.skipTo("\\* The instructor asks for silence.*");
            guest.send("/nick bob", "/nick rob", "/join lab");
            guest.expect("* You are now bob.");
            guest.expectMatch("! muted: .*");
            guest.expect("* You are in lab now.");
            server.rich("ada");
        }
    }

    @Test
    void instructorMayRenameAndOpenRoomsUnderHush() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            ada.send("/hush on", "/nick@n grace", "/join@j lab");
            ada.skipTo("OK re=n");
            ada.expectMatch("JOIN room=lab name=grace .*");
            ada.expect("WHO name=grace room=lab state=op");
            ada.expectMatch("OK re=j .*");
        }
    }

    @Test
    void mutedPersonThatComesBackDoesNotOpenItsRoomAgain() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "0")) {
            Peer bob = server.rich("bob");
            Arrival eve = server.arrive("eve");
            eve.peer().send("/join insult");
            eve.peer().skipTo("JOIN room=insult .*");
            server.type("mute eve");
            eve.peer().skipTo("NOTE code=muted .*");
            eve.peer().close();
            server.screen.awaitLine(".* - eve has left insult, the connection was lost");
            Arrival back = server.arrive("eve " + eve.token());
            assertThat(back.hello()).contains(" room=lobby ");
            bob.skipTo("JOIN room=lobby name=eve .*");
        }
    }

    /** Or a second window would be enough to go on. */
    @Test
    void newcomerStartsMutedWhereOnlyAMutedPersonWasSeen() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = muted(server, "eve");
            Peer second = server.connectFrom(LAB);
            second.send("/proto@p 1 mallory", "/say@s insult");
            second.skipTo("HELLO .* you=(guest\\d+) .*");
            second.expectMatch("ERR re=p code=muted :.*");
            second.expectMatch("JOIN .* name=guest.*");
            second.expectMatch("WHO name=guest.* state=muted");
            second.expectMatch("NOTE code=muted :You are muted, because eve is, .*");
            second.expectMatch("ERR re=s code=muted :.*");
            Peer third = server.connectFrom(LAB);
            third.send("/join insult", "insult");
            third.skipTo("! muted: .*cannot.*");
            third.skipTo("! muted: .*");

            String guest = ada.skipTo("WHO name=guest.* state=muted").replaceFirst("WHO name=(\\S+) .*", "$1");
            ada.send("/unmute@u " + guest);
            ada.skipTo("WHO name=" + guest + " room=lobby state=-");
            ada.expectMatch("OK re=u .*");
            second.skipTo("NOTE code=unmuted .*");
            second.send("/nick@n mallory", "/say@s hello");
            second.skipTo("OK re=n");
            second.skipTo("MSG .* from=mallory .* re=s :hello");
            eve.send("/say@s and I?");
            eve.skipTo("ERR re=s code=muted .*");
            third.send("and I?");
            third.skipTo("! muted: .*");
            ada.send("/unmute eve");
            third.skipTo("\\* You can speak again\\.");
        }
    }

    @Test
    void instructorsAreToldOnceOfANewcomerWhereOthersWereSeenToo() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.richFrom(LAB, "bob");
            muted(server, "eve");
            ada.skipTo("WHO name=eve .* state=muted");
            Peer joe = server.richFrom(LAB, "joe");
            ada.expectMatch("JOIN .* name=joe .*");
            ada.expectMatch("NOTE code=suspect :joe has the same address as eve, and eve is muted\\. .*");
            joe.send("/say hello");
            ada.expectMatch("MSG .* from=joe .*");
            server.richFrom(LAB, "sue");
            ada.expectMatch("JOIN .* name=sue .*");
            ada.send("/ping");
            ada.expect("PONG");
            server.screen.awaitLine(".* \\* joe has the same address as eve, .*");
        }
    }

    @Test
    void personThatTakesAMutedNameIsMuted() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = muted(server, "eve");
            eve.send("/quit");
            eve.skipTo("BYE .*");
            Peer bob = server.rich("bob");
            ada.skipTo("JOIN .* name=bob .*");
            bob.send("/nick@n eve", "/say@s hello");
            bob.expectMatch("NICK old=bob new=eve .*");
            bob.expect("OK re=n");
            bob.expectMatch("NOTE code=muted :The name eve is muted .*");
            bob.expectMatch("ERR re=s code=muted .*");
            ada.expectMatch("NICK old=bob new=eve .*");
            ada.expect("WHO name=eve room=lobby state=muted");
        }
    }

    @Test
    void keyEndsAMute() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer eve = muted(server, "eve");
            server.type("op eve");
            eve.skipTo("WHO name=eve room=lobby state=op");
            server.type("deop eve");
            eve.skipTo("WHO name=eve room=lobby state=-");
            eve.send("/nick@n grace", "/say@s hello");
            eve.skipTo("MSG .* from=grace .* re=s :hello");
        }
    }

    /** Each is muted under its name, and leaves. */
    private static void muteAThousand(TestServer server, Peer ada) throws Exception {
        for (int i = 1; i <= 1000; i++) {
            Peer peer = server.plain("n" + i);
            ada.send("/mute@m n" + i);
            ada.skipTo("OK re=m .*");
            peer.send("/quit");
            peer.skipTo("\\* Goodbye.*");
            peer.close();
        }
    }

    @Test
    void thousandMutesAreEnoughUntilOneEnds() throws Exception {
        String full = " code=full :1000 mutes are on, and there can be no more\\. End one of them first: /unmute NAME";
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            muteAThousand(server, ada);
            ada.send("/mute@e eve", "/unmute@u n1", "/mute@f eve", "/mute@b bob", "/mute@again eve");
            ada.skipTo("ERR re=e" + full);
            ada.skipTo("OK re=u .*");
            ada.skipTo("OK re=f .*");
            ada.skipTo("ERR re=b" + full);
            ada.skipTo("OK re=again .*");
            eve.skipTo("NOTE code=muted :.*");
            ada.send("/rename@e eve zoe", "/rename@b bob rob");
            ada.skipTo("ERR re=e" + full);
            ada.skipTo("OK re=b .*");
            bob.send("/say@s hello");
            bob.skipTo("MSG .* from=rob .* re=s :hello");
        }
    }

    @Test
    void lostPersonThatWasMutedManyTimesReadsTheLastTwentyNotes() throws Exception {
        try (TestServer server = TestServer.start("--flood=off")) {
            Peer ada = server.instructor("ada");
            Arrival eve = server.arrive("eve");
            eve.peer().close();
            ada.skipTo("WHO name=eve .* state=lost");
            for (int i = 1; i <= 15; i++) {
                ada.send("/mute eve " + i + ".", "/unmute@u eve " + i + ".");
                ada.skipTo("OK re=u .*");
            }
            Peer back = server.arrive("eve " + eve.token()).peer();
            back.send("/ping end");
            List<String> notes = back.linesUntil("PONG :end").stream()
                    .filter(line -> line.matches("NOTE code=(un)?muted .*"))
                    .toList();
            assertThat(notes).hasSize(20);
            assertThat(notes.get(0)).endsWith(" 6.");
            assertThat(notes.get(19)).startsWith("NOTE code=unmuted ").endsWith(" 15.");
        }
    }

    private static Peer muted(TestServer server, String name) throws Exception {
        Peer peer = server.richFrom(LAB, name);
        server.type("mute " + name);
        peer.skipTo("WHO name=" + name + " room=lobby state=muted");
        return peer;
    }
}
