package chatlab.server.chat;

import static chatlab.server.TestServer.LAB;

import chatlab.protocol.Name;
import chatlab.server.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    /** A program comes and goes until no more people are remembered. */
    @Test
    void peopleThatAreHereComeBeforeManyThatCameAndWent() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.richFrom(LAB, "eve");
            Hall hall = server.services().hall();
            hall.inOrder(() -> {
                Person eve = hall.roster().present("eve");
                for (int i = 1; i <= 200; i++) {
                    Person guest = new Person(Name.guest(i), "", Hall.now(), eve.connection);
                    hall.roster().neighbours().see(guest, List.of(eve));
                }
            });
            server.richFrom(LAB, "zoe");
            server.type("ban eve");
            server.screen.awaitLine("! Others came from 10\\.1\\.2\\.3, too, and would be kept out: zoe, guest.*");
        }
    }
}
