package chatlab.swing.join;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Finder;
import chatlab.protocol.Endpoint;
import chatlab.swing.join.ServerSearch.Outcome;
import chatlab.swing.testing.NeedsFonts;
import java.util.ArrayList;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the list decides for a server. Works without a display. */
@ExtendWith(NeedsFonts.class)
class ServerListTest {
    private final List<String> told = new ArrayList<>();

    private final ServerList.Choice choice = new ServerList.Choice() {
        @Override
        public boolean only(Finder.Found server) {
            told.add("only " + server.title());
            return true;
        }

        @Override
        public void several() {
            told.add("several");
        }

        @Override
        public void selected(Finder.Found server) {
            told.add("selected " + server.title());
        }

        @Override
        public void clicked() {
            told.add("clicked");
        }

        @Override
        public void join() {
            told.add("join");
        }
    };

    @Test
    void onlyServerIsReportedOnceBeforeTheSearchEnds() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ServerList list = new ServerList(() -> new Finder(List.of()), choice);
            list.found(server("Room 11", 9000));
            list.decide();
            assertThat(told).containsExactly("only Room 11");
            list.ended(Outcome.FINISHED);
        });
        assertThat(told).containsExactly("only Room 11");
    }

    @Test
    void lateServerLeavesTheChoiceToTheUser() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ServerList list = new ServerList(() -> new Finder(List.of()), choice);
            list.found(server("Room 11", 9000));
            list.decide();
            list.found(server("Room 12", 9001));
            list.found(server("Room 13", 9002));
            list.ended(Outcome.FINISHED);
        });
        assertThat(told).containsExactly("only Room 11", "several");
    }

    @Test
    void userChoosesBetweenSeveralServers() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ServerList list = new ServerList(() -> new Finder(List.of()), choice);
            list.search(); // the decision is still to come
            list.found(server("Room 11", 9000));
            list.found(server("Room 12", 9001));
            list.decide();
            list.ended(Outcome.FINISHED);
            list.stop();
        });
        assertThat(told).isEmpty();
    }

    private static Finder.Found server(String title, int port) {
        return new Finder.Found(new Endpoint("127.0.0.1", port), title, 1, title);
    }
}
