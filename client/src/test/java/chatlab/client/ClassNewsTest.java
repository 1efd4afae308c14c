package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomCommand;
import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.CourseQuestion;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ada is told of the classroom. */
class ClassNewsTest {
    private final Member ada = new Member("ada");
    private final ClassNews news = new ClassNews(ada, Clock.systemUTC());

    @Test
    void studentIsToldOfTheOwnHandAlone() {
        assertThat(told(hand("ada", 3, "why?"))).contains("Your hand is up. No hand is up before yours. About: why?");
        assertThat(told(hand("bob", 4, ""))).isEmpty();
        assertThat(told(hand("bob", 0, ""))).isEmpty();
        assertThat(told(hand("ada", 0, ""))).contains("Your hand is down.");
    }

    @Test
    void personIsToldHowManyHandsAreUpBeforeItsOwn() {
        told(hand("cyd", 7, ""));
        told(hand("bob", 3, ""));
        told(hand("eve", 12, ""));
        assertThat(told(hand("ada", 9, ""))).contains("Your hand is up. 2 hands are up before yours.");
        told(hand("bob", 0, ""));
        assertThat(news.sentence(hand("ada", 9, ""), ClassroomCommand.Hands.class::equals))
                .contains("Your hand is up. 1 hand is up before yours.");
        assertThat(news.sentence(hand("cyd", 7, ""), ClassroomCommand.Hands.class::equals))
                .contains("The hand of cyd is up.");
    }

    @Test
    void whatCanBeUndoneIsToldInNoWords() {
        ada.note(new Event.Note("op", ""));
        assertThat(told(new ClassroomEvent.Undo(true, "bob"))).isEmpty();
    }

    @Test
    void instructorIsToldOfAllHandsOnce() {
        ada.note(new Event.Note("op", ""));
        assertThat(told(hand("bob", 3, ""))).contains("The hand of bob is up.");
        assertThat(told(hand("bob", 3, ""))).isEmpty();
        assertThat(told(hand("bob", 3, "why?"))).contains("The hand of bob is up. About: why?");
        assertThat(news.sentence(hand("bob", 3, "why?"), ClassroomCommand.Hands.class::equals))
                .isPresent(); // asked for
        assertThat(told(hand("bob", 0, ""))).contains("bob takes the hand down.");
        assertThat(told(hand("bob", 0, ""))).isEmpty();
        assertThat(news.hasHands()).isFalse();
    }

    @Test
    void handOfPersonWithNewNameIsNoNews() {
        ada.note(new Event.Note("op", ""));
        told(hand("bob", 3, ""));
        assertThat(told(hand("rob", 3, ""))).isEmpty();
        assertThat(told(hand("bob", 0, ""))).isEmpty();
        assertThat(told(hand("rob", 0, ""))).contains("rob takes the hand down.");
    }

    @Test
    void noteSaysWhyAnInstructorTookTheHandDown() {
        told(hand("ada", 3, ""));
        assertThat(told(new ClassroomEvent.Hand("ada", 0, "teach", ""))).isEmpty();
    }

    @Test
    void instructorIsToldTheNumberOfARemovedMessage() {
        ClassroomEvent gone = new ClassroomEvent.Gone(9, "lobby", 7, "bob", "ada", Instant.EPOCH);
        assertThat(told(gone)).contains("A message of bob was removed.");
        ada.note(new Event.Note("op", ""));
        assertThat(told(gone)).contains("A message of bob #7 was removed.");
    }

    @Test
    void resultOfPredictionsIsNewsAndThatOneMoreHasPredictedIsNone() {
        CourseQuestion third = new CourseQuestion(3);
        assertThat(told(new ClassroomEvent.Predictions(third, true, 1, 3, List.of())))
                .isEmpty();
        ClassroomEvent.Predictions more = new ClassroomEvent.Predictions(third, true, 2, 3, List.of());
        assertThat(news.sentence(more, ClassroomCommand.Predictions.class::equals))
                .contains("Course, chapter 3 is open: 2 of 3 people have predicted.");
        assertThat(told(new ClassroomEvent.Predictions(third, false, 2, 3, List.of())))
                .contains("Course, chapter 3 is closed for now: 2 of 3 people have predicted.");
        assertThat(told(new ClassroomEvent.Predictions(third, false, 2, 3, List.of(0, 2))))
                .contains("Course, chapter 3: 2 predictions, a 0, b 2.");
        assertThat(told(new ClassroomEvent.Predictions(third, false, 2, 3, List.of(0, 2))))
                .isEmpty();
    }

