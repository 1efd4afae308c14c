package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Rows;
import chatlab.server.Crowd;
import chatlab.server.support.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostOfficeTest {
    private final Set<Thread> older = Thread.getAllStackTraces().keySet();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Threads threads = new Threads(Threads.Kind.PLATFORM, complaints::add);
    private final PostOffice office = open(() -> {}, System::nanoTime);
    private final List<Line> lines = new ArrayList<>();

    private PostOffice open(Runnable beforeWriting, LongSupplier nanoTime) {
        PostOffice office = new PostOffice(threads::start, beforeWriting, complaints::add, nanoTime);
        office.start();
        return office;
    }

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
    void clientsThatDoNotReadGetAWriterEachAndTheOthersTheirMail() throws Exception {
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
            await().until(() -> !bob.blocksAThread());
            await().untilAsserted(() -> assertThat(threadNames())
                    .contains("client 2 writer", "client 3 writer", "client 4 writer", "postman"));

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
    void newPostmanDoesNotVisitTheClientThatTheOldOneStaysWith() throws Exception {
        GatedSocket adas = GatedSocket.closed();
        GatedSocket bobs = GatedSocket.open(text -> {});
        Connection ada = Line.connection(1, adas, office);
        Connection bob = Line.connection(2, bobs, office);
        office.add(ada);
        office.add(bob);
        ada.sendPlain("one");
        await().until(() -> ada.threads().size() == 2); // the postman is stuck there and was relieved
        for (int i = 0; i < 3; i++) { // more than once: bob's mail may have come on a round on which ada's did not
            String before = bobs.written();
            ada.sendPlain("two");
            bob.sendPlain("mail");
            await().until(() -> bobs.written().length() > before.length());
        }
        assertThat(ada.outbox().needsVisit()).isTrue(); // no thread has taken it out
        ada.close();
        bob.close();
    }

    @Test
    void watchdogHiresAgainWhenTheSystemHadNoThread() {
        AtomicInteger refusals = new AtomicInteger();
        PostOffice office = new PostOffice(
                (name, task) -> {
                    if (refusals.getAndDecrement() > 0) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    threads.start(name, task);
                },
                () -> {},
                complaints::add,
                System::nanoTime);
        office.start();
        Connection ada = Line.connection(1, GatedSocket.closed(), office);
        GatedSocket bobs = GatedSocket.open(text -> {});
        Connection bob = Line.connection(2, bobs, office);
        office.add(ada);
        office.add(bob);
        refusals.set(3);
        ada.sendPlain("one"); // the postman is stuck there, and there is no thread for another one
        await().until(() -> refusals.get() < 0);
        bob.sendPlain("mail");
        await().until(() -> bobs.written().equals("mail\n"));
        ada.close();
        bob.close();
        office.close();
    }

    @Test
    void relievedPostmanGoesOnWritingToItsClient() throws Exception {
        Line ada = open();
        try (Crowd crowd = new Crowd()) {
            crowd.letDo(ada::sendForEver);
            await().until(ada::hasAWriterOfItsOwn);
            List<String> rows = Rows.ofPlain("* " + "x".repeat(8000));
            for (int i = 0; i < 2000; i++) { // more than was under way when the write blocked
                for (String row : rows) {
                    ada.peer().expect(row);
                }
            }
            ada.connection().close();
            crowd.await();
        }
    }

    @Test
    void clientThatHasReadWithoutDelayForAMinuteIsOnTheRoundAgain() throws Exception {
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
    void slowWriteBeginsTheMinuteAnew() throws Exception {
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
    void mailThatTheWriterLeavesWakesThePostman() throws Exception {
        try (Stay stay = new Stay()) {
            stay.clock.addAndGet(PostOffice.PROBATION);
            stay.atNextLook = () ->
                    await().until(() -> stay.office.threads().get(0).state().equals("sleeping"));
            stay.adas.letOneWriteThrough();
            stay.ada.sendPlain("two"); // the postman is rung for, finds no mail on its round, and sleeps again
            await().until(() -> stay.adas.written().equals("one\ntwo\n"));
        }
    }

    @Test
    void clientThatLeavesJustBeforeItIsPutBackDoesNotStayOnTheRound() throws Exception {
        try (Stay stay = new Stay()) {
            stay.clock.addAndGet(PostOffice.PROBATION);
            Thread writer = stay.writer;
            stay.atNextLook = stay.ada::close; // the writer has mail, and looks at the clock
            stay.ada.sendPlain("two");
            await().until(() -> !writer.isAlive());
            assertThat(stay.ada.isClosed()).isTrue();
            assertThat(stay.office.isOnRound(stay.ada)).isFalse();
        }
    }

    @Test
    void nothingIsLostWhenTheClientLeavesTheRoundAndComesBackTwentyTimes() throws Exception {
        try (Stay stay = new Stay()) {
            StringBuilder all = new StringBuilder("one\n");
            for (int i = 0; i < 20; i++) {
                stay.clock.addAndGet(PostOffice.PROBATION);
                stay.ada.sendPlain("mail " + i);
                all.append("mail ").append(i).append('\n');
                stay.adas.awaitWrite(); // the postman waits here
                await().until(() -> !stay.office.isOnRound(stay.ada));
                stay.letThrough(all.toString()); // and now it is ada's writer
            }
        }
    }

    @Test
    void clientWhoseWriterFailsIsClosed() throws Exception {
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

    /** A relieved postman has written "one" to ada, and stays with her; the clock stands still. */
    private final class Stay implements AutoCloseable {
        final AtomicLong clock = new AtomicLong();
        volatile Runnable atNextLook = () -> {};
        final GatedSocket adas = GatedSocket.closed();
        volatile Runnable beforeWriting = () -> {};
        final PostOffice office = open(() -> beforeWriting.run(), this::nanoTime);
        final Connection ada;
        volatile Thread writer;

        Stay() throws Exception {
            ada = Line.connection(1, adas, office);
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
            writer = Thread.currentThread(); // no other thread looks at this clock
            atNextLook.run();
            return clock.get();
        }

        @Override
        public void close() {
            ada.close();
            office.close();
        }
    }

    @Test
    void connectionThatIsResetIsClosedAndNoOther() throws Exception {
        Line ada = open();
        Line bob = open();
        ada.peer().reset(); // here it has no reader, which would close it
        await().until(() -> {
            ada.connection().sendPlain("mail");
            return ada.connection().isClosed();
        });
        bob.connection().sendPlain("still");
        bob.peer().expect("still");
        assertThat(complaints).isEmpty();
    }

    /** Of the threads that this test has started: another test in this JVM may have a writer of the same name. */
    private Stream<String> threadNames() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !older.contains(thread))
                .map(Thread::getName);
    }
}
