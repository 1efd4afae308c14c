package chatlab.server.report;

import static chatlab.server.report.ReportCommand.WORDS;

import chatlab.protocol.CourseQuestion;
import chatlab.protocol.NaturalOrder;
import chatlab.server.report.CourseRecord.Fact;
import chatlab.server.report.CourseRecord.Student;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** How far each person has come in the course in one run, as the outputs list it. */
final class ProgressList implements ClassList {
    /** The facts of which the furthest one counts, from that one back. */
    private static final List<Fact> FURTHEST_FIRST = List.of(Fact.PASSED, Fact.TRIED, Fact.PREDICTED, Fact.READ);

    private final CourseRecord course;
    private final LocalDate day;
    private final Disguise disguise;
    private final ReportTimes times;

    /** {@code day}: the one on which the run began. */
    ProgressList(CourseRecord course, LocalDate day, Disguise disguise, ReportTimes times) {
        this.course = course;
        this.day = day;
        this.disguise = disguise;
        this.times = times;
    }

    /** One person: {@code note} says if it was never in the rooms, {@code passed} how many chapters it has passed. */
    record Row(String name, String note, long passed, List<Cell> cells, Student student) {}

    /**
     * A person in a chapter.
     *
     * @param kind the furthest that it has come, in one word; empty where it has not begun
     * @param mark the same as one letter
     * @param help a letter for a hint or the solution that was looked at; empty where there was none
     * @param title all of it in words
     */
    record Cell(String kind, String mark, String help, String title) {
        static final Cell EMPTY = new Cell("", "", "", "");
    }

    /** The chapters of which something was reported. */
    List<Integer> chapters() {
        SortedSet<Integer> chapters = new TreeSet<>();
        for (Student student : course.students()) {
            student.facts().keySet().forEach(question -> chapters.add(question.chapter()));
        }
        return List.copyOf(chapters);
    }

    @Override
    public boolean isEmpty() {
        return course.isEmpty();
    }

    @Override
    public List<Row> rows() {
        Comparator<Student> byNumber =
                Comparator.comparing(student -> disguise.number(student.bearer().lastName()));
        Comparator<Student> byName =
                Comparator.comparing(student -> student.bearer().lastName(), new NaturalOrder());
        List<Integer> chapters = chapters();
        return course.students().stream()
                .sorted(disguise.isAnonymous() ? byNumber : byName)
                .map(student -> row(student, chapters))
                .toList();
    }

    private Row row(Student student, List<Integer> chapters) {
        Map<Integer, Map<Fact, String>> done = new TreeMap<>();
        student.facts()
                .forEach((question, facts) -> facts.forEach(
                        (fact, at) -> done.computeIfAbsent(question.chapter(), chapter -> new EnumMap<>(Fact.class))
                                .merge(fact, words(student, question, fact, at), (one, two) -> one + ", " + two)));
        return new Row(
                disguise.person(student.bearer().lastName()),
                student.hasEntered() ? "" : WORDS.get("never-entered"),
                done.values().stream()
                        .filter(facts -> facts.containsKey(Fact.PASSED))
                        .count(),
                chapters.stream().map(chapter -> cell(done.get(chapter))).toList(),
                student);
    }

    /** Like "predicted b 10:15"; of a later question of the chapter with its number. */
    private String words(Student student, CourseQuestion question, Fact fact, Instant at) {
        List<String> words = new ArrayList<>();
        if (question.number() > 1) {
            words.add(question.toString());
        }
        words.add(WORDS.get("fact-" + fact.word()));
        if (fact == Fact.PREDICTED && !student.letter(question).isEmpty()) {
            words.add(student.letter(question));
        }
        words.add(times.minute(at, day));
        return String.join(" ", words);
    }

    private static Cell cell(Map<Fact, String> done) {
        if (done == null) {
            return Cell.EMPTY;
        }
        String kind = FURTHEST_FIRST.stream()
                .filter(done::containsKey)
                .map(Fact::word)
                .findFirst()
                .orElse("");
        List<String> help = new ArrayList<>();
        for (Fact fact : List.of(Fact.HINT, Fact.SOLUTION)) {
            if (done.containsKey(fact)) {
                help.add(WORDS.get("mark-" + fact.word()));
            }
        }
        String mark = kind.isEmpty() ? "" : WORDS.get("mark-" + kind);
        return new Cell(kind, mark, String.join("", help), String.join(", ", done.values()));
    }
}
