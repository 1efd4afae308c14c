package chatlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Event;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostOfficeTest {
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
    private final AtomicInteger appended = new AtomicInteger();
    private final AtomicInteger written = new AtomicInteger();
    private final PostOffice office = new PostOffice(threads, () -> written.set(appended.get()));
    private final List<Line> lines = new ArrayList<>();

    private Line open() throws Exception {
        Line line = Line.open(lines.size() + 1, office);
        lines.add(line);
        office.add(line.connection());
        return line;
    }

    @AfterEach
    void close() throws Exception {
        for (Line line : lines) {
            line.close();
        }
        office.close();
    }

    @Test
    void noWakeUpIsLost() throws Exception {
        Connection ada = open().connection();
        Random random = new Random(1);
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(lines.get(0).peer()::readAll);
            for (int i = 0; i < 50_000; i++) {
                ada.sendPlain("x");
                long put = System.nanoTime();
                while (ada.needsVisit()) {
                    assertThat(System.nanoTime() - put).as("nanoseconds asleep").isLessThan(5_000_000_000L);
                }
                long next = System.nanoTime() + random.nextInt(30_000); // about when he goes to sleep
                while (System.nanoTime() < next) {
                    Thread.onSpinWait();
                }
            }
            ada.close();
            crowd.await();
        }
    }

    @Test
    void theTranscriptIsWrittenBeforeEachDelivery() throws Exception {
        Line ada = open();
        for (int i = 1; i <= 2000; i++) {
            appended.set(i);
            ada.connection().sendPlain("x");
            ada.peer().expect("x");
            assertThat(written.get()).isGreaterThanOrEqualTo(i);
        }
    }

    @Test
    void theTranscriptIsWrittenAlsoWhenNobodyIsThere() {
        for (int i = 1; i <= 200; i++) {
            appended.set(i);
            office.ring();
            int wanted = i;
            await().pollInterval(Duration.ofMillis(1)).until(() -> written.get() == wanted);
        }
    }

    @Test
    void whoDoesNotReadGetsAWriterOfItsOwnAndTheOthersTheirMail() throws Exception {
        Line bob = open();
        try (Crowd crowd = new Crowd()) {
            for (int i = 0; i < 3; i++) {
                Line stuck = open();
                crowd.letDo(stuck::sendForEver);
            }
            for (int i = 0; !lines.stream().skip(1).allMatch(Line::hasAWriterOfItsOwn); i++) {
                bob.connection().sendPlain("mail " + i);
                bob.peer().expect("mail " + i);
            }
            assertThat(bob.hasAWriterOfItsOwn()).isFalse();
            assertThat(threadNames()).contains("client 2 writer", "client 3 writer", "client 4 writer", "postman");

            for (Line stuck : lines.subList(1, 4)) {
                stuck.connection().close();
            }
            crowd.await();
            await().until(() -> threadNames().noneMatch(name -> name.matches("client [234] writer")));
            bob.connection().sendPlain("still");
            bob.peer().expect("still");
        }
    }

    @Test
    void theWriterThatIsLeftAtADoorGoesOnThere() throws Exception {
        Line ada = open();
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(ada::sendForEver);
            await().until(ada::hasAWriterOfItsOwn);
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(ada.peer().socket().getInputStream(), StandardCharsets.UTF_8));
            for (int i = 0; i < 2000; i++) { // more than was under way when he got stuck
                assertThat(reader.readLine()).isEqualTo("* " + "x".repeat(8000));
            }
            ada.connection().close();
            crowd.await();
        }
    }

    @Test
    void aPostmanWhoDiesIsReplaced() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        PostOffice unlucky = new PostOffice(threads, () -> {
            if (runs.incrementAndGet() == 3) {
                throw new IllegalStateException("bad day");
            }
        });
        try (Line ada = Line.open(1, unlucky)) {
            unlucky.add(ada.connection());
            await().until(() -> {
                unlucky.ring();
                return !complaints.isEmpty();
            });
            ada.connection().sendPlain("x");
            ada.peer().expect("x");
        }
        unlucky.close();
        assertThat(complaints).singleElement().asString().contains("bad day");
    }

    @Test
    void oneCompareAndSetDecidesWhoIsThePostman() throws Exception {
        Line ada = Line.open(1, office); // the office does not go there
        lines.add(ada);
        Postman postman = new Postman(List.of(ada.connection()), () -> {});
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(postman::run);
            crowd.letDo(() -> {
                while (!ada.connection().isClosed()) {
                    ada.connection().sendPatiently(new Event.Note("", "x".repeat(8000)));
                    postman.ring();
                }
            });
            AtomicLong lastLook = new AtomicLong();
            await().pollInterval(Duration.ofMillis(50))
                    .until(() -> postman.visit() > 0 && lastLook.getAndSet(postman.visit()) == postman.visit());
            long visit = postman.visit();
            assertThat(postman.relieve(visit - 1)).isNull();
            assertThat(ada.hasAWriterOfItsOwn()).isFalse();
            assertThat(postman.relieve(visit)).isSameAs(ada.connection());
            assertThat(postman.relieve(visit)).isNull();
            ada.connection().close();
            crowd.await(); // his thread ends with the client
            assertThat(postman.hasEnded()).isTrue();
        }
    }

    private static Stream<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName);
    }
}
