package chatlab.client;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What ada is told of the classroom. */
class ClassNewsTest {
    private final Member ada = new Member("ada");
    private final ClassNews news = new ClassNews(ada, Clock.systemUTC());

    @Test
    void studentIsToldOfTheOwnHandAlone() {
        assertThat(told(hand("ada", 3, "why?"))).contains("Your hand is up, with the number 3. About: why?");
        assertThat(told(hand("bob", 4, ""))).isEmpty();
        assertThat(told(hand("bob", 0, ""))).isEmpty();
        assertThat(told(hand("ada", 0, ""))).contains("Your hand is down.");
    }

    @Test
    void instructorIsToldOfAllHandsOnce() {
        ada.note(new Event.Note("op", ""));
        assertThat(told(hand("bob", 3, ""))).contains("bob raises a hand, number 3.");
        assertThat(told(hand("bob", 3, ""))).isEmpty();
        assertThat(told(hand("bob", 3, "why?"))).contains("bob raises a hand, number 3. About: why?");
        assertThat(news.sentence(hand("bob", 3, "why?"), true)).isPresent(); // asked for
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
        return news.sentence(event, false);
    }

    private static ClassroomEvent.Hand hand(String name, int place, String text) {
        return new ClassroomEvent.Hand(name, place, "", text);
    }
}
