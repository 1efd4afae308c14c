package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.CourseQuestion;
import chatlab.server.report.CourseRecord.Fact;
import chatlab.server.report.CourseRecord.Shown;
import chatlab.server.report.CourseRecord.Student;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The questions of the course that were answered in one run, as the outputs list them. */
final class PredictionList implements ClassList {
    private final CourseRecord course;
    private final LocalDate day;
    private final ReportTimes times;

    /** {@code day}: the one on which the run began. */
    PredictionList(CourseRecord course, LocalDate day, ReportTimes times) {
        this.course = course;
        this.day = day;
        this.times = times;
    }

    /**
     * One question.
     *
     * @param summary how many have predicted, and when that was shown
     * @param bars how many chose each letter; empty before that was shown
     * @param of of how many people; empty before that was shown
     * @param shown when it was shown; null if it was not
     */
    record Row(
            CourseQuestion question,
            String title,
            String summary,
            List<Bar> bars,
            long predicted,
            String of,
            Instant shown) {}

    @Override
    public boolean isEmpty() {
        return rows().isEmpty();
    }

    @Override
    public List<Row> rows() {
        Map<CourseQuestion, Row> rows = new TreeMap<>(CourseRecord.ORDER);
        predicted().forEach((question, names) -> rows.put(question, locked(question, names)));
        course.shown().forEach((question, shown) -> rows.put(question, shown(question, shown)));
        return List.copyOf(rows.values());
    }

    /** How many have predicted. Names that have not entered do not count. */
    private Map<CourseQuestion, Integer> predicted() {
        Map<CourseQuestion, Integer> predicted = new TreeMap<>(CourseRecord.ORDER);
        for (Student student : course.students()) {
            student.facts().forEach((question, done) -> {
                if (student.hasEntered() && done.containsKey(Fact.PREDICTED)) {
                    predicted.merge(question, 1, Integer::sum);
                }
            });
        }
        return predicted;
    }

    private static Row locked(CourseQuestion question, int names) {
        return new Row(question, title(question), WORDS.get("predicted.locked", names), List.of(), names, "", null);
    }

    private Row shown(CourseQuestion question, Shown shown) {
        int predicted = shown.predictions().predicted();
        int of = shown.predictions().of();
        return new Row(
                question,
                title(question),
                WORDS.get("predicted.shown", predicted, of, times.minute(shown.at(), day)),
                Bar.of(shown.predictions().counts(), i -> String.valueOf((char) ('a' + i))),
                predicted,
                String.valueOf(of),
                shown.at());
    }

    private static String title(CourseQuestion question) {
        return question.number() == 1
                ? WORDS.get("chapter", question.chapter())
                : WORDS.get("question", question.chapter(), question.number());
    }
}
