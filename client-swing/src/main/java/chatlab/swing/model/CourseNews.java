package chatlab.swing.model;

import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.CourseQuestion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the server has told of the chapters of the course: which are closed, how many have predicted what. Views read it. */
public final class CourseNews {
    /** What happened to a chapter. */
    public enum Kind {
        OPENED,
        CLOSED,
        SHOWN
    }

    /**
     * What happened last.
     *
     * @param question whose predictions were shown; otherwise it stands for its chapter
     */
    public record Latest(Kind kind, CourseQuestion question) {}

    private final SortedSet<Integer> closed = new TreeSet<>();
    private final Map<CourseQuestion, Predictions> questions = new HashMap<>();

    /** What the former connection knew: the server tells it again, and then it is no news. */
    private SortedSet<Integer> closedBefore = new TreeSet<>();

    private Map<CourseQuestion, Predictions> questionsBefore = Map.of();

    /** Null before anything has happened, and once the user has seen it. */
    private Latest latest;

    /** The question of which the server tells this client each change; null where it was asked for none. */
    private CourseQuestion watched;

    /** Another connection; {@code sameRun}: to the same run of the server. */
    void anew(boolean sameRun) {
        closedBefore = new TreeSet<>(closed);
        questionsBefore = Map.copyOf(questions);
        closed.clear();
        questions.clear();
        watched = null;
        if (!sameRun) {
            restarted();
        }
    }

    /** The server was started again: it never opened a chapter. What it closes or shows, it tells again. */
    void restarted() {
        if (opened().isPresent()) {
            latest = null;
        }
    }

    /** Events were lost: the server must be asked for the watched question again. */
    void outdated() {
        watched = null;
    }

    /** The server has told all that was closed or shown before this connection: what it tells from now on is news. */
    void greeted() {
        closedBefore.clear();
        questionsBefore = Map.of();
    }

    /** Another server. */
    void forget() {
        closed.clear();
        questions.clear();
        anew(false);
        latest = null;
    }

    boolean isWatched(CourseQuestion question) {
        return question.equals(watched);
    }

    void watch(CourseQuestion question) {
        watched = question;
    }

    void predictions(Predictions e) {
        int chapter = e.question().chapter();
        boolean turned = e.open() ? closed.remove(chapter) : closed.add(chapter) && !closedBefore.remove(chapter);
        Predictions before = questions.put(e.question(), e);
        before = before == null ? questionsBefore.get(e.question()) : before;
        boolean counted =
                !e.counts().isEmpty() && (before == null || !before.counts().equals(e.counts()));
        if (counted) {
            latest = new Latest(Kind.SHOWN, e.question());
        } else if (turned) {
            latest = new Latest(e.open() ? Kind.OPENED : Kind.CLOSED, new CourseQuestion(chapter));
        }
    }

    void dismiss() {
        latest = null;
    }

    /** The chapter that was opened last; empty where something else has happened since, or the user has seen it. */
    public Optional<CourseQuestion> opened() {
        return latest().filter(any -> any.kind() == Kind.OPENED).map(Latest::question);
    }

    /** What happened last and still holds; empty where the user has seen it. */
    public Optional<Latest> latest() {
        return Optional.ofNullable(latest).filter(this::holds);
    }

    private boolean holds(Latest any) {
        return switch (any.kind()) {
            case OPENED -> isOpen(any.question().chapter());
            case CLOSED -> !closed.isEmpty();
            case SHOWN -> !counts(any.question()).isEmpty();
        };
    }

    public boolean isOpen(int chapter) {
        return !closed.contains(chapter);
    }

    /** The chapters that are closed, in their order. */
    public SortedSet<Integer> closed() {
        return new TreeSet<>(closed);
    }

    /** How far the class has come with this question, as the server has told it last. */
    public Optional<Predictions> predictions(CourseQuestion question) {
        return Optional.ofNullable(questions.get(question));
    }

    /** How many chose each letter, from {@code a} on; empty before they are shown. */
    public List<Integer> counts(CourseQuestion question) {
        return predictions(question).map(Predictions::counts).orElse(List.of());
    }
}
