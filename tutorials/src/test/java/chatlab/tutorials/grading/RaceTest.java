package chatlab.tutorials.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** That a second call waits for the first can be proven only in a process of its own: the right answers of chapter 5 show it. */
@Isolated("it looks at all threads of the process")
class RaceTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());
    private final Hold hold = new Hold();

    @Test
    void secondCallRunsWhileTheFirstIsHeld() throws Exception {
        hold.set(2);
        Race race = new Race(hold, "one", () -> inThreeParts("first"), "two", () -> log.add("second"));
        Race.runAll(List.of(race));
        assertThat(log).containsExactly("first 1", "second", "first 2", "first 3");
        assertThat(race.thrown()).isNull();
    }

    @Test
    void firstCallIsHeldAtEachPlaceInTurn() throws Exception {
        Races<RaceTest> all = new Races<>(RaceTest::new, room -> room.hold);
        List<List<String>> seen = new ArrayList<>();
        all.add("one", room -> room.inThreeParts("first"), "two", room -> room.log.add("second"), (room, thrown) -> {
            assertThat(thrown).isNull();
            seen.add(room.log);
        });
        all.run();
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        List.of("second", "first 1", "first 2", "first 3"),
                        List.of("first 1", "second", "first 2", "first 3"),
                        List.of("first 1", "first 2", "second", "first 3"));
    }

    @Test
    void placesAreCounted() {
        hold.pass();
        hold.set(0);
        inThreeParts("alone");
        assertThat(hold.passed()).isEqualTo(3);
    }

    @Test
    void exceptionIsKept() throws Exception {
        IllegalStateException thrown = new IllegalStateException();
        Race race = new Race(hold, "one", () -> {}, "two", () -> {
            throw thrown;
        });
        Race.runAll(List.of(race));
        assertThat(race.thrown()).isSameAs(thrown);
    }

    private void inThreeParts(String name) {
        for (int i = 1; i <= 3; i++) {
            hold.pass();
            log.add(name + " " + i);
        }
    }
}
