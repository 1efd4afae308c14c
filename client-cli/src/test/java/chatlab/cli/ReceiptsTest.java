package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Sent;
import chatlab.protocol.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private final Receipts receipts = new Receipts();

    @Test
    void aMessageIsFoundOnceInTheHistoryThoughItWasSaidTwice() {
        String tag = receipts.add(say("hi"), null).orElseThrow();
        receipts.add(say("hi"), null);
        receipts.lost(null);

        assertThat(receipts.seenInHistory(List.of("hi"))).isTrue();
        assertThat(receipts.giveUp()).containsExactly(say("hi"));
        assertThat(receipts.seenInHistory(List.of("hi"))).isFalse();
        assertThat(receipts.answered(tag)).isEmpty();
    }

    @Test
    void aPrivateMessageIsNotMistakenForAPublicOne() {
        receipts.add(new Sent(new Command.Msg("bob", "hi")), null);
        receipts.lost(null);
        assertThat(receipts.seenInHistory(List.of("hi"))).isFalse();
        assertThat(receipts.giveUp()).hasSize(1);
    }

    @Test
    void questionsAreForgottenWithTheirConnection() {
        receipts.add(new Sent(new Command.Who()), null);
        receipts.lost(null);
        assertThat(receipts.giveUp()).isEmpty();
        assertThat(receipts.hasFailures()).isFalse();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < Receipts.MAX_WAITING; i++) {
            assertThat(receipts.add(say("hi " + i), null)).isPresent();
        }
        assertThat(receipts.add(say("one too many"), null)).isEmpty();
        for (int i = 0; i < 2 * Receipts.MAX_UNDELIVERED; i++) {
            receipts.undelivered(say("lost " + i));
        }
        assertThat(receipts.takeUndelivered()).hasSize(Receipts.MAX_UNDELIVERED);
    }

    private static Sent say(String text) {
        return new Sent(new Command.Say(text));
    }
}
