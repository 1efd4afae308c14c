package chatlab.server.classroom;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys of the names of the students that are here, and of all instructors, which may have left. Guests can report nothing, and are no
 * students.
 */
record Present(Set<String> students, Set<String> instructors) {
    Present(Audience audience) {
        this(
                audience.all().stream()
                        .filter(person -> !person.isInstructor() && !person.isGuest())
                        .map(person -> person.name().key())
                        .collect(Collectors.toSet()),
                audience.hall().roster().keysWithRights());
    }

    /** How many students there are together with these, which may have left. */
    int countStudentsWith(Set<String> others) {
        Set<String> all = new HashSet<>(students);
        all.addAll(others);
        return all.size();
    }
}
