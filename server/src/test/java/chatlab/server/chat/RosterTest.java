package chatlab.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Name;
import chatlab.server.TestServer;
import chatlab.server.support.RefusedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RosterTest {
    @Test
    void whoChangesNamesForEverFillsNoMemory() throws Exception {
        Neighbours neighbours = new Neighbours();
        Roster roster = new Roster(TestServer.settings(), neighbours, new Silence(neighbours));
        Person eve = new Person(Name.guest(1), "", Instant.EPOCH, null);
        roster.claim(RefusedException.orPerson("mallory"), eve);
        for (int i = 0; i < 999; i++) {
            roster.claim(RefusedException.orPerson("eve" + i), eve);
        }
        assertThat(roster.findByAnyName("mallory")).contains(eve);
        for (String name : new String[] {"mallory", "trudy", "oscar"}) {
            roster.claim(RefusedException.orPerson(name), eve);
        }
        assertThat(roster.findByAnyName("eve0")).isEmpty();
        assertThat(roster.findByAnyName("eve1")).contains(eve);
        assertThat(roster.findByAnyName("mallory")).contains(eve); // given up a moment ago
    }
}
