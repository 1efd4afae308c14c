package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.server.log.HandEnd;
import chatlab.server.report.HandRecord.Raised;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The hands of one run as the outputs list them. */
final class HandList implements ClassList {
    private final HandRecord hands;
    private final LocalDate day;
    private final Disguise disguise;
    private final ReportTimes times;

    /** {@code day}: the one on which the run began. */
    HandList(HandRecord hands, LocalDate day, Disguise disguise, ReportTimes times) {
        this.hands = hands;
        this.day = day;
        this.disguise = disguise;
        this.times = times;
    }

    /**
     * One hand. {@code raised} and {@code until} have a day only where it is not the one on which the run began.
     *
     * @param how in one word
     * @param by the name of an instructor; empty where there was none
     * @param ending the same two as a person reads them
     */
    record Row(String name, String raised, String until, String how, String by, String ending, Raised hand) {}

    @Override
    public boolean isEmpty() {
        return hands.all().isEmpty();
    }

    @Override
    public List<Row> rows() {
        return hands.all().stream().map(this::row).toList();
    }

    private Row row(Raised hand) {
        String how = WORDS.get("hand." + key(hand));
        String by = hand.by() == null ? "" : disguise.person(hand.by().lastName());
        return new Row(
                disguise.person(hand.bearer().lastName()),
                times.minute(hand.raised(), day),
                times.minute(hand.until(), day),
                how,
                by,
                by.isEmpty() ? how : WORDS.get("hand.by", how, by),
                hand);
    }

    private static String key(Raised hand) {
        if (hand.isUpToTheEnd()) {
            return "up";
        } else if (hand.end() == null || hand.end() == HandEnd.RENAMED) {
            return "unknown";
        }
        return hand.end().name().toLowerCase(Locale.ROOT);
    }
}
