package chatlab.swing.hood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.swing.hood.Wire.Direction;
import chatlab.swing.hood.Wire.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:02.007Z");

    private final Wire wire = new Wire(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void linesAreRecordedInOrder() {
        wire.received("* CHAT/1 Room 12. You are guest1.");
        wire.sent("/say hé");

        assertThat(wire.since(0).added())
                .containsExactly(
                        new Wire.Line(
                                0,
                                NOW,
                                Direction.FROM_SERVER,
                                34,
                                "* CHAT/1 Room 12. You are guest1.",
                                false,
                                Kind.WHOLE),
                        new Wire.Line(1, NOW, Direction.TO_SERVER, 9, "/say hé", false, Kind.WHOLE));
        assertThat(wire.since(1).added()).extracting(Wire.Line::number).containsExactly(1L);
        assertThat(wire.since(2).added()).isEmpty();
    }

    @Test
    void aSecretIsNotKeptButItsBytesAreCounted() {
        wire.sent("/op opensesame");
        wire.received("HELLO token=opensesame");

        assertThat(wire.since(0).added().toString()).doesNotContain("opensesame");
        assertThat(wire.since(0).added()).extracting(Wire.Line::bytes).containsExactly(15, 23);
        assertThat(wire.since(0).added()).allMatch(Wire.Line::masked);
    }

    @Test
    void onlyTheNewestLinesAreKept() {
        for (int i = 0; i < Wire.MAX_LINES + 3; i++) {
            wire.received("PING :" + i);
        }

        Wire.News news = wire.since(0);
        assertThat(news.first()).isEqualTo(3);
        assertThat(news.added()).hasSize(Wire.MAX_LINES);
        assertThat(news.added().get(0).text()).isEqualTo("PING :3");
        assertThat(wire.count()).isEqualTo(Wire.MAX_LINES + 3);
    }

    @Test
    void longLinesAreForgottenEarlier() {
        String line = "x".repeat(8192);
        for (int i = 0; i < Wire.MAX_LINES; i++) {
            wire.received(line);
        }

        assertThat(wire.since(0).added()).hasSize(Wire.MAX_CHARS / 8192);
    }

    @Test
    void clearedWireHasOnlyNewLines() {
        wire.received("PING");
        wire.clear();
        wire.sent("/pong");

        assertThat(wire.since(0).first()).isEqualTo(1);
        assertThat(wire.since(0).added()).extracting(Wire.Line::text).containsExactly("/pong");
    }

    @Test
    void linesOfAPasteAreMarked() {
        List.of("/PASTE@k1 bob", "/say no command here", ".", "/pastels", "/say hi")
                .forEach(wire::sent);

        assertThat(wire.since(0).added())
                .extracting(Wire.Line::kind)
                .containsExactly(Kind.WHOLE, Kind.OF_PASTE, Kind.OF_PASTE, Kind.WHOLE, Kind.WHOLE);
    }

    @Test
    void aPasteDoesNotOutliveItsConnection() {
        wire.sent("/paste");
        wire.received("* CHAT/1 Room 12. You are guest1.");
        wire.sent("/proto 1 ada");

        assertThat(wire.since(2).added()).extracting(Wire.Line::kind).containsExactly(Kind.WHOLE);
    }

    @Test
    void halfALineHasNoEndAndWhatFollowsIsTheOtherHalf() {
        wire.sent("/say hel");
        wire.expectHalf("/say hel");
        List.of("/say@k1 hi", "/say hel", "/paste", "/say hel").forEach(wire::sent);

        assertThat(wire.since(0).added())
                .extracting(Wire.Line::kind)
                .containsExactly(Kind.WHOLE, Kind.WHOLE, Kind.FIRST_HALF, Kind.OTHER_HALF, Kind.WHOLE);
        assertThat(wire.since(0).added()).extracting(Wire.Line::bytes).containsExactly(9, 11, 8, 7, 9);
    }

    @Test
    void halfALineIsLostWithItsConnection() {
        wire.expectHalf("/say hel");
        wire.sent("/say hel");
        wire.received("* CHAT/1 Room 12. You are guest1.");
        wire.sent("/proto 1 ada");

        assertThat(wire.since(2).added()).extracting(Wire.Line::kind).containsExactly(Kind.WHOLE);
    }

    @Test
    void whatWasNotRecordedHasNoPart() {
        wire.sent("/paste");
        wire.begin(); // the dot was not recorded
        wire.sent("/who");
        wire.expectHalf("/say hel");
        wire.sent("/say hel");
        wire.begin(); // nor was the other half
        wire.sent("/who");
        wire.expectHalf("/say hel");
        wire.begin(); // nor was any half
        wire.sent("/say hel");

        assertThat(wire.since(0).added())
                .extracting(Wire.Line::kind)
                .containsExactly(Kind.WHOLE, Kind.WHOLE, Kind.FIRST_HALF, Kind.WHOLE, Kind.WHOLE);
    }

    @Test
    void theWriterWaitsWhileTheReaderRecords() throws InterruptedException {
        MeetingClock clock = new MeetingClock();
        Wire shared = new Wire(clock);
        clock.other = new Thread(() -> shared.sent("/pong"));
        shared.received("PING");
        clock.other.join();

        assertThat(clock.most).hasValue(1);
        assertThat(shared.since(0).added()).extracting(Wire.Line::text).containsExactly("PING", "/pong");
    }

    /** A clock that holds the first thread until a second thread asks for the time, or waits for the lock. */
    private static final class MeetingClock extends Clock {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private Thread other;

        @Override
        public Instant instant() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            if (Thread.currentThread() != other) {
                other.start();
                await().until(() ->
                        Set.of(Thread.State.BLOCKED, Thread.State.TERMINATED).contains(other.getState()));
            }
            inside.decrementAndGet();
            return NOW;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
