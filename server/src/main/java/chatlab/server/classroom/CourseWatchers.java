package chatlab.server.classroom;

import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import chatlab.server.chat.Person;
import chatlab.server.support.Scheduler;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The people that have asked how far the class has come with a question: they are told when that changes. Guarded by the lock of the hall. */
final class CourseWatchers {
    /** The shortest time between two events about how many have predicted, milliseconds. */
    private static final int REST = 1000;

    private final Audience audience;
    private final Scheduler scheduler;
    private final Supplier<Present> counted;
    private final BiFunction<CourseQuestion, Present, Predictions> counter;

    /** By the people that have asked: what each one was told last, of the question that it has asked for last. */
    private final Map<Person, Predictions> told = new HashMap<>();

    /** Whether people's predictions were counted a moment ago, so that the next events must wait. */
    private boolean resting;

    /** Whether something has changed since then. */
    private boolean hasNews;

    /** {@code counted}: the people that count now; {@code counter}: how far these have come with a question. */
    CourseWatchers(
            Audience audience,
            Scheduler scheduler,
            Supplier<Present> counted,
            BiFunction<CourseQuestion, Present, Predictions> counter) {
        this.audience = audience;
        this.scheduler = scheduler;
        this.counted = counted;
        this.counter = counter;
    }

    /** Tells the person now, and later when that has changed. */
    void add(Person person, Predictions now) {
        person.send(now);
        told.put(person, now);
    }

    void remove(Person person) {
        told.remove(person);
        tellChanges();
    }

    boolean haveAskedFor(CourseQuestion question) {
        return told.values().stream().anyMatch(known -> known.question().equals(question));
    }

    /** Tells all people, and the visitors that have asked for this question. */
    void tellAll(Predictions now) {
        Set<Person> people = new LinkedHashSet<>(audience.all());
        told.forEach((person, before) -> {
            if (before.question().equals(now.question())) {
                people.add(person);
            }
        });
        people.forEach(person -> person.send(now));
        told.replaceAll((person, before) -> before.question().equals(now.question()) ? now : before);
        tellChanges();
    }

    /**
     * Tells the people that have asked: at once, or when it was counted long enough ago. To count takes milliseconds where many
     * have asked, and all wait for that.
     */
    void tellChanges() {
        hasNews = true;
        if (told.isEmpty() || resting) {
            return;
        }
        Present present = counted.get();
        Map<CourseQuestion, Predictions> now = new HashMap<>();
        told.values().forEach(before -> now.computeIfAbsent(before.question(), asked -> counter.apply(asked, present)));
        told.replaceAll((person, before) -> tell(person, before, now.get(before.question())));
        hasNews = false;
        resting = true;
        scheduler.after(REST, () -> audience.hall().inOrder(this::endRest));
    }

    /** Returns what the person knows then. A lost person is not rich: it is told when it has come back. */
    private static Predictions tell(Person person, Predictions before, Predictions now) {
        boolean changed = person.isRich() ? !now.equals(before) : now.open() != before.open();
        if (!changed) {
            return before;
        }
        person.send(now);
        return now;
    }

    private void endRest() {
        resting = false;
        if (hasNews) {
            tellChanges();
        }
    }
}
