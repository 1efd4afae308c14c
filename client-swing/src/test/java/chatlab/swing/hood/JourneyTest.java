package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chatlab.swing.hood.Journey.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {
    private static final String ECHO = "MSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z re=k3 :hi";

    private long now = 1_000;
    private final Journey journey = new Journey(() -> now);

    @Test
    void aMessageIsFollowedFromTheKeyboardToTheScreen() {
        List<String> lines = List.of("/say@k3 hi");
        journey.queued(lines);
        now += 20;
        journey.writing(lines);
        now += 30;
        journey.written(lines);
        now += 400;
        journey.arrived(ECHO);
        now += 50;
        journey.handled(ECHO);

        String thread = Thread.currentThread().getName();
        assertThat(journey.steps())
                .containsExactly(
                        new Journey.Step(Stage.QUEUED, thread, 0),
                        new Journey.Step(Stage.TAKEN, thread, 20),
                        new Journey.Step(Stage.WRITTEN, thread, 50),
                        new Journey.Step(Stage.ARRIVED, thread, 450),
                        new Journey.Step(Stage.HANDLED, thread, 500));
    }

    @Test
    void theAnswerMayOvertakeTheReturnOfWrite() {
        List<String> lines = List.of("/msg@k3 bob hi");
        journey.queued(lines);
        journey.writing(lines);
        journey.arrived(ECHO);
        journey.written(lines);

        assertThat(journey.steps())
                .extracting(Journey.Step::stage)
                .containsExactly(Stage.QUEUED, Stage.TAKEN, Stage.ARRIVED, Stage.WRITTEN);
    }

    @Test
    void refusalIsRecordedAsAnswer() {
        journey.queued(List.of("/say@k3 hi"));
        journey.arrived("ERR re=k3 code=muted :You are muted.");

        assertThat(journey.steps()).extracting(Journey.Step::stage).containsExactly(Stage.QUEUED, Stage.ARRIVED);
    }

    @Test
    void firstLineOfAPasteBeginsTheJourney() {
        List<String> paste = List.of("/paste@k3", "one", "two", ".");
        journey.queued(paste);
        journey.writing(paste);
        now += 5;
        journey.arrived("MSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z part=1/2 re=k3 :one");
        now += 5;
        journey.arrived("MSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z part=2/2 re=k3 :two");

        assertThat(journey.steps())
                .extracting(Journey.Step::stage, Journey.Step::nanos)
                .containsExactly(tuple(Stage.QUEUED, 0L), tuple(Stage.TAKEN, 0L), tuple(Stage.ARRIVED, 5L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z re=k33 :hi",
                "MSG room=lobby from=ada id=7 at=2026-11-20T10:15:02.007Z :not re=k3 this",
                "MSG room=lobby from=bob id=7 at=2026-11-20T10:15:02.007Z more=k3 :hi",
                "PING"
            })
    void answersToOtherLinesAreNoSteps(String line) {
        journey.queued(List.of("/say@k3 hi"));
        journey.arrived(line);
        journey.handled(line);

        assertThat(journey.steps()).extracting(Journey.Step::stage).containsExactly(Stage.QUEUED);
    }

    @Test
    void aNewMessageBeginsANewJourneyAndQuestionsDoNot() {
        journey.queued(List.of("/say@k3 hi"));
        journey.writing(List.of("/say@k3 hi"));
        long before = journey.revision();
        journey.queued(List.of("/who@k4"));
        journey.writing(List.of("/who@k4"));
        journey.queued(List.of("no command"));
        journey.queued(List.of("/nonsense@k9"));
        journey.queued(List.of());
        assertThat(journey.revision()).isEqualTo(before);

        journey.queued(List.of("/announce@k5 hi"));
        journey.written(List.of("/say@k3 hi"));
        assertThat(journey.revision()).isGreaterThan(before);
        assertThat(journey.steps()).extracting(Journey.Step::stage).containsExactly(Stage.QUEUED);
    }

    @Test
    void journeyIsEmptyBeforeTheFirstMessage() {
        journey.writing(List.of("/ping"));
        journey.arrived("PONG");

        assertThat(journey.steps()).isEmpty();
    }
}
