package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.server.Crowd;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox();

    private String drain(int bytes) {
        byte[] buffer = new byte[bytes];
        return new String(buffer, 0, outbox.drainTo(buffer), StandardCharsets.UTF_8);
    }

    @Test
    void wholeLinesAreDrainedInOrder() {
        assertThat(outbox.needsVisit()).isFalse();
        outbox.put(Batch.line("one"));
        outbox.put(Batch.line("two"));
        outbox.put(Batch.line("three"));
        assertThat(outbox.needsVisit()).isTrue();
        assertThat(drain(13)).isEqualTo("one\ntwo\n");
        assertThat(outbox.needsVisit()).isTrue();
        assertThat(drain(13)).isEqualTo("three\n");
        assertThat(outbox.needsVisit()).isFalse();
        assertThat(drain(13)).isEmpty();
    }

    @Test
    void mailBeyondTheMostMessagesIsRefused() {
        byte[] line = Batch.line("");
        for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
            assertThat(outbox.put(line)).isTrue();
        }
        assertThat(outbox.put(line)).isFalse();
        drain(1);
        assertThat(outbox.put(line)).isTrue();
        assertThat(outbox.put(line)).isFalse();
    }

    @Test
    void mailBeyondTheMostBytesIsRefused() {
        byte[] line = new byte[8192];
        for (int i = 0; i < Outbox.MAX_BYTES / line.length; i++) {
            assertThat(outbox.put(line)).isTrue();
        }
        assertThat(outbox.put(new byte[1])).isFalse();
        drain(line.length);
        assertThat(outbox.put(line)).isTrue();
        assertThat(outbox.put(new byte[1])).isFalse();
    }

    @Test
    void lastWordsComeBehindTheMailAndNothingBehindThem() {
        outbox.put(Batch.line("one"));
        outbox.finish(Batch.line("BYE"));
        assertThat(outbox.put(Batch.line("late"))).isTrue();
        outbox.finish(Batch.line("BYE again"));
        assertThat(outbox.isDone()).isFalse();
        assertThat(drain(4)).isEqualTo("one\n");
        assertThat(outbox.isDone()).isFalse();
        assertThat(drain(99)).isEqualTo("BYE\n");
        assertThat(outbox.isDone()).isTrue();
    }

    @Test
    void clientThatIsFinishedAtOnceGetsOnlyTheLastWords() {
        outbox.put(Batch.line("one"));
        outbox.finishAtOnce(Batch.line("BYE"));
        assertThat(drain(99)).isEqualTo("BYE\n");
        outbox.finishAtOnce(Batch.line("BYE again"));
        assertThat(drain(99)).isEmpty();
    }

    @Test
    void waitForRoomEndsWhenHalfOfItIsThereOrItTakesTooLongOrTheOutboxIsClosed() throws Exception {
        byte[] line = new byte[8192];
        for (int i = 0; i < Outbox.MAX_BYTES / line.length; i++) {
            outbox.put(line);
        }
        AtomicBoolean goesOn = new AtomicBoolean();
        try (Crowd crowd = new Crowd()) {
            AtomicReference<Thread> waiting = new AtomicReference<>();
            crowd.letDo(() -> {
                waiting.set(Thread.currentThread());
                outbox.awaitRoom(60_000);
                goesOn.set(true);
            });
            await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING);
            drain(Outbox.MAX_BYTES / 4);
            assertThat(goesOn).isFalse();
            drain(Outbox.MAX_BYTES / 4);
            await().untilTrue(goesOn);
            for (int i = 0; i < Outbox.MAX_BYTES / 2 / line.length; i++) {
                outbox.put(line);
            }
            assertThat(outbox.awaitRoom(20)).isFalse();
            waiting.set(null);
            crowd.letDo(() -> {
                waiting.set(Thread.currentThread());
                outbox.awaitRoom(60_000);
            });
            await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING);
            outbox.close();
            crowd.await();
        }
    }

    @Test
    void waitForRoomEndsWithTheLastWords() throws Exception {
        outbox.put(new byte[Outbox.MAX_BYTES - 10]);
        try (Crowd crowd = new Crowd()) {
            AtomicReference<Thread> waiting = new AtomicReference<>();
            crowd.letDo(() -> {
                waiting.set(Thread.currentThread());
                outbox.awaitRoom(60_000);
            });
            await().until(() -> waiting.get() != null && waiting.get().getState() == Thread.State.TIMED_WAITING);
            outbox.finish(Batch.line("BYE"));
            crowd.await();
        }
    }

    @Test
    void waitForMailEndsWithEachMailAndWhenTheOutboxIsClosed() throws Exception {
        try (Crowd crowd = new Crowd()) {
            AtomicBoolean closed = new AtomicBoolean();
            crowd.letDo(() -> {
                while (outbox.awaitMail()) {
                    drain(99);
                }
                closed.set(true);
            });
            for (int i = 0; i < 1000; i++) {
                outbox.put(Batch.line("x"));
                while (outbox.needsVisit()) {
                    Thread.onSpinWait();
                }
            }
            assertThat(closed).isFalse();
            outbox.close();
            await().untilTrue(closed);
        }
    }
}
