package chatlab.server.chat;

import static chatlab.server.TestServer.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.TestServer.Arrival;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instructor that names a message means the person that said it. */
class MessageTargetTest {
    @TempDir
    Path folder;

    @Test
    void messageReachesItsPersonWhateverItsNameIsByNow() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer bob = server.rich("bob");
            Peer eve = server.rich("eve");
            eve.send("/say insult", "/nick mallory", "/nick@n oscar");
            eve.skipTo("OK re=n");
            bob.send("/nick@n eve");
            bob.skipTo("OK re=n");
            ada.skipTo("NICK old=bob new=eve .*");

            ada.send("/mute@1 #1", "/unmute@2 #1", "/mute@3 eve", "/kick@4 mallory", "/kick@5 #1 enough", "/kick@6 #1");
            ada.expect("WHO name=oscar room=lobby state=muted", "OK re=1 :Done.");
            ada.expect("WHO name=oscar room=lobby state=-", "OK re=2 :Done.");
            ada.expect("WHO name=eve room=lobby state=muted", "OK re=3 :Done."); // it is bob's now
            ada.expectMatch("ERR re=4 code=no-such-name :.*");
            ada.expectMatch("LEAVE .* name=oscar .* code=kicked :enough");
            ada.expect("OK re=5 :Done.");
            ada.expectMatch("ERR re=6 code=no-such-name :.*");
        }
    }

    @Test
    void messageReachesAPersonThatLeftAndCameBackWithItsToken() throws Exception {
        try (TestServer server = TestServer.start("--worn-millis", "0")) {
            Peer ada = server.instructor("ada");
            Arrival eve = server.arrive(server.connectFrom(LAB), "eve");
            eve.peer().send("/say insult", "/quit");
            ada.skipTo("LEAVE .* name=eve .*");
            Arrival back = server.arrive(server.connectFrom(LAB), "eve " + eve.token());
            back.peer().send("/nick@n mallory");
            back.peer().skipTo("OK re=n");
            ada.send("/kick@k #1");
            ada.skipTo("LEAVE .* name=mallory .* code=kicked");
            ada.expect("OK re=k :Done.");
        }
    }

    @Test
    void privateMessageReachesItsPersonAndPartsOfAPasteShareANumber() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            Peer eve = server.rich("eve");
            eve.send("/paste", "one", "two", ".", "/msg ada insult");
            ada.skipTo("MSG room=lobby from=eve id=1 .* part=2/2 :two");
            ada.expectMatch("MSG to=ada from=eve id=2 .* :insult");
            ada.send("/mute@1 #1", "/unmute@2 #2");
            ada.expect("WHO name=eve room=lobby state=muted", "OK re=1 :Done.");
            ada.expect("WHO name=eve room=lobby state=-", "OK re=2 :Done.");
        }
    }

    @Test
    void ownMessageMessageOfTheServerAndUnknownNumberAreRefused() throws Exception {
        try (TestServer server = TestServer.start()) {
            Peer ada = server.instructor("ada");
            server.type("say hello");
            ada.skipTo("MSG .* from=server id=1 .*");
            ada.send("/say@s me", "/kick@1 #1", "/kick@2 #2", "/mute@3 #2", "/ban@4 #3", "/mute@5 #x");
            ada.skipTo("MSG .* id=2 .* re=s :me");
            ada.expectMatch("ERR re=1 code=no-such-name :#1 is not one of the last 5000 messages .*");
            ada.expectMatch("ERR re=2 code=not-allowed :.*");
            ada.expectMatch("ERR re=3 code=not-allowed :.*");
            ada.expectMatch("ERR re=4 code=no-such-name :.*");
            ada.expectMatch("ERR re=5 code=no-such-name :.*");
        }
    }

    @Test
    void messageFromBeforeARestartIsRefused() throws Exception {
        Path file = folder.resolve("transcript.txt");
        Path crashed = folder.resolve("crashed.txt");
        try (TestServer server = TestServer.start("--transcript", file.toString())) {
            Peer eve = server.rich("eve");
            eve.send("/say@s insult");
            eve.skipTo("MSG .* id=1 .* re=s .*");
            Files.copy(file, crashed);
        }
        try (TestServer server = TestServer.start("--transcript", crashed.toString())) {
            Peer ada = server.instructor("ada");
            ada.send("/history@h", "/ban@b #1");
            assertThat(ada.skipTo("MSG .*")).contains(" id=1 ");
            ada.skipTo("ERR re=b code=no-such-name .*");
        }
    }
}
