package chatlab.client;

import static chatlab.client.Patience.Verdict.ASK;
import static chatlab.client.Patience.Verdict.GIVE_UP;
import static chatlab.client.Patience.Verdict.WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {
    /** As System.nanoTime() may have it: any number at all. */
    private static final long BEGIN = Long.MAX_VALUE - 5;

    private final Patience patience = new Patience(BEGIN, 1_000, false);

    private static long at(double seconds) {
        return BEGIN + TimeUnit.MILLISECONDS.toNanos(Math.round(seconds * 1_000));
    }

    @Test
    void greetingIsWaitedForAsLongAsWasSaidAndNotAskedFor() {
        assertThat(patience.at(at(0.9), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(1.0), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void timeForTheGreetingBeginsWithTheConnection() {
        assertThat(patience.at(at(5.9), at(5))).isEqualTo(WAIT);
        assertThat(patience.at(at(6.0), at(5))).isEqualTo(GIVE_UP);
    }

    @Test
    void asksOnceInASilenceAndThenGivesUp() {
        patience.expectEvery(60);
        assertThat(patience.at(at(89), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(90), at(0))).isEqualTo(ASK);
        assertThat(patience.at(at(91), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(134), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(135), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void questionThatComesLateHasTheSameTimeForItsAnswer() {
        patience.expectEvery(60);
        assertThat(patience.at(at(200), at(0))).isEqualTo(ASK);
        assertThat(patience.at(at(244), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(245), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void asksAgainInTheNextSilence() {
        patience.expectEvery(60);
        assertThat(patience.at(at(90), at(0))).isEqualTo(ASK);
        assertThat(patience.at(at(92), at(91))).isEqualTo(WAIT);
        assertThat(patience.at(at(181), at(91))).isEqualTo(ASK);
    }

    @Test
    void afterASleepItHasFiveSecondsAndForgetsTheSilence() {
        patience.expectEvery(60);
        patience.expectSoon(at(7_200));
        assertThat(patience.at(at(7_204), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(7_205), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void lineAfterASleepRestoresTheRegularLimits() {
        patience.expectEvery(60);
        patience.expectSoon(at(7_200));
        assertThat(patience.at(at(7_202), at(7_201))).isEqualTo(WAIT);
        assertThat(patience.at(at(7_290), at(7_201))).isEqualTo(WAIT);
        assertThat(patience.at(at(7_291), at(7_201))).isEqualTo(ASK);
    }

    @Test
    void serverThatSaidGoodbyeIsGivenUpAfterTwoSeconds() {
        patience.expectEvery(60);
        patience.expectEnd(at(50));
        assertThat(patience.at(at(51.9), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(52), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void serverThatSaidGoodbyeAndSendsOnIsGivenUpAfterTenSeconds() {
        patience.expectEvery(60);
        for (int second = 50; second < 60; second++) {
            patience.expectEnd(at(second));
            assertThat(patience.at(at(second + 0.9), at(second))).isEqualTo(WAIT);
        }
        patience.expectEvery(60); // another HELLO, perhaps
        assertThat(patience.at(at(60), at(59.9))).isEqualTo(GIVE_UP);
    }

    @Test
    void knownServerHasTenSecondsForItsGreeting() {
        Patience longer = new Patience(BEGIN, 1_000, true);
        assertThat(longer.at(at(9.9), at(0))).isEqualTo(WAIT);
        assertThat(longer.at(at(10), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void serverThatHasGreetedIsAskedAfterFifteenSecondsAndThenGivenUp() {
        patience.expectWelcome();
        assertThat(patience.at(at(15), at(0))).isEqualTo(ASK);
        assertThat(patience.at(at(22.4), at(0))).isEqualTo(WAIT);
        assertThat(patience.at(at(22.5), at(0))).isEqualTo(GIVE_UP);
    }

    @Test
    void impossiblePingsCountAsTheNearestPossibleOnes() {
        patience.expectEvery(0);
        assertThat(patience.millisLeft(at(0), at(0))).isEqualTo(1_500);
        patience.expectEvery(Integer.MAX_VALUE);
        assertThat(patience.millisLeft(at(0), at(0))).isEqualTo(3_600 * 1_500);
    }

    @Test
    void millisLeftEndWithTheNextVerdict() {
        patience.expectEvery(60);
        assertThat(patience.millisLeft(at(80), at(0))).isEqualTo(10_000);
        assertThat(patience.at(at(90), at(0))).isEqualTo(ASK);
        assertThat(patience.millisLeft(at(90), at(0))).isEqualTo(45_000);
        assertThat(patience.millisLeft(at(200), at(0))).isEqualTo(1);
        assertThat(patience.millisLeft(at(200), at(200))).isEqualTo(90_000);
    }

    @Test
    void serverThatOwesNothingIsWaitedForForEver() {
        patience.expectNothing();
        assertThat(patience.millisLeft(at(100), at(0))).isZero();
        assertThat(patience.at(at(1_000_000), at(0))).isEqualTo(WAIT);
    }
}
