package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.classroom.CourseRegister.Done;
import chatlab.server.classroom.CourseRegister.Topic;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Secrets;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How far the class has come in the course. No letter of a prediction, and no count of letters, leaves this class before the
 * instructor shows them. For use within {@link Hall#inOrder}, whose lock guards all of it.
 */
public final class ClassCourse {
    /** The shortest time between two counts for the wall, milliseconds. */
    private static final int REST = 1000;

    /** More instructors than a class has. */
    private static final int MAX_INSTRUCTORS = 1000;

    private final Audience audience;
    private final EventLog eventLog;
    private final CourseRegister register;

    /**
     * Which facts belong together: to a new run the programs of the students report all of theirs again. It ends with the server, also where
     * the run of the messages goes on after a crash, and when a name is forgotten.
     */
    private String run = Secrets.random(6);

    /** The predictions of other names do not count. */
    private final EnteredNames entered;

    /** The people that had the instructor's rights when they were here last, by their identities: their predictions do not count. */
    private final Set<Object> instructors = new LinkedHashSet<>();

    private final Set<Integer> closed = new TreeSet<>();

    /** What was shown, as it was then: later predictions change nothing, or the class would see what each late person chose. */
    private final Map<CourseQuestion, Predictions> shown =
            new TreeMap<>(Comparator.comparingInt(CourseQuestion::chapter).thenComparingInt(CourseQuestion::number));

    /** What was shown last, and when by {@code nanoTime}; null where nothing was. */
    private Predictions lastShown;

    private long lastShownAt;

    private final CourseWatchers watchers;

    /** What was counted last for the wall, and when by {@code nanoTime}. */
    private CourseCounts progress;

    private long countedAt;

    ClassCourse(Audience audience, EventLog eventLog, Scheduler scheduler, Predicate<InetAddress> isLimited) {
        this.audience = audience;
        this.eventLog = eventLog;
        this.register = new CourseRegister(isLimited);
        this.entered = new EnteredNames(audience.hall().roster(), register);
        this.watchers = new CourseWatchers(audience, scheduler, this::present, this::now);
    }

    public String run() {
        return run;
    }

    /** Something was reported from this address. Returns what was noted, in words. */
    public String did(Name name, ClassroomCommand.Did command, InetAddress address) throws RefusedException {
        Instant now = Hall.now();
        Topic topic = Topic.of(command);
        if (register.add(name, command, address, now)) {
            String fact = topic.kind(); // never the letter: the transcript gets it when it is shown
            eventLog.record(new ClassroomEvent.Did(name.shown(), topic.question(), fact, now));
            ClassroomEvent.Did event =
                    event(name.shown(), topic, new Done(now, command.isPrediction() ? command.letter() : ' '));
            audience.all().stream()
                    .filter(person -> person.isInstructor() && person.isRich())
                    .forEach(person -> person.send(event));
            if (topic.isPrediction() && watchers.haveAskedFor(topic.question())) {
                watchers.tellChanges();
            }
        }
        return WORDS.get("course.noted", name, topic.question(), topic.kind());
    }

    /** All that was reported, person by person. */
    public List<ClassroomEvent.Did> progress() {
        List<ClassroomEvent.Did> all = new ArrayList<>();
        register.forEach((name, topic, done) -> all.add(event(name, topic, done)));
        return all;
    }

    private ClassroomEvent.Did event(String name, Topic topic, Done done) {
        boolean withLetter = topic.isPrediction() && shown.containsKey(topic.question());
        String fact = withLetter ? ClassroomCommand.Did.PREDICTED + done.letter() : topic.kind();
        return new ClassroomEvent.Did(name, topic.question(), fact, done.at());
    }

    /** How far the class has come with this question. */
    public Predictions now(CourseQuestion question) {
        return now(question, present());
    }

    /** Tells the person now and, where its client is rich, whenever that changes: of the question that it has asked for last. */
    public void watch(Person person, CourseQuestion question) {
        watchers.add(person, now(question));
    }

    // For instructors

    public void open(Person by, int chapter) throws RefusedException {
        if (!closed.remove(chapter)) {
            throw Audience.notAllowed("course.is-open", chapter);
        }
        tell(now(new CourseQuestion(chapter)), WORDS.get("course.opened", chapter, by.name()));
    }

    public void close(Person by, int chapter) throws RefusedException {
        if (!closed.add(chapter)) {
            throw Audience.notAllowed("course.is-closed", chapter);
        }
        tell(now(new CourseQuestion(chapter)), WORDS.get("course.closed", chapter, by.name()));
    }

    /** Counts, and shows the counts. May be repeated: then predictions count that came late. */
    public void show(Person by, CourseQuestion question) throws RefusedException {
        Present present = present();
        Map<String, Character> chosen = counted(question, present);
        if (chosen.isEmpty()) {
            throw Audience.notAllowed("course.nobody", question);
        }
        Collection<Character> letters = chosen.values();
        List<Integer> counts = new ArrayList<>();
        for (char letter = 'a'; letters.stream().anyMatch(isAtLeast(letter)); letter++) {
            char counted = letter;
            counts.add((int) letters.stream().filter(other -> other == counted).count());
        }
        int of = present.countStudentsWith(chosen.keySet());
        shown.put(question, new Predictions(question, true, chosen.size(), of, counts));
        Predictions now = now(question, present);
        lastShown = now;
        lastShownAt = System.nanoTime();
        tell(now, WORDS.get("course.shown", question, now.result(), by.name()));
        recordLetters(question, chosen);
    }

    /** The transcript says from now on which of these names chose what. */
    private void recordLetters(CourseQuestion question, Map<String, Character> chosen) {
        Instant now = Hall.now();
        chosen.forEach((key, letter) -> {
            String fact = ClassroomCommand.Did.PREDICTED + letter;
            eventLog.record(new ClassroomEvent.Did(register.shown(key), question, fact, now));
        });
    }

    private static Predicate<Character> isAtLeast(char letter) {
        return other -> other >= letter;
    }

    /** The predictions that the class was shown last, counts without names; empty where none were shown. */
    public Optional<Predictions> lastShown() {
        return Optional.ofNullable(lastShown);
    }

    /** When that was, by {@code nanoTime}. */
    public long lastShownAt() {
        return lastShownAt;
    }

    /**
     * Any person may report under this name from now on. If that is the person that did so before, its program has to know that it must
     * report all of it again.
     */
    public void forget(Person by, Name name) throws RefusedException {
        if (!register.remove(name)) {
            throw new RefusedException(ErrorCode.NO_SUCH_NAME, WORDS.get("course.not-reported", name));
        }
        run = Secrets.random(6);
        Event.Note note = new Event.Note("forgotten", WORDS.get("course.forgotten", name, by.actor()));
        audience.all().stream()
                .filter(person -> person.isInstructor() && person != by)
                .forEach(person -> person.send(note));
        eventLog.forgotten(name.shown(), WORDS.get("course.forgotten.log", name, by.name()));
        watchers.tellChanges();
    }

    /** How far the class has come in each chapter. Counted once a second at most, however often this is asked. */
    public CourseCounts summary() {
        long now = System.nanoTime();
        if (progress == null || now - countedAt >= TimeUnit.MILLISECONDS.toNanos(REST)) {
            progress = CourseCounts.of(register, present());
            countedAt = now;
        }
        return progress;
    }

    private void tell(Predictions now, String words) {
        eventLog.happened(now, words);
        watchers.tellAll(now);
    }

    private Predictions now(CourseQuestion question, Present present) {
        boolean open = !closed.contains(question.chapter());
        Predictions result = shown.get(question);
        if (result != null) {
            return new Predictions(question, open, result.predicted(), result.of(), result.counts());
        }
        Set<String> predicted = counted(question, present).keySet();
        return new Predictions(question, open, predicted.size(), present.countStudentsWith(predicted), List.of());
    }

    /** The letter of each student, under the name that was reported first: a prediction is final. */
    private Map<String, Character> counted(CourseQuestion question, Present present) {
        Map<String, Character> letters = register.letters(question);
        Set<Object> students = new HashSet<>();
        letters.keySet()
                .removeIf(key -> present.student(key).filter(students::add).isEmpty());
        return letters;
    }

    private Present present() {
        return Present.of(audience, entered, instructors);
    }

    // What happens to people

    /** Tells a person of what is not as usual; a plain client, which chapters are closed. */
    void greet(Person person) {
        if (person.isRich()) {
            Present present = present();
            closed.stream()
                    .map(CourseQuestion::new)
                    .filter(question -> !shown.containsKey(question))
                    .forEach(question -> person.send(now(question, present)));
            shown.keySet().forEach(question -> person.send(now(question, present)));
        } else if (!closed.isEmpty()) {
            String chapters = closed.stream().map(String::valueOf).collect(Collectors.joining(", "));
            person.send(new Event.Note("closed", WORDS.get("course.are-closed", chapters)));
        }
    }

    /** The person has entered, was lost or has come back, has other rights, or another identity. */
    void changed(Person person) {
        entered.add(person);
        noteRights(person);
        watchers.tellChanges();
    }

    private void noteRights(Person person) {
        instructors.remove(person.identity());
        if (person.isInstructor()) {
            instructors.add(person.identity());
            if (instructors.size() > MAX_INSTRUCTORS) {
                instructors.remove(instructors.iterator().next());
            }
        }
    }

    void renamed(Person person, Name old) {
        entered.renamed(person, old);
        changed(person);
    }

    void departed(Person person) {
        watchers.remove(person);
    }
}
