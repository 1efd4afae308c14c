package chatlab.swing.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerLabelTest {
    @ParameterizedTest
    @CsvSource({"5, 0:05", "65, 1:05", "3599, 59:59", "3600, 1:00:00", "86400, 24:00:00"})
    void timeIsInMinutesAndInHoursWhereThereAreMore(long seconds, String shown) {
        assertThat(TimerLabel.time(seconds)).isEqualTo(shown);
    }
}
