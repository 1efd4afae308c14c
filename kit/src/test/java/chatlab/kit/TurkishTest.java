package chatlab.kit;

import chatlab.protocol.testing.Peer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the language of the machine is Turkish, the small letter of {@code I} is {@code ı}, and the capital of {@code i} is
 * {@code İ}. Verbs and names do not depend on it, in the server and in the terminal client.
 */
class TurkishTest {
    private static final String TURKISH = "-Duser.language=tr";

    @TempDir
    Path folder;

    @Test
    void terminalClientKnowsVerbsAndNamesInCapitals() throws Exception {
        try (RunningServer server =
                        new RunningServer.Starter(folder).with(TURKISH).start();
                Peer bili = Peer.plain(server.port(), "BILI");
                RunningClient ada = RunningClient.startWith(
                        folder, TURKISH, "127.0.0.1", String.valueOf(server.port()), "--plain", "--name", "ada")) {
            ada.type("/MSG bili psst");
            bili.skipTo("<ada to you> psst");
            ada.type("/JOIN KITCHEN");
            ada.expect(".* You are in the room KITCHEN now\\.");
            ada.type("/QU\u0130T");
            ada.err().expect(".* There is no command /QU\u0130T\\..*");
            ada.type("/NICK B\u0130L\u0130");
            ada.err().expect(".* Another person here is called BILI\\.");
            ada.type("/QUIT");
            ada.expect(".* Goodbye\\.");
            ada.expectExit();
        }
    }

    @Test
    void serverTakesNamesForTheSameInAnyCase() throws Exception {
        try (RunningServer server =
                        new RunningServer.Starter(folder).with(TURKISH).start();
                Peer bili = Peer.plain(server.port(), "bili");
                Peer another = Peer.connect(server.port())) {
            for (String name : new String[] {"BILI", "B\u0130L\u0130", "b\u0131l\u0131"}) {
                another.send("/NICK " + name);
                another.skipTo("! name-taken: Another person here is called bili\\.");
            }
            another.send("/NICK irma", "/PING here");
            another.skipTo("\\* pong here");
            bili.send("/MSG IRMA psst");
            another.skipTo("<bili to you> psst");
        }
    }
}