    @Test
    void progressIsToldWhenAskedForALineForEachPerson() {
        ClassroomEvent.Did read = new ClassroomEvent.Did("bob", new CourseQuestion(1), "read", Instant.EPOCH);
        assertThat(told(read)).isEmpty();
        assertThat(news.takeProgress()).isEmpty();
        for (ClassroomEvent.Did did : List.of(
                read,
                new ClassroomEvent.Did("bob", new CourseQuestion(1), "passed", Instant.EPOCH),
                new ClassroomEvent.Did("bob", new CourseQuestion(7, 2), "predicted=b", Instant.EPOCH),
                new ClassroomEvent.Did("eve", new CourseQuestion(1), "hint", Instant.EPOCH))) {
            assertThat(news.sentence(did, InstructorCommand.Progress.class::equals))
                    .isEmpty();
        }
        assertThat(news.takeProgress()).containsExactly("bob: 1 read passed, 7.2 predicted b", "eve: 1 hint");
        assertThat(news.takeProgress()).isEmpty();
    }

    @Test
    void eachStateOfPollIsNewsAndAVoteIsNone() {
        assertThat(told(poll(State.OPEN, 0, "Clear?"))).contains("Poll: Clear? Answer with /vote yes or /vote no.");
        assertThat(told(poll(State.OPEN, 5, "Clear?"))).isEmpty();
        assertThat(news.sentence(poll(State.OPEN, 5, "Clear?"), ClassroomCommand.Poll.class::equals))
                .contains("Poll, 5 votes: Clear? Answer with /vote yes or /vote no.");
        assertThat(told(poll(State.CLOSED, 5, "Clear?"))).contains("The poll is closed, 5 votes: Clear?");
        assertThat(told(poll(State.SHOWN, 5, "Clear?"))).contains("The poll has ended, yes 3, no 2: Clear?");
        assertThat(told(poll(State.OPEN, 0, "Now"))).contains("Poll: Now. Answer with /vote yes or /vote no.");
        assertThat(told(poll(State.VOID, 0, "Now"))).contains("The poll has ended without a result: Now");
    }

    @Test
    void timerIsShownAsAClockShowsIt() {
        assertThat(told(new ClassroomEvent.Timer(Instant.EPOCH, 300, "exercise 3")))
                .contains("Timer, 5:00 left. exercise 3");
        assertThat(told(new ClassroomEvent.Timer(Instant.EPOCH, 3725, ""))).contains("Timer, 1:02:05 left.");
        assertThat(told(new ClassroomEvent.Timer(Instant.EPOCH, 0, ""))).contains("The timer is off.");
    }

    @Test
    void hostileServerIsRememberedInBoundsAndCleaned() {
        ada.note(new Event.Note("op", ""));
        for (int i = 1; i <= 2000; i++) {
            told(hand("p" + i, i, ""));
        }
        assertThat(told(hand("p1", 1, ""))).isEmpty();
        assertThat(told(hand("eve\u001b[2J", 5000, "x\u202ey")))
                .get()
                .asString()
                .doesNotContain("\u001b", "\u202e");
    }

    private Optional<String> told(ClassroomEvent event) {
        return news.sentence(event, command -> false);
    }

    private static ClassroomEvent poll(State state, int voted, String question) {
        List<Integer> counts = state == State.SHOWN ? List.of(3, 2) : List.of();
        return new ClassroomEvent.Poll(state, List.of("yes", "no"), voted, counts, question);
    }

    private static ClassroomEvent.Hand hand(String name, int place, String text) {
        return new ClassroomEvent.Hand(name, place, "", text);
    }
}
