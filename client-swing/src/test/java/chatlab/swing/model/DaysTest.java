package chatlab.swing.model;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Lines between the days. */
class DaysTest {
    @Test
    void aNewDayHasALineAndTodayHasNoneAtFirst() {
        Story ada = Story.of("ada", "bob");
        ada.server("MSG room=lobby from=bob id=1 :today");
        ada.server("MSG room=lobby at=2026-11-21T00:00:01Z from=bob id=2 :tomorrow");
        ada.server("MSG room=lobby at=2026-11-21T00:00:02Z from=bob id=3 :still");
        ada.shows("<bob> today", "= 2026-11-21", "<bob> tomorrow", "<bob> still");
    }

    @Test
    void aHistoryOfAnotherDayHasALine() {
        Story ada = new Story();
        ada.connects("ada");
        ada.hello("you=ada");
        ada.historyAnswers("MSG room=lobby at=2026-11-19T12:00:00Z from=bob id=1 old=1 :yesterday");
        ada.server("MSG room=lobby from=bob id=2 :today");
        ada.shows("-- Earlier", "= 2026-11-19", "old <bob> yesterday", "-- From now on", "= 2026-11-20", "<bob> today");
    }

    @Test
    void daysBeginAtLocalMidnight() {
        Story ada = new Story(ZoneId.of("Asia/Tokyo"));
        ada.joins("ada");
        ada.server("MSG room=lobby at=2026-11-20T14:59:59Z from=bob id=1 :evening");
        ada.server("MSG room=lobby at=2026-11-20T15:00:00Z from=bob id=2 :midnight");
        ada.shows("<bob> evening", "= 2026-11-21", "<bob> midnight");
    }

    @Test
    void arrivalAfterMidnightBeginsANewEntry() {
        Story ada = Story.of("ada");
        ada.server("JOIN room=lobby name=bob", "JOIN room=lobby at=2026-11-21T00:00:01Z name=cyd");
        ada.shows("~ bob joined.", "= 2026-11-21", "~ cyd joined.");
    }

    @Test
    void aClockThatIsWrongHereDoesNotTurnTheDaysOver() {
        Story ada = Story.of("ada", "bob");
        ada.server("MSG room=lobby at=2026-11-23T10:00:00Z from=bob id=1 :hi", "NOTE :news", "ERR code=x :oops");
        ada.server("WHO name=bob room=lobby state=lost", "MSG room=lobby at=2026-11-23T10:00:01Z from=bob id=2 :ho");
        ada.shows("= 2026-11-23", "<bob> hi", "* news", "! oops", "~ bob has lost the connection.", "<bob> ho");
    }
}
