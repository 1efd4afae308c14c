package chatlab.protocol;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Prints times: for events, like {@code 2026-11-20T10:15:02.007Z}, and for people, in local time. */
public final class Times {
    private static final DateTimeFormatter ALL_BUT_MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd ");

    /** The second that was printed or parsed last. A formatter takes longer than the rest of the line, so it is used once a second. */
    private static volatile Second last = new Second(Instant.EPOCH);

    private Times() {}

    private record Second(long number, String printed) {
        Second(Instant at) {
            this(at.getEpochSecond(), ALL_BUT_MILLIS.format(at));
        }

        /** The millisecond of a time in this second, or -1 if {@code time} is in another one or has another form. */
        int millis(String time) {
            int first = printed.length();
            if (time.length() != first + 4 || !time.startsWith(printed) || time.charAt(first + 3) != 'Z') {
                return -1;
            }
            int millis = 0;
            for (int i = first; i < first + 3; i++) {
                int digit = time.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                millis = 10 * millis + digit;
            }
            return millis;
        }
    }

    /**
     * Reads what {@link #print} has printed, and all that {@link Instant#parse} reads.
     *
     * @throws java.time.DateTimeException for anything else
     */
    static Instant parse(String time) {
        Second second = last; // once: another thread may change it
        int millis = second.millis(time);
        if (millis >= 0) {
            return Instant.ofEpochSecond(second.number, millis * 1_000_000L);
        }
        Instant at = Instant.parse(time);
        last = new Second(at.truncatedTo(ChronoUnit.SECONDS));
        return at;
    }

    static void print(Instant at, StringBuilder line) {
        Second second = last; // once: another thread may change it
        if (second.number != at.getEpochSecond()) {
            second = new Second(at);
            last = second;
        }
        int millis = at.getNano() / 1_000_000;
        line.append(second.printed)
                .append((char) ('0' + millis / 100))
                .append((char) ('0' + millis / 10 % 10))
                .append((char) ('0' + millis % 10))
                .append('Z');
    }

    /** For people, a time that is left: like {@code 4:59} or {@code 1:00:00}. */
    public static String left(int seconds) {
        String minutesAndSeconds = String.format(Locale.ROOT, "%02d:%02d", seconds / 60 % 60, seconds % 60);
        return seconds < 3600 ? minutesAndSeconds.replaceFirst("^0", "") : seconds / 3600 + ":" + minutesAndSeconds;
    }

    /** For people, in the zone of {@code clock}: {@code 14:02}, or {@code 2026-11-20 14:02} if that is not today. */
    public static String shown(Instant at, Clock clock) {
        ZonedDateTime local = at.atZone(clock.getZone());
        boolean today = local.toLocalDate().equals(LocalDate.now(clock));
        return (today ? "" : DATE.format(local)) + MINUTE.format(local);
    }
}
