package chatlab.server.classroom;

import chatlab.server.chat.Person;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The people that count at this moment, by their identities: a person that has had several names is one. Guests can report nothing, and
 * are no students.
 *
 * @param students the students that are here
 * @param instructors all instructors, which may have left
 */
record Present(EnteredNames entered, Set<Object> students, Set<Object> instructors) {
    /** {@code withRights}: the instructors, which may have left. */
    static Present of(Audience audience, EnteredNames entered, Set<Object> withRights) {
        Set<Object> students = audience.all().stream()
                .filter(person -> !person.isInstructor() && !person.isGuest())
                .map(Person::identity)
                .collect(Collectors.toSet());
        Set<Object> instructors = new HashSet<>(withRights);
        instructors.removeAll(students);
        return new Present(entered, students, instructors);
    }

    /** The student that has entered under the name with this key, and may have left. */
    Optional<Object> student(String key) {
        return Optional.ofNullable(entered.person(key)).filter(person -> !instructors.contains(person));
    }

    /** How many students there are together with those of these names, which may have left. */
    int countStudentsWith(Collection<String> keys) {
        Set<Object> all = new HashSet<>(students);
        keys.forEach(key -> student(key).ifPresent(all::add));
        return all.size();
    }
}
