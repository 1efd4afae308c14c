package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import chatlab.protocol.Rows;
import chatlab.protocol.testing.HangLimit;
import chatlab.server.Crowd;
import chatlab.server.support.DeliveryKind;
import chatlab.server.support.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of delivery does, whichever of its threads write. */
@ParameterizedClass
@EnumSource
class DeliveryTest {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger appended = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final List<Line> lines = new ArrayList<>();
    private final Delivery delivery;
    private volatile Runnable meanwhile = () -> {};

    DeliveryTest(DeliveryKind kind) {
        Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
        Runnable beforeWriting = () -> {
            int all = appended.get();
            meanwhile.run();
            written.set(all);
        };
        delivery = Delivery.of(kind, threads, beforeWriting, complaints::add);
        delivery.start();
    }

    private Line open() throws Exception {
        Line line = Line.open(lines.size() + 1, delivery);
        lines.add(line);
        delivery.add(line.connection());
        return line;
    }

    @AfterEach
    void close() throws Exception {
        for (Line line : lines) {
            line.close();
        }
        delivery.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().matches("client \\d writer")));
        assertThat(complaints).isEmpty();
    }

    @Test
    void ringIsHeardHoweverLateItComes() throws Exception {
        Connection ada = open().connection();
        Random random = new Random(1);
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(lines.get(0).peer()::readAll);
            for (int i = 0; i < 5_000; i++) {
                ada.sendPlain("x");
                long put = System.nanoTime();
                while (ada.outbox().needsVisit()) {
                    assertThat(System.nanoTime() - put)
                            .as("nanoseconds asleep")
                            .isLessThan(TimeUnit.SECONDS.toNanos(HangLimit.SECONDS));
                    Thread.yield(); // to the writer, where there is no processor for both
                }
                long next = System.nanoTime() + random.nextInt(30_000); // about when the writer goes to sleep
                while (System.nanoTime() < next) {
                    Thread.onSpinWait();
                }
            }
            ada.close();
            crowd.await();
        }
    }

    @Test
    void transcriptIsWrittenBeforeEachDelivery() throws Exception {
        Line ada = open();
        for (int i = 1; i <= 1000; i++) {
            appended.set(i);
            ada.connection().sendPlain("x");
            ada.peer().expect("x");
            assertThat(written.get()).isGreaterThanOrEqualTo(i);
        }
    }

    @Test
    void transcriptIsWrittenAlsoWithoutClients() {
        for (int i = 1; i <= 200; i++) {
            appended.set(i);
            delivery.ring();
            int wanted = i;
            await().pollInterval(Duration.ofMillis(1)).until(() -> written.get() == wanted);
        }
    }

    @Test
    void lineThatComesWhileTheTranscriptIsWrittenIsWrittenToo() {
        meanwhile = () -> {
            if (appended.get() == 1) {
                appended.set(2);
                delivery.ring();
            }
        };
        appended.set(1);
        delivery.ring();
        await().until(() -> written.get() == 2);
    }

    @Test
    void clientThatDoesNotReadStopsNoOtherAndMissesNothing() throws Exception {
        Line ada = open();
        Line bob = open();
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(() -> {
                for (int i = 0; i < 1000; i++) {
                    ada.connection().awaitRoom();
                    ada.connection().send(new Event.Note("", i + " " + "x".repeat(8000)));
                }
                ada.connection().goodbye(new Event.Bye("", "quit", "bye"));
            });
            await().until(() -> ada.connection().threads().toString().contains("state=writing"));
            for (int i = 0; i < 100; i++) {
                bob.connection().sendPlain("mail " + i);
                bob.peer().expect("mail " + i);
            }
            for (int i = 0; i < 1000; i++) {
                for (String row : Rows.ofPlain("* " + i + " " + "x".repeat(8000))) {
                    ada.peer().expect(row);
                }
            }
            ada.peer().expect("* bye");
            ada.peer().expectEnd();
            crowd.await();
        }
    }

    @Test
    void mailThatCameBeforeTheClientWasAddedIsDelivered() throws Exception {
        Line ada = Line.open(1, delivery);
        lines.add(ada);
        ada.connection().sendPlain("early");
        delivery.add(ada.connection());
        ada.peer().expect("early");
    }
}
