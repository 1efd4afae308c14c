package chatlab.server.classroom;

import chatlab.server.classroom.CourseRegister.Reached;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far the class has come in the course, in counts alone: without names, and without what was predicted.
 *
 * @param students how many students are here, or have reported something
 * @param chapters the chapters of which something was reported, in their order
 */
public record CourseCounts(int students, List<Chapter> chapters) {
    /**
     * How many students are at least that far.
     *
     * @param read have begun it
     * @param predicted have answered one of its questions
     * @param passed have passed its exercise
     */
    public record Chapter(int number, int read, int predicted, int passed) {
        private static Chapter of(int number, Reached reached) {
            int predicted = reached.compareTo(Reached.PREDICTED) >= 0 ? 1 : 0;
            return new Chapter(number, 1, predicted, reached == Reached.PASSED ? 1 : 0);
        }

        private Chapter plus(Chapter other) {
            return new Chapter(number, read + other.read, predicted + other.predicted, passed + other.passed);
        }
    }

    static CourseCounts of(CourseRegister register, Present present) {
        Map<Object, Map<Integer, Reached>> byStudent = new HashMap<>();
        register.forEachReached((key, reachedIn) ->
                present.student(key).ifPresent(student -> byStudent.merge(student, reachedIn, CourseCounts::later)));
        Map<Integer, Chapter> chapters = new TreeMap<>();
        byStudent
                .values()
                .forEach(reachedIn -> reachedIn.forEach(
                        (number, reached) -> chapters.merge(number, Chapter.of(number, reached), Chapter::plus)));
        Set<Object> students = new HashSet<>(present.students());
        students.addAll(byStudent.keySet());
        return new CourseCounts(students.size(), List.copyOf(chapters.values()));
    }

    /** What one student has done under two names. */
    private static Map<Integer, Reached> later(Map<Integer, Reached> one, Map<Integer, Reached> other) {
        Map<Integer, Reached> both = new HashMap<>(one);
        other.forEach((number, reached) -> both.merge(number, reached, Reached::later));
        return both;
    }
}
