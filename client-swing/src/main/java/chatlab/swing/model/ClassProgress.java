package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Did;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Name;
import chatlab.protocol.NaturalOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What each student has done in the course, as the server tells it to instructors. Views read it. */
public final class ClassProgress {
    /** The chapters of the course; what is reported of others is left out. */
    public static final int CHAPTERS = 15;

    /** A server that keeps to the rules has no more. */
    static final int MAX_STUDENTS = 1000;

    private static final Comparator<String> BY_NAME = new NaturalOrder();

    /** What can be done in a chapter, the furthest last. */
    public enum Step {
        READ,
        PREDICTED,
        TRIED,
        HINT,
        SOLUTION,
        PASSED;

        static Optional<Step> of(String fact) {
            String word = fact.startsWith(ClassroomCommand.Did.PREDICTED) ? PREDICTED.wire() : fact;
            return Stream.of(values()).filter(step -> step.wire().equals(word)).findFirst();
        }

        private String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How urgently a student needs help with a chapter, the most urgent first. */
    private enum Need {
        STUCK,
        ON_THE_WAY,
        NOT_BEGUN,
        PASSED;

        static Need of(Student student, int chapter) {
            Optional<Step> furthest = student.furthest(chapter);
            if (furthest.isEmpty()) {
                return NOT_BEGUN;
            }
            boolean stuck = furthest.get().compareTo(Step.TRIED) >= 0;
            return furthest.get() == Step.PASSED ? PASSED : stuck ? STUCK : ON_THE_WAY;
        }
    }

    /**
     * A student in the course.
     *
     * @param chapters the steps that were done in each chapter, with the time of the first one of a kind
     * @param last the time of the last report, and its chapter
     */
    public record Student(String name, Map<Integer, Map<Step, Instant>> chapters, Instant last, int lastChapter) {
        /** The steps that were done in this chapter, the furthest last. */
        public Map<Step, Instant> done(int chapter) {
            return chapters.getOrDefault(chapter, Map.of());
        }

        /** The furthest step in this chapter; empty where there is none. */
        public Optional<Step> furthest(int chapter) {
            return done(chapter).keySet().stream().max(Comparator.naturalOrder());
        }

        /** Whether this chapter was tried and not passed. */
        public boolean isStuck(int chapter) {
            return Need.of(this, chapter) == Need.STUCK;
        }

        private Student with(int chapter, Step step, Instant at) {
            Map<Step, Instant> steps = new TreeMap<>(done(chapter));
            steps.merge(step, at, (one, other) -> one.isBefore(other) ? one : other);
            Map<Integer, Map<Step, Instant>> now = new HashMap<>(chapters);
            now.put(chapter, steps);
            boolean later = at.isAfter(last) || at.equals(last) && chapter > lastChapter;
            return new Student(name, now, later ? at : last, later ? chapter : lastChapter);
        }
    }

    private final Map<String, Student> students = new HashMap<>();

    /** The keys of the names of which the server has told since it was asked. */
    private final Set<String> told = new HashSet<>();

    /** The questions of the course that any student has answered, also second ones of a chapter. */
    private final SortedSet<CourseQuestion> questions =
            new TreeSet<>(Comparator.comparingInt(CourseQuestion::chapter).thenComparingInt(CourseQuestion::number));

    private boolean asked;
    private boolean complete;
    private int revision;

    /** Another server. */
    void forget() {
        students.clear();
        questions.clear();
        outdated();
        revision++;
    }

    /** The server must be asked: it may have more reports, or other ones. */
    void outdated() {
        asked = false;
        complete = false;
    }

    /** Whether the server has told all that it knows. */
    public boolean isComplete() {
        return complete;
    }

    boolean isAsked() {
        return asked;
    }

    void ask() {
        asked = true;
        told.clear();
    }

    void did(Did e) {
        String name = Shown.name(e.name());
        String key = Name.keyOf(name);
        int chapter = e.question().chapter();
        Optional<Step> step = Step.of(e.fact());
        boolean known = students.containsKey(key) || students.size() < MAX_STUDENTS;
        if (step.isPresent() && known && chapter <= CHAPTERS) {
            Student before = students.getOrDefault(key, new Student(name, Map.of(), Instant.MIN, 0));
            students.put(key, before.with(chapter, step.get(), e.at()));
            told.add(key);
            questions.add(e.question());
            revision++;
        }
    }

    /** The server has told all that it knows: a name of which it has not told was forgotten. */
    void complete() {
        students.keySet().retainAll(told);
        complete = true;
        revision++;
    }

    /** Counts the changes. */
    public int revision() {
        return revision;
    }

    /** The first question of each chapter, which stands for the chapter, and the other ones that any student has answered. */
    public List<CourseQuestion> questions() {
        SortedSet<CourseQuestion> all = new TreeSet<>(questions);
        IntStream.rangeClosed(1, CHAPTERS).mapToObj(CourseQuestion::new).forEach(all::add);
        return List.copyOf(all);
    }

    /** The chapter in which most students have done something last, the later one of two; 1 where there is no student. */
    public int chapterOfTheClass() {
        int[] counts = new int[CHAPTERS + 1];
        students.values().forEach(student -> counts[student.lastChapter()]++);
        int most = 1;
        for (int chapter = 1; chapter <= CHAPTERS; chapter++) {
            most = counts[chapter] >= Math.max(1, counts[most]) ? chapter : most;
        }
        return most;
    }

    /**
     * The students. First the students that have tried this chapter and have not passed it, then the students that have begun it, that have
     * not begun it, and that have passed it. Of these, the student of which nothing was heard for longest comes first.
     */
    public List<Student> inNeedOfHelp(int chapter) {
        return students.values().stream()
                .sorted(Comparator.comparing((Student student) -> Need.of(student, chapter))
                        .thenComparing(Student::last)
                        .thenComparing(Student::name, BY_NAME))
                .toList();
    }
}
