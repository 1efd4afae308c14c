package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Command;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private final Receipts<Sent> receipts = new Receipts<>(Function.identity());

    @Test
    void answerTakesWhatWasSentOnce() {
        String tag = receipts.add(say("hi"));
        assertThat(receipts.isWaitingFor(Sent::isMessage)).isTrue();
        assertThat(receipts.answered(tag)).contains(say("hi"));
        assertThat(receipts.answered(tag)).isEmpty();
        assertThat(receipts.size()).isZero();
    }

    @Test
    void historyConfirmsOneMessageThoughTheSameWasSaidTwice() {
        String tag = receipts.add(say("hi"));
        receipts.add(say("hi"));
        receipts.lost(sent -> true);

        assertThat(receipts.seenInHistory(List.of("hi"))).isPresent();
        assertThat(receipts.giveUp()).containsExactly(say("hi"));
        assertThat(receipts.seenInHistory(List.of("hi"))).isEmpty();
        assertThat(receipts.answered(tag)).isEmpty();
    }

    @Test
    void lateAnswerConfirmsADoubtfulMessage() {
        String tag = receipts.add(say("hi"));
        receipts.lost(sent -> true);
        assertThat(receipts.answered(tag)).contains(say("hi"));
        assertThat(receipts.giveUp()).isEmpty();
    }

    @Test
    void privateMessageIsNotMistakenForAPublicOne() {
        receipts.add(new Sent(new Command.Msg("bob", "hi")));
        receipts.lost(sent -> true);
        assertThat(receipts.seenInHistory(List.of("hi"))).isEmpty();
        assertThat(receipts.giveUp()).hasSize(1);
    }

    @Test
    void questionsAreForgottenWithTheirConnection() {
        receipts.add(new Sent(new Command.Who()));
        receipts.lost(sent -> true);
        assertThat(receipts.giveUp()).isEmpty();
        assertThat(receipts.size()).isZero();
    }

    @Test
    void onlyWhatWasSentOnTheLostConnectionBecomesDoubtful() {
        receipts.add(say("old"));
        receipts.add(say("new"));
        receipts.lost(sent -> sent.equals(say("old")));
        assertThat(receipts.giveUp()).containsExactly(say("old"));
        assertThat(receipts.isWaitingFor(say("new")::equals)).isTrue();
    }

    private static Sent say(String text) {
        return new Sent(new Command.Say(text));
    }
}
