package chatlab.server.classroom;

import chatlab.server.chat.Person;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The keys of the names of the people that are here; guests can report nothing, and are no students. */
record Present(Set<String> students, Set<String> instructors) {
    Present(Audience audience) {
        this(
                keys(audience, person -> !person.isInstructor() && !person.isGuest()),
                keys(audience, Person::isInstructor));
    }

    /** How many students there are together with these, which may have left. */
    int countStudentsWith(Set<String> others) {
        Set<String> all = new HashSet<>(students);
        all.addAll(others);
        return all.size();
    }

    private static Set<String> keys(Audience audience, Predicate<Person> wanted) {
        return audience.all().stream()
                .filter(wanted)
                .map(person -> person.name().key())
                .collect(Collectors.toSet());
    }
}
