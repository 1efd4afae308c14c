package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.client.Sent;
import chatlab.protocol.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentItemsTest {
    private final SentItems sentItems = new SentItems();

    @Test
    void messagesThatAreGivenUpAreKeptForTheNextTryAndCountAsFailures() {
        sentItems.add(say("hi"), null);
        sentItems.lost(null);
        assertThat(sentItems.seenInHistory(List.of("something else"))).isFalse();
        assertThat(sentItems.giveUp()).containsExactly(say("hi"));
        assertThat(sentItems.takeUndelivered()).containsExactly(say("hi"));
        assertThat(sentItems.hasFailures()).isTrue();
    }

    @Test
    void questionsThatAreForgottenAreNoFailures() {
        sentItems.add(new Sent(new Command.Who()), null);
        sentItems.lost(null);
        assertThat(sentItems.hasFailures()).isFalse();
    }

    @Test
    void memoryIsBounded() {
        for (int i = 0; i < SentItems.MAX_WAITING; i++) {
            assertThat(sentItems.add(say("hi " + i), null)).isPresent();
        }
        assertThat(sentItems.add(say("one too many"), null)).isEmpty();
        for (int i = 0; i < 2 * SentItems.MAX_UNDELIVERED; i++) {
            sentItems.undelivered(say("lost " + i));
        }
        assertThat(sentItems.takeUndelivered()).hasSize(SentItems.MAX_UNDELIVERED);
    }

    private static Sent say(String text) {
        return new Sent(new Command.Say(text));
    }
}
