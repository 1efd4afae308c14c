package chatlab.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the course that a student answers before an experiment, like {@code 7.2}: the second one of chapter 7. The
 * first one of a chapter, like {@code 7}, also stands for the chapter.
 *
 * @param chapter from 1 to 99
 * @param number from 1 to 9
 */
public record CourseQuestion(int chapter, int number) {
    private static final Pattern TYPED = Pattern.compile("([1-9][0-9]?)(?:\\.([1-9]))?");

    public CourseQuestion(int chapter) {
        this(chapter, 1);
    }

    /** Empty where {@code typed} has another form. */
    public static Optional<CourseQuestion> parse(String typed) {
        Matcher parts = TYPED.matcher(typed);
        return parts.matches()
                ? Optional.of(new CourseQuestion(
                        Integer.parseInt(parts.group(1)),
                        parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return number == 1 ? String.valueOf(chapter) : chapter + "." + number;
    }
}
