package chatlab.swing.join;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Finder;
import chatlab.protocol.Endpoint;
import chatlab.swing.join.ServerSearch.Outcome;
import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import chatlab.swing.ui.TextEditing;
import java.util.List;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When the list chooses a server. Works without a display. */
@ExtendWith(NeedsFonts.class)
class ServerListTest {
    private AddressField address;
    private ServerList list;
    private boolean addressIsNeeded;

    @Test
    void onlyServerIsChosenBeforeTheSearchEnds() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("");
            list.found(server("Room 11", 9000));
            assertThat(address.text()).as("before the time to decide").isEmpty();
            list.decide();
            assertThat(address.text()).isEqualTo("127.0.0.1:9000");
            list.ended(Outcome.FINISHED);
            assertThat(list.chosen()).contains(server("Room 11", 9000));
            assertThat(addressIsNeeded).isFalse();
            list.stop();
        });
    }

    @Test
    void lateServerLeavesTheChoiceToTheUser() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("");
            assertThat(list.searching.isVisible()).isTrue();
            list.found(server("Room 11", 9000));
            assertThat(list.searching.isVisible()).isFalse();
            list.decide();
            list.found(server("Room 12", 9001));
            list.ended(Outcome.FINISHED);
            assertThat(address.text()).isEmpty();
            assertThat(list.chosen()).isEmpty();
            assertThat(list.rows().getLeadSelectionIndex())
                    .as("where an arrow key goes on")
                    .isEqualTo(-1);
            assertThat(addressIsNeeded).isFalse();
            list.stop();
        });
    }

    @Test
    void choiceOfTheUserStaysWhenALateServerAnswers() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("");
            list.found(server("Room 11", 9000));
            list.decide();
            address.setText("lab-3");
            list.move(1);
            list.found(server("Room 12", 9001));
            list.ended(Outcome.FINISHED);
            assertThat(list.chosen()).contains(server("Room 11", 9000));
            list.stop();
        });
    }

    @Test
    void serverAtTheAddressOfTheLastTimeIsChosenAmongSeveral() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("127.0.0.1:9001");
            list.found(server("Room 11", 9000));
            list.found(server("Room 12", 9001));
            assertThat(list.chosen()).contains(server("Room 12", 9001));
            list.ended(Outcome.FINISHED);
            assertThat(addressIsNeeded).isFalse();
            list.move(1); // there is no server further down
            list.move(-1);
            assertThat(address.text()).isEqualTo("127.0.0.1:9000");
            list.stop();
        });
    }

    @Test
    void addressThatIsNotFoundIsToBeShown() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("lab-3");
            list.found(server("Room 11", 9000));
            assertThat(addressIsNeeded).isFalse();
            list.decide();
            assertThat(addressIsNeeded).isTrue();
            assertThat(address.text()).isEqualTo("lab-3");
            list.stop();
        });
    }

    @Test
    void searchWithoutAResultNeedsTheAddress() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            open("");
            list.decide();
            assertThat(addressIsNeeded).as("while the search goes on").isFalse();
            list.ended(Outcome.FINISHED);
            assertThat(addressIsNeeded).isTrue();
            list.stop();
        });
    }

    private void open(String text) {
        ChatLook.set(false);
        address = new AddressField("like this");
        list = new ServerList(() -> new Finder(List.of()), address, new ServerList.Listener() {
            @Override
            public void changed() {}

            @Override
            public void addressIsNeeded() {
                addressIsNeeded = true;
            }

            @Override
            public void clicked() {}

            @Override
            public void doubleClicked() {}
        });
        address.setText(text);
        list.search(); // the decision is still to come
        TextEditing.whenEdited(address.field(), list::follow);
    }

    private static Finder.Found server(String title, int port) {
        return new Finder.Found(new Endpoint("127.0.0.1", port), title, 1, title);
    }
}
