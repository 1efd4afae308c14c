package chatlab.server.report;

import chatlab.protocol.Chat1;
import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent.Did;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was reported of the course in one run, and the predictions that were shown. */
final class CourseRecord {
    /** A server keeps what was reported under so many names. */
    private static final int MOST_NAMES = 1000;

    static final Comparator<CourseQuestion> ORDER =
            Comparator.comparingInt(CourseQuestion::chapter).thenComparingInt(CourseQuestion::number);

    private static final String PREDICTED = Fact.PREDICTED.word();

    private final Attendance attendance;
    private final Allowance allowance;

    /** By the key of the name. */
    private final Map<String, Student> students = new LinkedHashMap<>();

    private final SortedMap<CourseQuestion, Shown> shown = new TreeMap<>(ORDER);

    CourseRecord(Attendance attendance, Allowance allowance) {
        this.attendance = attendance;
        this.allowance = allowance;
    }

    /** What a student can have done; of the first four, each one leads further than the one before it. */
    enum Fact {
        READ,
        PREDICTED,
        TRIED,
        PASSED,
        HINT,
        SOLUTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Fact> of(String word) {
            return Arrays.stream(values())
                    .filter(fact -> fact.word().equals(word))
                    .findFirst();
        }
    }

    /** What one person has done. */
    static final class Student {
        private final Map<CourseQuestion, Map<Fact, Instant>> facts = new TreeMap<>(ORDER);
        private final Map<CourseQuestion, Character> letters = new HashMap<>();

        /** Its person is null while no person has the name: the student has perhaps entered later than it reported. */
        private Bearer bearer;

        private Student(Bearer bearer) {
            this.bearer = bearer;
        }

        Bearer bearer() {
            return bearer;
        }

        /** Whether a person with this name was in the rooms, in this run. Otherwise its predictions do not count. */
        boolean hasEntered() {
            return bearer.person() != null;
        }

        /** By question, in the order of the course; a chapter is its first question. */
        Map<CourseQuestion, Map<Fact, Instant>> facts() {
            return facts;
        }

        /** The letter that was predicted; empty before the predictions were shown. */
        String letter(CourseQuestion question) {
            return letters.containsKey(question) ? letters.get(question).toString() : "";
        }

        /** The same person has reported under another name, too. */
        private void add(Student other) {
            other.facts.forEach((question, done) ->
                    done.forEach((fact, at) -> facts.computeIfAbsent(question, key -> new EnumMap<>(Fact.class))
                            .merge(fact, at, (one, two) -> one.isBefore(two) ? one : two)));
            other.letters.forEach(letters::putIfAbsent);
        }
    }

    /** The predictions that the class was shown, and when. */
    record Shown(Instant at, Predictions predictions) {}

    void take(Instant at, Did did) {
        boolean hasLetter = did.fact().startsWith(ClassroomCommand.Did.PREDICTED);
        Fact fact = Fact.of(hasLetter ? PREDICTED : did.fact()).orElse(null);
        if (fact == null || (fact != Fact.PREDICTED && did.question().number() != 1)) {
            return; // of a later server, or changed
        }
        student(did.name())
                .filter(student -> add(student, did.question(), fact, at))
                .ifPresent(
                        student -> letter(did.fact()).ifPresent(letter -> student.letters.put(did.question(), letter)));
    }

    /** Whether the student has this fact now, or had it before. */
    private boolean add(Student student, CourseQuestion question, Fact fact, Instant at) {
        Map<Fact, Instant> done = student.facts.getOrDefault(question, new EnumMap<>(Fact.class));
        if (!done.containsKey(fact) && allowance.take(0)) {
            student.facts.put(question, done);
            done.put(fact, at);
        }
        return done.containsKey(fact);
    }

    /** A person has this name from now on. It is the student that has reported under it, unless that one was there before. */
    void enter(String name) {
        Student student = students.get(attendance.key(name));
        if (student != null && student.bearer.person() == null) {
            student.bearer = attendance.bearerNow(name);
        }
    }

    /** Empty where there are too many. */
    private Optional<Student> student(String name) {
        String key = Name.keyOf(name);
        if (!students.containsKey(key) && students.size() >= MOST_NAMES) {
            allowance.refuse();
            return Optional.empty();
        }
        return Optional.of(students.computeIfAbsent(key, unknown -> new Student(attendance.bearerNow(name))));
    }

    private static Optional<Character> letter(String fact) {
        String letter = fact.replaceFirst("^" + ClassroomCommand.Did.PREDICTED, "");
        boolean fits = letter.length() == 1 && letter.charAt(0) >= 'a' && letter.charAt(0) <= Chat1.LAST_PREDICTION;
        return fits ? Optional.of(letter.charAt(0)) : Optional.empty();
    }

    /** A chapter was opened, closed or shown. What was shown is told again each time. */
    void take(Instant at, Predictions told) {
        Shown before = shown.get(told.question());
        boolean isNew = before == null
                || before.predictions().predicted() != told.predicted()
                || !before.predictions().counts().equals(told.counts());
        if (!told.counts().isEmpty() && isNew && (before != null || allowance.take(0))) {
            shown.put(told.question(), new Shown(at, told));
        }
    }

    /** An instructor has forgotten this name: what was reported under it was perhaps of another person. */
    void forget(String name) {
        students.remove(Name.keyOf(name));
    }

    /** Each person once, whatever its names were, in the order of the first reports. */
    List<Student> students() {
        Map<Attendee, Student> people = new IdentityHashMap<>();
        List<Student> all = new ArrayList<>();
        for (Student reported : students.values()) {
            Attendee person = person(reported.bearer);
            if (person == null) {
                all.add(reported);
            } else {
                people.computeIfAbsent(person, key -> {
                            Student student = new Student(new Bearer(reported.bearer.name(), person));
                            all.add(student);
                            return student;
                        })
                        .add(reported);
            }
        }
        return all;
    }

    /** Where no person has entered under the name since then, the student is the person that had it before. */
    private Attendee person(Bearer bearer) {
        Attendee person =
                bearer.person() == null ? attendance.bearer(bearer.name()).person() : bearer.person();
        return person == null ? null : person.current();
    }

    /** Whether nothing was reported. */
    boolean isEmpty() {
        return students.isEmpty();
    }

    SortedMap<CourseQuestion, Shown> shown() {
        return shown;
    }
}
