package chatlab.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    @BeforeEach
    void parseATimeOfTheSameSecond() {
        Times.parse("2026-11-20T10:15:02.007Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:15:02.000Z",
                "2026-11-20T10:15:02.999Z",
                "2026-11-20T10:15:02Z",
                "2026-11-20T10:15:02.1Z",
                "2026-11-20T10:15:02.123456789Z",
                "2026-11-20T10:15:02.007+01:00",
                "2026-11-20T10:15:03.007Z",
                "1969-12-31T23:59:59.999Z"
            })
    void timesAreReadAsInstantReadsThem(String time) {
        assertThat(Times.parse(time)).isEqualTo(Instant.parse(time));
        assertThat(Times.parse(time)).as("the second time").isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:15:02.00xZ",
                "2026-11-20T10:15:02.-07Z",
                "2026-11-20T10:15:02.0\u0660\u0661Z",
                "2026-11-20T10:15:02.007",
                "2026-11-20T10:15:02.007ZZ",
                "2026-11-20T10:15:02.007z?",
                ""
            })
    void otherTextsAreNoTimes(String time) {
        assertThatThrownBy(() -> Times.parse(time)).isInstanceOf(DateTimeException.class);
    }
}
