package chatlab.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.Crowd;
import chatlab.server.TestServer;
import chatlab.server.delivery.Line;
import chatlab.server.delivery.NoDelivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Up to 64 texts that come in one packet are said in one go. Clients see no difference, except that it is faster. */
class SayingsTest {
    @Test
    void textsAndCommandsOfOnePacketKeepTheirOrder() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            bob.skipTo("JOIN .* name=ada .*");
            ada.send(
                    "/say@1 one",
                    "two",
                    "/ping@2",
                    "/say@3 three",
                    "/say@4",
                    "/say@5 four",
                    "/nick@6 eve",
                    "five",
                    "/msg@7 bob psst",
                    "six",
                    "/join@8 kitchen",
                    "seven",
                    "/leave@9",
                    "eight",
                    "/paste@10",
                    "nine",
                    ".",
                    "ten",
                    "/unheard@11",
                    "eleven",
                    "/quit@12",
                    "never");
            ada.expectMatch("MSG room=lobby from=ada id=1 .* re=1 :one");
            ada.expectMatch("MSG room=lobby from=ada id=2 .* :two");
            ada.expect("PONG re=2");
            ada.expectMatch("MSG room=lobby from=ada id=3 .* re=3 :three");
            ada.expectMatch("ERR re=4 code=bad-args :.*");
            ada.expectMatch("MSG room=lobby from=ada id=4 .* re=5 :four");
            ada.expectMatch("NICK old=ada new=eve .*");
            ada.expect("OK re=6");
            ada.expectMatch("MSG room=lobby from=eve id=5 .* :five");
            ada.expectMatch("MSG to=bob from=eve id=6 .* re=7 :psst");
            ada.expectMatch("MSG room=lobby from=eve id=7 .* :six");
            ada.expectMatch("JOIN room=kitchen name=eve .*");
            ada.expectMatch("OK re=8 .*");
            ada.expectMatch("MSG room=kitchen from=eve id=8 .* :seven");
            ada.expectMatch("JOIN room=lobby name=eve .*");
            ada.expectMatch("OK re=9 .*");
            ada.expectMatch("MSG room=lobby from=eve id=9 .* :eight");
            ada.expectMatch("MSG room=lobby from=eve id=10 .* re=10 :nine");
            ada.expectMatch("MSG room=lobby from=eve id=11 .* :ten");
            ada.expectMatch("ERR re=11 code=unknown-command :.*");
            ada.expectMatch("MSG room=lobby from=eve id=12 .* :eleven");
            ada.expectMatch("BYE re=12 code=quit .*");
            List<String> seen = new ArrayList<>();
            for (String line = bob.readLine(); !line.startsWith("LEAVE") || seen.size() < 12; line = bob.readLine()) {
                seen.add(line.replaceFirst(" .* (id=\\d+) .*:", " $1 ").replaceFirst(" (room|at)=.*", ""));
            }
            assertThat(seen)
                    .containsExactly(
                            "MSG id=1 one",
                            "MSG id=2 two",
                            "MSG id=3 three",
                            "MSG id=4 four",
                            "NICK old=ada new=eve",
                            "MSG id=5 five",
                            "MSG id=6 psst",
                            "MSG id=7 six",
                            "LEAVE",
                            "JOIN",
                            "MSG id=9 eight",
                            "MSG id=10 nine",
                            "MSG id=11 ten",
                            "MSG id=12 eleven");
        }
    }

    @Test
    void textIsSaidAlthoughTheNextLineIsNotWhole() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            ada.sendRaw("one\ntwo\nthr");
            bob.skipTo("MSG .* :one");
            bob.expectMatch("MSG .* :two");
            ada.sendRaw("ee\n");
            bob.expectMatch("MSG .* :three");
        }
    }

    @Test
    void lineThatCannotBeReadIsAnsweredInItsPlace() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer ada = server.rich("ada");
            ada.sendRaw("one\n\u00FF\ntwo\n");
            ada.expectMatch("MSG .* :one");
            ada.expectMatch("ERR code=bad-utf8 :.*");
            ada.expectMatch("MSG .* :two");
        }
    }

    @Test
    void textsBeforeTheWaitArePublishedFirst() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.rich("bob");
            Peer ada = server.rich("ada");
            ada.send(Collections.nCopies(40, "fast").toArray(String[]::new)); // for all of it 15 s
            for (int i = 0; i < 9; i++) {
                bob.skipTo("MSG .* :fast"); // in less than ten
            }
            int published = 0; // before the wait; on a slow machine the bucket fills again meanwhile
            for (String line = ada.readLine(); !line.startsWith("NOTE code=slow-down "); line = ada.readLine()) {
                published += line.endsWith(" :fast") ? 1 : 0;
            }
            assertThat(published).isGreaterThanOrEqualTo(9); // its name was the tenth line
        }
    }

    @Test
    void eachTextOfAMutedPersonIsRefused() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off")) {
            Peer joe = server.instructor("joe");
            Peer ada = server.rich("ada");
            joe.send("/mute ada");
            ada.skipTo("WHO name=ada room=lobby state=muted");
            ada.send("/say@1 one", "/say@2 two", "/msg@3 joe psst", "/say@4 three");
            ada.expectMatch("ERR re=1 code=muted :.*");
            ada.expectMatch("ERR re=2 code=muted :.*");
            ada.expectMatch("MSG to=joe .* re=3 :psst");
            ada.expectMatch("ERR re=4 code=muted :.*");
        }
    }

    @Test
    void firstTextLetsItsSpeakerInAndTheOthersFollow() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer bob = server.plain("bob");
            Peer ada = server.connect();
            ada.send("/nick ada", "one", "two", "/quit");
            bob.expect("* ada joined.", "<ada> one", "<ada> two", "* ada left.");
        }
    }

    @Test
    void thousandsOfShortTextsInOnePacketAreAllSaid() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off");
                Crowd crowd = new Crowd()) {
            Peer bob = server.plain("bob");
            Peer ada = server.plain("ada");
            bob.skipTo("\\* ada joined\\.");
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < 5000; i++) {
                texts.add(String.valueOf(i));
            }
            crowd.letDo(() -> ada.send(texts.toArray(String[]::new)));
            for (String text : texts) {
                bob.expect("<ada> " + text);
            }
            crowd.await();
        }
    }

    @Test
    void manyTextsArePublishedInPiecesWithRoomForOthersBetween() throws Exception {
        try (TestServer server = TestServer.start("--flood", "off");
                Line line = Line.open(99, new NoDelivery())) {
            Peer bob = server.rich("bob");
            Session session = new Session(line.connection(), server.services());
            for (int i = 1; i <= 70; i++) {
                session.obey("text " + i);
            }
            bob.skipTo("MSG .* id=64 .*:text 64"); // although nothing told it to publish yet
            bob.send("/say@1 me");
            bob.expectMatch("MSG .* from=bob id=65 .* re=1 :me");
            session.publish();
            bob.expectMatch("MSG .* id=66 .*:text 65");
        }
    }
}
