package chatlab.protocol.testing;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.extension.Extension;

/**
 * Lets the tests begin at noon, by a default time zone in which it is noon now: a time of today is shown without its day, and a
 * test that runs over midnight would see another text. JUnit loads it before the tests.
 */
public final class Noon implements Extension {
    private static final int NOON = 12;

    public Noon() {
        int hour = LocalTime.now(ZoneOffset.UTC).getHour();
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.ofHours(NOON - hour)));
    }
}
