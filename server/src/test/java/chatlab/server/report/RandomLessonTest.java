package chatlab.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons in which people come, leave, speak and take the names of others at random. The sums of the report are those of the lesson. */
class RandomLessonTest {
    private static final List<String> NAMES = List.of("ada", "bob", "cyd", "dan", "eve", "fay");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @TempDir
    Path folder;

    /** A lesson, and what is to be in its report. */
    private static final class Lesson {
        private final Random random;
        private final LessonScript script = new LessonScript();
        private final List<String> here = new ArrayList<>();
        private LocalTime time = LocalTime.of(9, 0);
        private long minutes;
        private long messages;

        Lesson(int seed) {
            random = new Random(seed);
            clock();
            script.start("abc");
            int lines = 3 + random.nextInt(60);
            for (int i = 0; i < lines; i++) {
                pass(random.nextInt(4));
                happen();
            }
        }

        /** People that are there stay for so many minutes. */
        private void pass(int some) {
            time = time.plusMinutes(some);
            minutes += (long) some * here.size();
            clock();
        }

        private void clock() {
            script.at(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
        }

        private void happen() {
            int chance = random.nextInt(100);
            List<String> free =
                    NAMES.stream().filter(name -> !here.contains(name)).toList();
            if (chance < 30 && !free.isEmpty()) {
                String name = any(free);
                here.add(name);
                script.join(name);
            } else if (chance < 50 && !here.isEmpty()) {
                String name = any(here);
                here.remove(name);
                script.leave(name, "quit");
            } else if (chance < 75 && !here.isEmpty() && !free.isEmpty()) {
                String old = any(here);
                String name = any(free);
                here.remove(old);
                here.add(name);
                script.nick(old, name);
            } else if (chance < 80) {
                crash();
            } else if (!here.isEmpty()) {
                messages++;
                script.paste(any(here), List.of("one message", "of two lines"));
            } else {
                script.sayIn("*", "server", "is no person there?");
            }
        }

        /** People were there up to the last line before it. */
        private void crash() {
            script.sayIn("*", "server", "the last line");
            here.clear();
            pass(3);
            script.start("abc");
        }

        private String any(List<String> names) {
            return names.get(random.nextInt(names.size()));
        }
    }

    @Test
    void noPersonHasMoreMinutesThanItWasThereAndNoMessageIsLost() throws Exception {
        ReportRunner report = new ReportRunner(folder);
        for (int seed = 0; seed < 300; seed++) {
            Lesson lesson = new Lesson(seed);
            List<List<String>> people = report.csv("attendance.csv", report.transcript(lesson.script.text()));
            assertThat(people)
                    .as("minutes in lesson %d", seed)
                    .allSatisfy(row -> assertThat(Long.parseLong(row.get(5)))
                            .isLessThanOrEqualTo(minutesBetween(row.get(3), row.get(4))));
            assertThat(sum(people, 5)).as("all minutes of lesson %d", seed).isEqualTo(lesson.minutes);
            assertThat(sum(people, 6)).as("all messages of lesson %d", seed).isEqualTo(lesson.messages);
        }
    }

    private static long minutesBetween(String first, String last) {
        return LocalDateTime.parse(first, TIME).until(LocalDateTime.parse(last, TIME), ChronoUnit.MINUTES);
    }

    private static long sum(List<List<String>> rows, int column) {
        return rows.stream().mapToLong(row -> Long.parseLong(row.get(column))).sum();
    }
}
