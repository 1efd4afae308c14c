package chatlab.swing.model;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Chat1;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dialog sends a command and is told of the answer. */
class ReplyTest {
    private static final Command RENAME = new Command.Proto(Chat1.VERSION, "bob", "");

    private final Story ada = Story.of("ada", "bob");
    private final List<String> told = new ArrayList<>();
    private boolean open = true;

    private final Reply dialog = new Reply() {
        @Override
        public void done() {
            told.add("done");
        }

        @Override
        public boolean refused(String words) {
            told.add(words);
            return open;
        }
    };

    @Test
    void takenNameIsToldTheDialogAndNotTheConversation() {
        ada.actions.command(RENAME, dialog);
        ada.server("ERR re=q2 code=name-taken :Another person here is called bob.");
        assertThat(told).containsExactly("Another person here is called bob.");
        ada.shows();
        assertThat(ada.chat.status()).isEqualTo(new Status.Joined());
    }

    @Test
    void refusalThatNoDialogTakesIsToldInTheConversation() {
        ada.actions.command(RENAME, dialog);
        open = false;
        ada.server("ERR re=q2 code=name-taken :Another person here is called bob.");
        ada.shows("! Another person here is called bob.");
    }

    @Test
    void newNameEndsTheDialog() {
        ada.actions.command(RENAME, dialog);
        ada.hello("you=bob re=q2");
        assertThat(told).containsExactly("done");
    }

    @Test
    void commandThatIsDoneEndsTheDialogAndIsToldInTheConversation() {
        ada.actions.command(new InstructorCommand.Kick("bob", ""), dialog);
        ada.server("OK re=q2 :bob was sent away.");
        assertThat(told).containsExactly("done");
        ada.shows("* bob was sent away.");
    }

    @Test
    void roomThatIsRefusedIsToldTheDialog() {
        ada.actions.command(new Command.Join("kitchen"), dialog);
        ada.server("ERR re=q2 code=full :There are 64 rooms already.");
        assertThat(told).containsExactly("There are 64 rooms already.");
        ada.shows();
    }

    @Test
    void lossBeforeTheAnswerIsToldOnce() {
        ada.actions.command(RENAME, dialog);
        ada.feed.lost("Connection lost.", Story.RETRY);
        assertThat(told).containsExactly("The connection was lost before the server answered. Try again.");
        ada.actions.command(RENAME, dialog);
        assertThat(told).hasSize(2).endsWith("There is no connection just now.");
        ada.shows("! Connection lost.");
    }

    @Test
    void commandThatIsTooLongIsToldTheDialog() {
        ada.actions.command(new Command.Op("x".repeat(5000)), dialog);
        assertThat(told).hasSize(1);
        ada.shows();
    }
}
