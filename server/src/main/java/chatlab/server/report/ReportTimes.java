package chatlab.server.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Shows times in one zone. Not safe for use by several threads. */
final class ReportTimes {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final ZoneId zone;

    /** The second that was shown last. To find out what to show takes longer than to write the rest of a message. */
    private Instant second = Instant.MIN;

    private LocalDate day;
    private String time;

    ReportTimes(ZoneId zone) {
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /** Like 2026-11-20. */
    LocalDate day(Instant at) {
        look(at);
        return day;
    }

    /** Like 10:15:02. */
    String time(Instant at) {
        look(at);
        return time;
    }

    /** Like 2026-11-20 10:15:02; empty for null. */
    String full(Instant at) {
        return at == null ? "" : day(at) + " " + time(at);
    }

    private void look(Instant at) {
        Instant asked = at.truncatedTo(ChronoUnit.SECONDS);
        if (!asked.equals(second)) {
            ZonedDateTime local = asked.atZone(zone);
            second = asked;
            day = local.toLocalDate();
            time = SECOND.format(local);
        }
    }

    /** Like 10:15, with the day before it if that is not {@code known}. */
    String minute(Instant at, LocalDate known) {
        ZonedDateTime local = at.atZone(zone);
        String shown = MINUTE.format(local);
        return local.toLocalDate().equals(known) ? shown : local.toLocalDate() + " " + shown;
    }
}
