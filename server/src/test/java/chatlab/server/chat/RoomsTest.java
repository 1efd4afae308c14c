package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import org.junit.jupiter.api.Test;

class RoomsTest {
    @Test
    void messageToARoomIsNotSeenInAnother() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.plain("eve");
            ada.send("/join@j Lab");
            bob.skipTo("LEAVE room=lobby name=ada at=\\S+ code=moved");
            eve.skipTo("\\* ada went to another room\\.");
            ada.skipTo("JOIN room=Lab name=ada at=\\S+");
            ada.expect("OK re=j :You are in Lab now.");
            ada.send("/say alone");
            ada.expectMatch("MSG room=Lab from=ada id=1 .*");
            bob.send("/say in the lobby", "/join lab");
            bob.expectMatch("MSG room=lobby from=bob id=2 .*");
            bob.expectMatch("LEAVE room=lobby name=bob .*|JOIN room=Lab name=bob .*");
            ada.expectMatch("JOIN room=Lab name=bob at=\\S+");
            ada.send("/leave@l");
            ada.skipTo("JOIN room=lobby name=ada at=\\S+");
            ada.expect("OK re=l :You are in lobby now.");
            eve.skipTo("\\* ada joined\\.");
        }
    }

    @Test
    void joiningTheOwnRoomAgainIsNotShown() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send("/join@j LOBBY", "/leave@l", "/say done");
            ada.expect("OK re=j :You are in lobby now.", "OK re=l :You are in lobby now.");
            bob.expectMatch("MSG .* :done");
        }
    }

    @Test
    void emptyRoomIsGoneWithWhatWasSaidThereAndTheLobbyStays() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/say remember", "/join lab", "/say forget", "/rooms@1", "/leave", "/rooms@2", "/join lab");
            ada.skipTo("ROOM name=lobby people=0");
            ada.expect("ROOM name=lab people=1", "END re=1");
            ada.skipTo("ROOM name=lobby people=1");
            ada.expect("END re=2");
            ada.send("/history@1", "/leave", "/history@2");
            ada.skipTo("OK :You are in lab now\\.");
            ada.expect("END re=1 gap=1");
            ada.skipTo("MSG room=lobby .* old=1 :remember");
            ada.expect("END re=2");
        }
    }

    @Test
    void roomThatIsOpenedAgainHasAGapOnlyAfterIdsFromBefore() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/join lab", "/say seen", "/say missed", "/join other", "/say elsewhere", "/join LAB");
            ada.send("/history@1 after=1", "/history@2 after=2", "/leave", "/join lab", "/history@3 after=1");
            assertThat(ada.skipTo("END re=1\\b.*")).endsWith(" gap=1");
            ada.expect("END re=2");
            assertThat(ada.skipTo("END re=3\\b.*")).endsWith(" gap=1");
        }
    }

    @Test
    void roomThatEndedLongAgoHasAGap() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.send("/join lab", "/say seen", "/say missed");
            ada.skipTo("MSG .* :missed");
            for (int i = 0; i <= 1000; i++) {
                ada.send("/join@j" + i + " r" + i);
                ada.skipTo("OK re=j" + i + " .*");
            }
            ada.send("/join lab", "/history@h after=1");
            assertThat(ada.skipTo("END re=h\\b.*")).endsWith(" gap=1");
        }
    }

    @Test
    void lostPersonKeepsTheRoomOpenUntilTheGraceIsOver() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "100")) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            ada.send("/join lab");
            ada.skipTo("OK .*");
            ada.close();
            String rooms = "ROOM name=lab people=1";
            while (!rooms.equals("END")) {
                bob.send("/rooms");
                bob.skipTo("ROOM name=lobby .*");
                rooms = bob.readLine();
            }
        }
    }

    @Test
    void roomBeyondSixtyFourIsRefused() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            for (int i = 1; i < 64; i++) {
                Peer peer = server.connect();
                peer.send("/join r" + i);
                peer.skipTo("\\* You are in r" + i + " now\\.");
            }
            Peer ada = server.rich("ada");
            ada.send("/join@64 r64", "/join@1 r1", "/leave@l");
            ada.expectMatch("ERR re=64 code=full :There are 64 rooms already\\. .*");
            ada.skipTo("OK re=1 :.*");
            ada.skipTo("OK re=l :.*");

            Peer eve = server.connect();
            eve.send("/join r64", "hello");
            eve.skipTo("! full: .*");
            ada.skipTo("JOIN room=lobby name=guest65 at=\\S+");
            ada.expectMatch("MSG room=lobby from=guest65 .* :hello");
        }
    }

    @Test
    void sixteenRoomsMayBeOpenedFromOneAddress() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            for (int i = 1; i <= 16; i++) {
                Peer peer = server.connectFrom(TestServer.LAB);
                peer.send("/join r" + i);
                peer.skipTo("\\* You are in r" + i + " now\\.");
            }
            Peer one = server.connectFrom(TestServer.LAB);
            one.send("/join mine");
            one.skipTo("! full: 16 rooms have been opened from your address already\\. .*");
            Peer ada = server.connectFrom(TestServer.NEXT_DOOR);
            ada.send("/join mine");
            ada.skipTo("\\* You are in mine now\\.");
            one.send("/join mine");
            one.skipTo("\\* You are in mine now\\.");
            Peer here = server.rich("here");
            here.send("/join@j another");
            here.skipTo("OK re=j :.*");
        }
    }

    @Test
    void returnToARoomThatCannotBeOpenedLeadsToTheLobby() throws Exception {
        try (TestServer server = TestServer.start("--grace-millis", "10")) {
            TestServer.Arrival ada = server.arrive("ada");
            ada.peer().send("/join lab");
            ada.peer().skipTo("OK .*");
            ada.peer().close();
            Peer bob = server.rich("bob");
            String room = "ROOM name=lab people=1";
            while (!room.equals("END")) {
                bob.send("/ping", "/rooms");
                bob.skipTo("ROOM name=lobby .*");
                room = bob.readLine();
            }
            for (int i = 1; i < 64; i++) {
                Peer peer = server.connect();
                peer.send("/join r" + i);
                peer.skipTo("\\* You are in r" + i + " now\\.");
            }
            server.arrive("ada " + ada.token()).peer().skipTo("JOIN room=lobby name=ada .*");
        }
    }

    @Test
    void joinWithoutANameIsRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.rich("ada");
            ada.send("/join@a *", "/join@b", "/join@c 12b");
            ada.expectMatch("ERR re=a code=bad-room :.*");
            ada.expectMatch("ERR re=b code=bad-args :.*");
            ada.skipTo("OK re=c :You are in 12b now\\.");
        }
    }

    @Test
    void whoListsThePeopleOfTheRoom() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.plain("bob");
            Peer eve = server.rich("eve");
            ada.skipTo("JOIN .* name=eve .*");
            eve.close();
            ada.expectMatch("WHO name=eve .* state=lost");
            ada.send("/mute bob");
            ada.skipTo("WHO name=bob .*");
            ada.expect("OK :Done.");
            ada.send("/who@w");
            ada.expect(
                    "WHO name=ada room=lobby state=op",
                    "WHO name=bob room=lobby state=muted",
                    "WHO name=eve room=lobby state=lost",
                    "END re=w");
            Peer joe = server.plain("joe");
            joe.send("/who", "/rooms");
            joe.expectMatch("\\* 4 people are in lobby: +ada \\(op\\) bob \\(muted\\) eve \\(lost\\) joe");
            joe.expect("* lobby: 4 people");
        }
    }
}
