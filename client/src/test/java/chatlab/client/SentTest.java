package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentTest {

    @Test
    void summaryDoesNotShowAKey() {
        assertThat(new Sent(new Command.Op("opensesame")).summary()).isEqualTo("/op ***");
    }

    @Test
    void printsTheLinesThatTravel() {
        assertThat(new Sent(new Command.Say("hi")).lines("7")).containsExactly("/say@7 hi");
        assertThat(new Sent(new Command.Paste(""), List.of("a", ".")).lines("8"))
                .containsExactly("/paste@8", "a", "..", ".");
    }

    @Test
    void knowsWhatAHistoryHoldsOfIt() {
        assertThat(new Sent(new Command.Say("hi")).inHistory()).containsExactly("hi");
        assertThat(new Sent(new Command.Paste(""), List.of("a", "b")).inHistory())
                .containsExactly("a", "b");
        assertThat(new Sent(new Command.Paste("bob"), List.of("a")).inHistory()).isEmpty();
        assertThat(new Sent(new Command.Msg("bob", "hi")).inHistory()).isEmpty();
    }

    @Test
    void namesTheReceiverOfAPrivateMessageAndNoOther() {
        assertThat(new Sent(new Command.Msg("bob", "hi")).to()).isEqualTo("bob");
        assertThat(new Sent(new Command.Paste("bob"), List.of("a")).to()).isEqualTo("bob");
        assertThat(new Sent(new Command.Say("hi")).to()).isEmpty();
        assertThat(new Sent(new InstructorCommand.Kick("bob", "")).to()).isEmpty();
    }

    @Test
    void canBeShownInOneShortLine() {
        assertThat(new Sent(new Command.Say("hi\u001b\tada")).summary()).isEqualTo("hi ada");
        assertThat(new Sent(new Command.Msg("bob", "hi")).summary()).isEqualTo("/msg bob hi");
        assertThat(new Sent(new Command.Paste(""), List.of(" int x;", "}")).summary())
                .isEqualTo("2 lines: int x;");
        assertThat(new Sent(new Command.Say("x".repeat(100))).summary()).isEqualTo("x".repeat(60) + "\u2026");
    }
}
