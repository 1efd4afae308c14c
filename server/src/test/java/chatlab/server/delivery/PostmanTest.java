package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.PlainRenderer;
import chatlab.server.Crowd;
import chatlab.server.support.Scheduler;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the postman relies on, each with two threads forced into the one order that would break it. */
class PostmanTest {
    private final Scheduler scheduler = new Scheduler(complaint -> {});
    private final Crowd crowd = new Crowd();
    private final List<Connection> clients = new ArrayList<>();
    private Postman postman;

    private Connection client(GatedSocket socket) {
        PlainRenderer plain = new PlainRenderer(ZoneOffset.UTC);
        Connection client = new Connection(clients.size() + 1, socket, new NoDelivery(), plain, scheduler, c -> {});
        clients.add(client);
        return client;
    }

    private void start(List<Connection> doors, Runnable beforeWriting) {
        postman = new Postman(
                doors,
                beforeWriting,
                client -> {},
                (client, bag) -> new Writer(client, beforeWriting, bag, () -> 0).writeForEver(),
                () -> 0);
        crowd.letDo(postman::run);
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(Connection::close);
        postman.close();
        crowd.await(); // his thread ends
        crowd.close();
        scheduler.close();
    }

    @Test
    void whoPutsMailInNeverWaitsForWhoWritesIt() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite(); // and there he stays
        for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
            assertThat(ada.put(Batch.line("x"))).isTrue();
        }
        assertThat(ada.put(Batch.line("x"))).isFalse(); // full, and said at once
        postman.ring();
        assertThat(postman.state()).isEqualTo("writing");
    }

    @Test
    void whatWasPutInMeanwhileIsWrittenAfterwardsAndInOrder() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite();
        ada.sendPlain("two");
        ada.sendPlain("three");
        assertThat(ada.needsVisit()).isTrue(); // he has what was there when he came, nothing else
        socket.letOneWriteThrough();
        socket.awaitWrite();
        socket.letOneWriteThrough();
        await().until(() -> socket.written().equals("one\ntwo\nthree\n"));
    }

    @Test
    void whoHasWrittenBeforeHeIsRelievedIsStillThePostman() throws Exception {
        GatedSocket adas = GatedSocket.closed();
        GatedSocket bobs = GatedSocket.closed();
        Connection ada = client(adas);
        Connection bob = client(bobs);
        ada.sendPlain("one");
        start(List.of(ada, bob), () -> {});
        adas.awaitWrite();
        long visit = postman.visit();
        bob.sendPlain("mail");
        adas.letOneWriteThrough();
        bobs.awaitWrite(); // he has gone on, and only now the watchdog decides
        assertThat(postman.relieve(visit)).isNull();
        assertThat(ada.threads()).hasSize(1);
        bobs.letOneWriteThrough();
        ada.sendPlain("two");
        postman.ring();
        adas.awaitWrite();
        assertThat(postman.visit()).isGreaterThan(visit);
    }

    @Test
    void whoIsRelievedBeforeHeHasWrittenIsThePostmanNoMore() throws Exception {
        GatedSocket adas = GatedSocket.closed();
        Connection ada = client(adas);
        Connection bob = client(GatedSocket.open(text -> {}));
        ada.sendPlain("one");
        start(List.of(ada, bob), () -> {});
        adas.awaitWrite();
        long visit = postman.visit();
        assertThat(postman.relieve(visit)).isSameAs(ada);
        assertThat(postman.relieve(visit)).isNull(); // only once
        bob.sendPlain("mail");
        ada.sendPlain("two");
        adas.letOneWriteThrough();
        adas.awaitWrite(); // he is ada's writer
        ada.sendPlain("three");
        adas.letOneWriteThrough();
        adas.awaitWrite();
        assertThat(bob.needsVisit()).isTrue(); // and passed bob's door twice without a look
        assertThat(ada.threads()).hasSize(2);
    }

    @Test
    void twoVisitsAtTheSameDoorAreNotTakenForOne() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite();
        long visit = postman.visit();
        ada.sendPlain("two");
        socket.letOneWriteThrough();
        socket.awaitWrite(); // he stands there again, or still: the watchdog cannot see the difference by the door
        assertThat(postman.relieve(visit)).isNull();
    }

    /**
     * When he has looked at all doors for the nth time there is mail, behind his back, and he is rung for. The third time
     * he has made up his mind to sleep, and the fourth is his last look before he does.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noWakeUpIsLostHoweverLateItComes(int time) {
        AtomicBoolean delivered = new AtomicBoolean();
        Connection ada = client(GatedSocket.open(text -> delivered.set(true)));
        start(new Doors(ada, time), () -> {});
        await().untilTrue(delivered);
    }

    /** The same moments for what nobody is sent: it has to be written all the same. */
    @Test
    void theTranscriptIsWrittenBeforeHeSleeps() {
        AtomicInteger flushes = new AtomicInteger();
        start(List.of(), flushes::incrementAndGet);
        await().until(() -> postman.state().equals("sleeping") && flushes.get() > 0); // he says so just before
        int before = flushes.get();
        postman.ring();
        await().until(() -> flushes.get() > before);
    }

    /** A lock that he waits for while he writes the transcript parks him, too, and so uses up the ring. */
    @Test
    void aRingIsHeardAlsoWhenSomethingElseHasUsedItsPermit() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        GatedSocket socket = GatedSocket.open(text -> {});
        Connection ada = client(socket);
        CountDownLatch rung = new CountDownLatch(1);
        start(List.of(ada), () -> {
            if (postman.state().equals("sleeping") && first.getAndSet(false)) {
                postman.ring(); // with nothing to deliver: somebody who is alone has spoken
                LockSupport.park();
                rung.countDown();
            }
        });
        rung.await();
        await().until(() -> postman.state().equals("sleeping")); // once more, and now he can be woken
        ada.sendPlain("hello");
        postman.ring();
        await().until(() -> socket.written().equals("hello\n"));
    }

    /** Something is said, and written to nobody yet, just when he believes that the transcript has everything. */
    @Test
    void whatIsSaidWhileTheTranscriptIsWrittenIsNotInTheBag() {
        AtomicInteger said = new AtomicInteger(1);
        AtomicInteger inTranscript = new AtomicInteger();
        List<String> tooEarly = new CopyOnWriteArrayList<>();
        GatedSocket socket = GatedSocket.open(text -> text.lines()
                .filter(line -> Integer.parseInt(line) > inTranscript.get())
                .forEach(tooEarly::add));
        Connection ada = client(socket);
        ada.sendPlain("1");
        start(List.of(ada), () -> {
            inTranscript.set(said.get());
            if (said.get() < 3) {
                ada.sendPlain(String.valueOf(said.incrementAndGet()));
            }
        });
        await().until(() -> socket.written().equals("1\n2\n3\n"));
        assertThat(tooEarly).isEmpty();
    }

    /** One door; when all doors have been looked at for the nth time, its client gets mail. */
    private final class Doors extends ArrayList<Connection> {
        private static final long serialVersionUID = 1;

        private final transient Connection client;
        private int looksLeft;

        Doors(Connection client, int looks) {
            super(List.of(client));
            this.client = client;
            this.looksLeft = looks;
        }

        @Override
        public Iterator<Connection> iterator() {
            Iterator<Connection> doors = super.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    boolean more = doors.hasNext();
                    if (!more && --looksLeft == 0) {
                        client.sendPlain("at last");
                        postman.ring();
                    }
                    return more;
                }

                @Override
                public Connection next() {
                    return doors.next();
                }
            };
        }
    }
}
