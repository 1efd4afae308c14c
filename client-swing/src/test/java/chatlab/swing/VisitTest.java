package chatlab.swing;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Endpoint;
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
        visit.begin(SERVER);
    }

    @Test
    void chatIsShownOnceTheServerHasLetTheUserIn() {
        assertThat(visit.note(CONNECTING, "ada")).isFalse();
        assertThat(visit.isInChat(CONNECTING)).isFalse();
        assertThat(visit.note(JOINED, "ada")).isTrue();
        assertThat(visit.isInChat(JOINED)).isTrue();
        assertThat(visit.note(JOINED, "ada")).as("news only once").isFalse();
    }

    @Test
    void newNameIsReportedOnceAndOnlyInTheChat() {
        assertThat(visit.note(REFUSED, "ada2")).isFalse();
        assertThat(visit.note(JOINED, "ada3")).isTrue();
        assertThat(visit.note(JOINED, "countess")).isTrue();
        assertThat(visit.note(JOINED, "countess")).isFalse();
        assertThat(visit.server()).contains(SERVER);
    }

    @Test
    void aChatThatIsLostOrOverStaysInView() {
        visit.note(JOINED, "ada");
        for (Status status : new Status[] {LOST, CONNECTING, ENDED}) {
            visit.note(status, "ada");
            assertThat(visit.isInChat(status)).as(status.toString()).isTrue();
        }
    }

    @Test
    void aChatThatIsLostAtOnceIsAChat() {
        assertThat(visit.note(LOST, "ada")).isTrue();
        assertThat(visit.isInChat(LOST)).isTrue();
    }

    @Test
    void attemptThatFailsStaysOnThePageToJoin() {
        visit.note(CONNECTING, "ada");
        visit.note(ENDED, "ada");
        assertThat(visit.isInChat(ENDED)).isFalse();
    }

    @Test
    void userWithoutANameChoosesOneFirst() {
        visit.note(REFUSED, "ada");
        assertThat(visit.isInChat(REFUSED)).isFalse();
        visit.note(JOINED, "ada");
        assertThat(visit.isInChat(JOINED)).isTrue();
    }

    @Test
    void userLooksForAnotherServerAndCanGoBack() {
        visit.choose();
        assertThat(visit.isChoosing()).as("there is nothing to go back to").isFalse();

        visit.note(JOINED, "ada");
        visit.choose();
        assertThat(visit.isInChat(JOINED)).isFalse();
        visit.stopChoosing();
        assertThat(visit.isInChat(JOINED)).isTrue();

        visit.choose();
        visit.begin(SERVER);
        assertThat(visit.isChoosing()).isFalse();
        assertThat(visit.isInChat(CONNECTING)).isFalse();
    }
}
