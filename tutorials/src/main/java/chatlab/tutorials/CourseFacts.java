package chatlab.tutorials;

import chatlab.protocol.ClassroomCommand.Did;
import chatlab.protocol.CourseQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the progress file tells of the course, as it is reported to the class. */
final class CourseFacts {
    /** The oldest are left out. */
    private static final int MAX = 1000;

    /** The names in the file, and in reports. */
    private static final Map<String, String> REPORTED = Map.of(
            Fact.READ,
            "read",
            Fact.TRIED,
            "tried",
            Fact.HINTS,
            "hint",
            Fact.PASSED,
            "passed",
            Fact.SOLUTION,
            "solution");

    private CourseFacts() {}

    /** The later chapters come first: there the student is now. */
    static List<Did> of(LearnContext context, Enrolment enrolment) throws IOException {
        List<Did> facts = new ArrayList<>();
        List<Chapter> chapters = new ArrayList<>(context.course.chapters());
        for (int i = chapters.size() - 1; i >= 0; i--) {
            Chapter chapter = chapters.get(i);
            CourseQuestion itself = new CourseQuestion(chapter.number());
            if (!context.progress.isBegun(chapter)) {
                continue;
            }
            predictions(context.progress, chapter)
                    .forEach((question, letter) ->
                            facts.add(new Did(enrolment.name(), enrolment.secret(), question, Did.PREDICTED + letter)));
            for (Map.Entry<String, String> fact : REPORTED.entrySet()) {
                if (context.progress.get(chapter, fact.getKey()).isPresent()) {
                    facts.add(new Did(enrolment.name(), enrolment.secret(), itself, fact.getValue()));
                }
            }
        }
        return facts.subList(0, Math.min(MAX, facts.size()));
    }

    private static Map<CourseQuestion, String> predictions(Progress progress, Chapter chapter) throws IOException {
        Map<CourseQuestion, String> letters = new LinkedHashMap<>();
        Map<String, String> kept = Fact.predictions(progress, chapter);
        if (!kept.isEmpty()) {
            List<Prediction> all = Prediction.allOf(chapter);
            for (int i = 0; i < all.size(); i++) {
                String letter = kept.get(all.get(i).experiment());
                if (all.get(i).has(letter)) {
                    letters.put(new CourseQuestion(chapter.number(), i + 1), letter);
                }
            }
        }
        return letters;
    }
}
