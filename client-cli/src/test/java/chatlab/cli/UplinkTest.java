package chatlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UplinkTest {
    private final Uplink link = new Uplink();

    static List<Consumer<Uplink>> ends() {
        return List.of(Uplink::greeted, link -> link.speak(Uplink.Manner.RAW), Uplink::close);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void personThatTypesWaitsUntilTheServerHasGreetedOrIsKnownNotToOrAllIsOver(Consumer<Uplink> end) throws Exception {
        Thread keyboard = waiting();
        await().until(() -> keyboard.getState() == Thread.State.TIMED_WAITING);
        end.accept(link);
        keyboard.join(HangLimit.MILLIS);
        assertThat(keyboard.isAlive()).isFalse();
    }

    @Test
    void waitForAServerThatNeverGreetsEnds() throws InterruptedException {
        link.awaitGreeting(1);
        assertThat(link.isKnown()).isFalse();
    }

    private Thread waiting() {
        FutureTask<Void> wait = new FutureTask<>(() -> {
            link.awaitGreeting(2 * HangLimit.MILLIS);
            return null;
        });
        Thread keyboard = new Thread(wait, "keyboard");
        keyboard.setDaemon(true);
        keyboard.start();
        return keyboard;
    }
}
