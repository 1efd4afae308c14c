package chatlab.client;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Command;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.PlainRenderer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a user is told of the classroom: instructors of all hands, other people of their own, and nothing twice. Not safe for use
 * by several threads.
 */
public final class ClassNews {
    /** Hands that are remembered; a server that keeps to the rules has fewer. */
    private static final int MAX_HANDS = 500;

    private static final int MAX_QUESTIONS = 1000;
    private static final int MAX_PROGRESS = 20_000;

    private final Member member;
    private final PlainRenderer renderer;

    /** The hands that are up, by the names as the server sends them. */
    private final Map<String, ClassroomEvent.Hand> hands = new LinkedHashMap<>();

    /** The poll as it was told last; null where there was none. */
    private ClassroomEvent.Poll poll;

    /** The state of each question of the course that is not as usual, in words. */
    private final Map<CourseQuestion, String> course = new HashMap<>();

    private final List<ClassroomEvent.Did> progress = new ArrayList<>();

    public ClassNews(Member member, Clock clock) {
        this.member = member;
        this.renderer = new PlainRenderer(clock);
    }

    /**
     * The sentence that tells the user of this event, cleaned; empty where it is no news.
     *
     * @param asked whether the user waits for the answer to such a command
     */
    public Optional<String> sentence(ClassroomEvent event, Predicate<Class<? extends Command>> asked) {
        if (event instanceof ClassroomEvent.Did did) {
            keep(did, asked.test(InstructorCommand.Progress.class));
            return Optional.empty();
        }
        boolean news = isNews(event);
        boolean answer = asked.test(command(event));
        if (!news && !answer) {
            return Optional.empty();
        }
        return event instanceof ClassroomEvent.Hand hand && hand.isUp() && isMine(hand)
                ? Optional.of(Shown.words(PlainRenderer.ownHand(before(hand), hand.text())))
                : words(event);
    }

    private static Class<? extends Command> command(ClassroomEvent event) {
        if (event instanceof ClassroomEvent.Hand) {
            return ClassroomCommand.Hands.class;
        }
        return event instanceof ClassroomEvent.Predictions
                ? ClassroomCommand.Predictions.class
                : ClassroomCommand.Poll.class;
    }

    /** What each person does in the course is no news: an instructor sees all of it together, after it has asked. */
    private void keep(ClassroomEvent.Did did, boolean asked) {
        if (asked && progress.size() < MAX_PROGRESS) {
            progress.add(did);
        }
    }

    /** A line for each person: what came in answer to {@code progress}, cleaned. Forgets it. */
    public List<String> takeProgress() {
        List<String> lines =
                PlainRenderer.progress(progress).stream().map(Shown::words).toList();
        progress.clear();
        return lines;
    }

    /** Results, and chapters that are opened or closed, are news. That one more person has predicted is none. */
    private boolean isNewCourse(ClassroomEvent.Predictions now) {
        String before = course.get(now.question());
        String state = now.open() + now.result();
        if (course.size() < MAX_QUESTIONS || before != null) {
            course.put(now.question(), state);
        }
        return !state.equals(before == null ? "true" : before);
    }

    private boolean isNews(ClassroomEvent event) {
        if (event instanceof ClassroomEvent.Hand hand) {
            return isNewHand(hand);
        }
        if (event instanceof ClassroomEvent.Predictions now) {
            return isNewCourse(now);
        }
        return !(event instanceof ClassroomEvent.Poll poll) || isNewPoll(poll);
    }

    /** That one more person has voted is no news. */
    private boolean isNewPoll(ClassroomEvent.Poll now) {
        ClassroomEvent.Poll before = poll;
        poll = now;
        return before == null
                || before.state() != now.state()
                || !before.question().equals(now.question())
                || !before.options().equals(now.options());
    }

    /** A hand that goes on under another name of its person is none. */
    private boolean isNewHand(ClassroomEvent.Hand hand) {
        boolean ofInterest = member.isInstructor() || isMine(hand);
        if (!hand.isUp()) {
            return hands.remove(hand.name()) != null && ofInterest;
        }
        boolean renamed = hands.values()
                .removeIf(
                        other -> other.place() == hand.place() && !other.name().equals(hand.name()));
        boolean changed = !hand.equals(hands.get(hand.name()));
        if (hands.size() < MAX_HANDS || hands.containsKey(hand.name())) {
            hands.put(hand.name(), hand);
        }
        return changed && !renamed && ofInterest;
    }

    private boolean isMine(ClassroomEvent.Hand hand) {
        return member.isMe(Shown.name(hand.name()));
    }

    private int before(ClassroomEvent.Hand hand) {
        return (int) hands.values().stream()
                .filter(other -> other.place() < hand.place())
                .count();
    }

    /** Whether there is a hand up, as far as the server has told. */
    public boolean hasHands() {
        return !hands.isEmpty();
    }

    /** As a plain client is told, without the star before it. */
    private Optional<String> words(Event event) {
        return renderer.withIds(member.isInstructor())
                .render(event, member.name())
                .map(line -> Shown.words(line.substring(2)));
    }
}
