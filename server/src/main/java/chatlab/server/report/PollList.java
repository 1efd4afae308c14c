package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.server.report.PollRecord.Held;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The polls of one run as the outputs list them. */
final class PollList implements ClassList {
    private final PollRecord polls;
    private final LocalDate day;
    private final ReportTimes times;

    /** {@code day}: the one on which the run began. */
    PollList(PollRecord polls, LocalDate day, ReportTimes times) {
        this.polls = polls;
        this.day = day;
        this.times = times;
    }

    /**
     * One poll.
     *
     * @param summary when it was opened and so on, and how many have voted
     * @param options the answers where their counts were not shown, otherwise empty
     * @param bars the answers with their counts, otherwise empty
     * @param voted how many have voted; empty where the transcript does not say it
     */
    record Row(
            String question, String summary, String options, List<Bar> bars, String state, String voted, Held poll) {}

    @Override
    public boolean isEmpty() {
        return polls.all().isEmpty();
    }

    @Override
    public List<Row> rows() {
        return polls.all().stream().map(this::row).toList();
    }

    private Row row(Held held) {
        Poll last = held.last();
        boolean isShown = last.state() == Poll.State.SHOWN;
        boolean isOpen = last.state() == Poll.State.OPEN; // the votes for it are not told one by one
        String state = last.state().name().toLowerCase(Locale.ROOT);
        return new Row(
                last.question(),
                summary(held, WORDS.get("poll.state." + state), isOpen),
                isShown ? "" : String.join(", ", last.options()),
                Bar.of(last.counts(), last.options()::get),
                state,
                isOpen ? "" : String.valueOf(last.voted()),
                held);
    }

    private String summary(Held held, String state, boolean isOpen) {
        List<String> parts = new ArrayList<>();
        addTime(parts, "poll.opened", held.opened());
        addTime(parts, "poll.closed", held.closed());
        addTime(parts, "poll.shown", held.shown());
        if (!state.isEmpty()) {
            parts.add(state);
        }
        if (!isOpen) {
            parts.add(WORDS.get("poll.voted", held.last().voted()));
        }
        return String.join(" · ", parts);
    }

    private void addTime(List<String> parts, String key, Instant at) {
        if (at != null) {
            parts.add(WORDS.get(key, times.minute(at, day)));
        }
    }
}
