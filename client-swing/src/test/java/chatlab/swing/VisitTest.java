package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Endpoint;
import chatlab.swing.Visit.Request;
import chatlab.swing.model.Status;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VisitTest {
    private static final Endpoint SERVER = new Endpoint("localhost", 8081);
    private static final Status CONNECTING = new Status.Connecting("localhost:8081");
    private static final Status JOINED = new Status.Joined();
    private static final Status REFUSED = new Status.NameRefused("taken", "ada2");
    private static final Status LOST = new Status.Lost("lost", Instant.EPOCH);
    private static final Status ENDED = new Status.Ended("kicked");

    private final Visit visit = new Visit();

    @BeforeEach
    void begin() {
        visit.begin(new Request(SERVER, "ada"));
    }

    @Test
    void theChatIsSeenOnceTheServerHasLetUsIn() {
        assertThat(visit.note(CONNECTING)).isFalse();
        assertThat(visit.isInChat(CONNECTING)).isFalse();
        assertThat(visit.note(JOINED)).isTrue();
        assertThat(visit.isInChat(JOINED)).isTrue();
        assertThat(visit.note(JOINED)).as("news only once").isFalse();
    }

    @Test
    void aChatThatIsLostOrOverStaysInView() {
        visit.note(JOINED);
        for (Status status : new Status[] {LOST, CONNECTING, ENDED}) {
            visit.note(status);
            assertThat(visit.isInChat(status)).as(status.toString()).isTrue();
        }
    }

    @Test
    void aChatThatIsLostAtOnceIsAChat() {
        assertThat(visit.note(LOST)).isTrue();
        assertThat(visit.isInChat(LOST)).isTrue();
    }

    @Test
    void whatEndsBeforeItBeganStaysOnTheFirstPage() {
        visit.note(CONNECTING);
        visit.note(ENDED);
        assertThat(visit.isInChat(ENDED)).isFalse();
    }

    @Test
    void whoHasNoNameYetChoosesOneFirst() {
        visit.note(REFUSED);
        assertThat(visit.isInChat(REFUSED)).isFalse();
        visit.rename("ada2");
        assertThat(visit.request()).contains(new Request(SERVER, "ada2"));
        visit.note(JOINED);
        assertThat(visit.isInChat(JOINED)).isTrue();
    }

    @Test
    void whoLooksForAnotherServerCanGoBackOrOn() {
        visit.choose();
        assertThat(visit.isChoosing()).as("there is nothing to go back to").isFalse();

        visit.note(JOINED);
        visit.choose();
        assertThat(visit.isInChat(JOINED)).isFalse();
        visit.stopChoosing();
        assertThat(visit.isInChat(JOINED)).isTrue();

        visit.choose();
        visit.begin(new Request(SERVER, "bob"));
        assertThat(visit.isChoosing()).isFalse();
        assertThat(visit.isInChat(CONNECTING)).isFalse();
    }
}
