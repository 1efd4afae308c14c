package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.PlainRenderer;
import chatlab.protocol.Rows;
import chatlab.server.Crowd;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Threads;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostOfficeTest {
    private final Set<Thread> older = Thread.getAllStackTraces().keySet();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
    private final PostOffice office = new PostOffice(threads, () -> {});
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
            await().until(() -> !bob.keepsSomebody());
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
    void theNewPostmanDoesNotGoToTheDoorThatWasLeftToTheOldOne() throws Exception {
        GatedSocket adas = GatedSocket.closed();
        GatedSocket bobs = GatedSocket.open(text -> {});
        try (Scheduler scheduler = new Scheduler(complaint -> {})) {
            PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
            Connection ada = new Connection(1, adas, office, plain, scheduler, c -> {});
            Connection bob = new Connection(2, bobs, office, plain, scheduler, c -> {});
            office.add(ada);
            office.add(bob);
            ada.sendPlain("one");
            await().until(() -> ada.threads().size() == 2); // he stands there and was relieved
            for (int i = 0; i < 3; i++) { // or bob's may have come on the round on which ada's did not
                String before = bobs.written();
                ada.sendPlain("two");
                bob.sendPlain("mail");
                await().until(() -> bobs.written().length() > before.length());
            }
            assertThat(ada.needsVisit()).isTrue(); // nobody has taken it out
            ada.close();
            bob.close();
        }
    }

    /** Or thirty who come first, and stop reading all at the same moment, keep everybody waiting thirty times. */
    @Test
    void whereOneDoesNotReadTheOthersFromThereAreVisitedLast() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        InetAddress lab = InetAddress.getByName("10.1.2.3");
        GatedSocket stuck = GatedSocket.closed().from(lab);
        GatedSocket another = GatedSocket.open(order::add).from(lab);
        GatedSocket bobs = GatedSocket.open(order::add);
        try (Scheduler scheduler = new Scheduler(complaint -> {})) {
            PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
            List<Connection> all = new ArrayList<>();
            for (GatedSocket socket : List.of(stuck, another, bobs)) {
                all.add(new Connection(all.size() + 1, socket, office, plain, scheduler, c -> {}));
                office.add(all.get(all.size() - 1));
            }
            await().until(() -> office.threads().get(0).state().equals("sleeping"));
            all.get(0).put(Batch.line("stuck"));
            all.get(1).put(Batch.line("another"));
            all.get(2).put(Batch.line("bob"));
            office.ring();
            await().until(() -> order.size() == 2);
            assertThat(order).containsExactly("bob\n", "another\n");
            await().until(() -> threadNames().anyMatch("client 1 writer"::equals));
            all.forEach(Connection::close);
            await().until(() -> threadNames().noneMatch("client 1 writer"::equals));
            assertThat(all).noneMatch(office::isOnRound);
        }
    }

    /** Thirty who make each write last nearly as long as the watchdog lets it would keep everybody waiting all the time. */
    @Test
    void nobodyWaitsForMoreThanOneWriteThatTakesLong() throws Exception {
        AtomicLong clock = new AtomicLong();
        PostOffice office = new PostOffice(threads, () -> {}, clock::get);
        List<String> order = new CopyOnWriteArrayList<>();
        List<Connection> all = new ArrayList<>();
        Consumer<String> writeSlowly = text -> {
            order.add(text);
            clock.addAndGet(5_000_000);
            all.get(2).put(Batch.line("bob"));
        };
        try (Scheduler scheduler = new Scheduler(complaint -> {})) {
            for (Consumer<String> write : List.of(writeSlowly, writeSlowly, (Consumer<String>) order::add)) {
                all.add(new Connection(
                        all.size() + 1,
                        GatedSocket.open(write),
                        office,
                        new PlainRenderer(ZoneOffset.UTC),
                        scheduler,
                        c -> {}));
                office.add(all.get(all.size() - 1));
            }
            for (int i = 0; i < 2; i++) { // the first time the slow ones stand before bob
                await().until(() -> office.threads().get(0).state().equals("sleeping"));
                order.clear();
                all.get(0).put(Batch.line("slow"));
                all.get(1).put(Batch.line("slow, too"));
                office.ring();
                await().until(() -> order.contains("slow, too\n") && !all.get(2).needsVisit());
            }
            assertThat(order).startsWith("slow\n", "bob\n", "slow, too\n");
        } finally {
            all.forEach(Connection::close);
            office.close();
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
            List<String> rows = Rows.ofPlain("* " + "x".repeat(8000));
            for (int i = 0; i < 2000; i++) { // more than was under way when he got stuck
                for (String row : rows) {
                    assertThat(reader.readLine()).isEqualTo(row);
                }
            }
            ada.connection().close();
            crowd.await();
        }
    }

    @Test
    void whoHasReadWithoutDelayForAMinuteIsOnTheRoundAgain() throws Exception {
        try (Stay stay = new Stay()) {
            stay.clock.addAndGet(PostOffice.PROBATION - 1);
            stay.ada.sendPlain("two");
            stay.letThrough("one\ntwo\n");
            assertThat(stay.office.isOnRound(stay.ada)).isFalse();

            stay.clock.addAndGet(1);
            Thread writer = stay.writer;
            stay.adas.letOneWriteThrough();
            stay.ada.sendPlain("three"); // the postman on duty brings it
            await().until(() -> stay.adas.written().equals("one\ntwo\nthree\n"));
            await().until(() -> !writer.isAlive());
        }
    }

    @Test
    void aWriteThatTakesLongBeginsTheMinuteAnew() throws Exception {
        try (Stay stay = new Stay()) {
            stay.ada.sendPlain("two");
            stay.adas.awaitWrite();
            stay.clock.addAndGet(PostOffice.PROBATION);
            stay.letThrough("one\ntwo\n");
            stay.ada.sendPlain("three");
            stay.letThrough("one\ntwo\nthree\n");
            assertThat(stay.office.isOnRound(stay.ada)).isFalse();
        }
    }

    @Test
    void theMailThatIsLeftForThePostmanWakesHim() throws Exception {
        try (Stay stay = new Stay()) {
            stay.clock.addAndGet(PostOffice.PROBATION);
            stay.atNextLook = () ->
                    await().until(() -> stay.office.threads().get(0).state().equals("sleeping"));
            stay.adas.letOneWriteThrough();
            stay.ada.sendPlain("two"); // he hears of it, finds nobody's mail, and sleeps again
            await().until(() -> stay.adas.written().equals("one\ntwo\n"));
        }
    }

    @Test
    void whoLeavesJustWhenItsDoorIsPutBackIsNotOnTheRoundForEver() throws Exception {
        try (Stay stay = new Stay()) {
            stay.clock.addAndGet(PostOffice.PROBATION);
            Thread writer = stay.writer;
            stay.atNextLook = stay.ada::close; // her writer has mail, and looks at the clock
            stay.ada.sendPlain("two");
            await().until(() -> !writer.isAlive());
            assertThat(stay.ada.isClosed()).isTrue();
            assertThat(stay.office.isOnRound(stay.ada)).isFalse();
        }
    }

    @Test
    void nothingIsLostHoweverOftenTheDoorGoesBackAndForth() throws Exception {
        try (Stay stay = new Stay()) {
            StringBuilder all = new StringBuilder("one\n");
            for (int i = 0; i < 20; i++) {
                stay.clock.addAndGet(PostOffice.PROBATION);
                stay.ada.sendPlain("mail " + i);
                all.append("mail ").append(i).append('\n');
                stay.adas.awaitWrite(); // it is the postman who waits here
                await().until(() -> !stay.office.isOnRound(stay.ada));
                stay.letThrough(all.toString()); // and now he is her writer
            }
        }
    }

    @Test
    void aWriterThatDiesTakesTheClientWithIt() throws Exception {
        try (Stay stay = new Stay()) {
            Thread writer = stay.writer;
            stay.beforeWriting = () -> {
                if (Thread.currentThread() == writer) {
                    throw new IllegalStateException("bad day");
                }
            };
            stay.ada.sendPlain("two");
            await().until(() -> !writer.isAlive());
            assertThat(stay.ada.isClosed()).isTrue(); // and not there with a line missing
            assertThat(complaints).singleElement().asString().contains("bad day");
        }
    }

    @Test
    void soDoesAPostman() throws Exception {
        GatedSocket adas = GatedSocket.open(text -> {
            throw new IllegalStateException("bad day");
        });
        try (Line bob = Line.open(2, office);
                Scheduler scheduler = new Scheduler(complaint -> {})) {
            Connection ada = new Connection(1, adas, office, new PlainRenderer(ZoneOffset.UTC), scheduler, c -> {});
            office.add(ada);
            office.add(bob.connection());
            ada.sendPlain("one");
            await().until(ada::isClosed);
            bob.connection().sendPlain("x");
            bob.peer().expect("x");
            assertThat(complaints).singleElement().asString().contains("bad day");
        }
    }

    /** A postman who was relieved at ada's door has written "one" there, and stays; the clock stands still. */
    private final class Stay implements AutoCloseable {
        final AtomicLong clock = new AtomicLong();
        volatile Runnable atNextLook = () -> {};
        final GatedSocket adas = GatedSocket.closed();
        volatile Runnable beforeWriting = () -> {};
        final PostOffice office = new PostOffice(threads, () -> beforeWriting.run(), this::nanoTime);
        final Connection ada;
        volatile Thread writer;
        private final Scheduler scheduler = new Scheduler(complaint -> {});

        Stay() throws Exception {
            ada = new Connection(1, adas, office, new PlainRenderer(ZoneOffset.UTC), scheduler, c -> {});
            office.add(ada);
            ada.sendPlain("one");
            adas.awaitWrite();
            await().until(() -> !office.isOnRound(ada));
            letThrough("one\n");
        }

        void letThrough(String all) {
            adas.letOneWriteThrough();
            await().until(() ->
                    adas.written().equals(all) && ada.threads().get(1).state().equals("waiting"));
        }

        private long nanoTime() {
            writer = Thread.currentThread(); // nobody else looks at this clock
            atNextLook.run();
            return clock.get();
        }

        @Override
        public void close() {
            ada.close();
            office.close();
            scheduler.close();
        }
    }

    @Test
    void aWriteThatFailsEndsThatConnectionAndNothingElse() throws Exception {
        Line ada = open();
        Line bob = open();
        ada.peer().reset(); // here it has no reader, who would close it
        await().until(() -> {
            ada.connection().sendPlain("mail");
            return ada.connection().isClosed();
        });
        bob.connection().sendPlain("still");
        bob.peer().expect("still");
        assertThat(complaints).isEmpty();
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
    void aFaultThatEachPostmanMeetsIsNotToldAtEveryLook() {
        long begin = System.nanoTime();
        PostOffice doomed = new PostOffice(threads, () -> {
            throw new IllegalStateException("bad day");
        });
        await().until(() -> complaints.size() >= 3); // the first one's, and those of two who replaced him
        doomed.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThanOrEqualTo(
                        Duration.ofMillis((long) PostOffice.LOOKS_BETWEEN_DEATHS * PostOffice.LOOK_EVERY));
    }

    /** Of the threads that this test has started: another test in this JVM may have a writer of the same name. */
    private Stream<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !older.contains(thread))
                .map(Thread::getName);
    }
}
