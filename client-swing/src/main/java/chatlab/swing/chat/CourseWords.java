package chatlab.swing.chat;

import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.Words;
import chatlab.swing.chat.PollStrip.Told;
import chatlab.swing.model.Chat;
import chatlab.swing.model.CourseNews;
import chatlab.swing.model.CourseNews.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says what has happened to a chapter of the course last: it was opened, closed, or its predictions were shown. */
final class CourseWords {
    private static final Words WORDS = new Words(CourseWords.class);

    private CourseWords() {}

    /** Empty where nothing has happened, or the user has seen it. */
    static Optional<Told> of(Chat chat) {
        return chat.courseNews().latest().map(latest -> told(chat.courseNews(), latest));
    }

    private static Told told(CourseNews news, Latest latest) {
        Predictions now = news.predictions(latest.question()).orElse(null);
        String votes = now == null ? "" : WORDS.get("course.predicted", now.predicted(), now.of());
        return switch (latest.kind()) {
            case OPENED -> new Told(poll(State.OPEN, 0, List.of(), "course.opened", latest.question()), votes);
            case CLOSED -> new Told(poll(State.CLOSED, 0, List.of(), closedKey(news), ranges(news)), "");
            case SHOWN ->
                new Told(poll(State.SHOWN, now.predicted(), now.counts(), "course.shown", latest.question()), votes);
        };
    }

    private static Poll poll(State state, int predicted, List<Integer> counts, String key, Object about) {
        List<String> letters = IntStream.range(0, counts.size())
                .mapToObj(i -> String.valueOf((char) ('a' + i)))
                .toList();
        return new Poll(state, letters, predicted, counts, WORDS.get(key, about));
    }

    private static String closedKey(CourseNews news) {
        return news.closed().size() == 1 ? "course.closed" : "course.closed.more";
    }

    /** Like {@code 3, 6 to 9}. */
    private static String ranges(CourseNews news) {
        List<String> ranges = new ArrayList<>();
        for (int first : news.closed()) {
            if (news.isOpen(first - 1)) {
                int last = first;
                while (!news.isOpen(last + 1)) {
                    last++;
                }
                ranges.add(last == first ? String.valueOf(first) : WORDS.get("course.range", first, last));
            }
        }
        return String.join(WORDS.get("course.between"), ranges);
    }
}
