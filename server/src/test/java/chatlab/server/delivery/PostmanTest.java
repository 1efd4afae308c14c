package chatlab.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.server.Crowd;
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
    private final Crowd crowd = new Crowd();
    private final List<Connection> clients = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private Postman postman;

    private Connection client(GatedSocket socket) {
        Connection client = Line.connection(clients.size() + 1, socket, new NoDelivery());
        clients.add(client);
        return client;
    }

    private void start(List<Connection> onRound, Runnable beforeWriting) {
        postman = new Postman(
                onRound,
                beforeWriting,
                (client, buffer) -> new Writer(client, beforeWriting, buffer, () -> 0).writeForEver(),
                complaints::add);
        crowd.letDo(postman::run);
    }

    @AfterEach
    void close() throws Exception {
        clients.forEach(Connection::close);
        postman.close();
        crowd.await(); // the postman's thread ends
        crowd.close();
    }

    @Test
    void mailIsPutInWithoutWaitingForAWriteThatBlocks() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite(); // and there the postman waits
        for (int i = 0; i < Outbox.MAX_MESSAGES; i++) {
            assertThat(ada.outbox().put(Batch.line("x"))).isTrue();
        }
        assertThat(ada.outbox().put(Batch.line("x"))).isFalse(); // full, and said at once
        postman.ring();
        assertThat(postman.state()).isEqualTo("writing");
    }

    @Test
    void mailThatComesDuringAWriteIsWrittenNextAndInOrder() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite();
        ada.sendPlain("two");
        ada.sendPlain("three");
        assertThat(ada.outbox().needsVisit()).isTrue(); // the postman has only the mail that was there when it came
        socket.letOneWriteThrough();
        socket.awaitWrite();
        socket.letOneWriteThrough();
        await().until(() -> socket.written().equals("one\ntwo\nthree\n"));
    }

    @Test
    void postmanThatHasWrittenBeforeItIsRelievedStaysOnDuty() throws Exception {
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
        bobs.awaitWrite(); // the postman has gone on, and only now the watchdog decides
        assertThat(postman.relieve(visit)).isNull();
        assertThat(ada.threads()).hasSize(1);
        bobs.letOneWriteThrough();
        ada.sendPlain("two");
        postman.ring();
        adas.awaitWrite();
        assertThat(postman.visit()).isGreaterThan(visit);
    }

    @Test
    void postmanThatIsRelievedDuringAWriteVisitsNoOtherClient() throws Exception {
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
        adas.awaitWrite(); // it is ada's writer now
        ada.sendPlain("three");
        adas.letOneWriteThrough();
        adas.awaitWrite();
        assertThat(bob.outbox().needsVisit()).isTrue(); // and has not looked at bob between two writes
        assertThat(ada.threads()).hasSize(2);
    }

    @Test
    void twoVisitsToOneClientAreNotTakenForOne() throws Exception {
        GatedSocket socket = GatedSocket.closed();
        Connection ada = client(socket);
        ada.sendPlain("one");
        start(List.of(ada), () -> {});
        socket.awaitWrite();
        long visit = postman.visit();
        ada.sendPlain("two");
        socket.letOneWriteThrough();
        socket.awaitWrite(); // the same client again: only the number of the visit shows that the postman is not stuck
        assertThat(postman.relieve(visit)).isNull();
    }

    @Test
    void clientWhoseWriteFailsIsClosedAndTheRoundGoesOn() {
        Connection ada = client(GatedSocket.open(text -> {
            throw new IllegalStateException("bad day");
        }));
        GatedSocket bobs = GatedSocket.open(text -> {});
        Connection bob = client(bobs);
        ada.sendPlain("one");
        bob.sendPlain("one");
        start(List.of(ada, bob), () -> {});
        await().until(() -> bobs.written().equals("one\n"));
        assertThat(ada.isClosed()).isTrue(); // and not there with a line missing
        bob.sendPlain("two");
        postman.ring();
        await().until(() -> bobs.written().equals("one\ntwo\n"));
        assertThat(complaints).singleElement().asString().contains(ada.peer()).contains("bad day");
    }

    @Test
    void faultOfTheTranscriptDoesNotEndThePostman() {
        AtomicBoolean broken = new AtomicBoolean(true);
        GatedSocket socket = GatedSocket.open(text -> {});
        Connection ada = client(socket);
        start(List.of(ada), () -> {
            if (broken.get()) {
                throw new IllegalStateException("bad day");
            }
        });
        await().until(() -> !complaints.isEmpty());
        broken.set(false);
        ada.sendPlain("one");
        postman.ring();
        await().until(() -> socket.written().equals("one\n"));
        assertThat(complaints)
                .singleElement()
                .asString()
                .contains("bad day"); // once for each ring, and not all the time
    }

    @Test
    void postmanOutlivesAComplaintThatFindsNoMemory() {
        AtomicBoolean noMemory = new AtomicBoolean(true);
        GatedSocket socket = GatedSocket.open(text -> {});
        Connection ada = client(socket);
        postman = new Postman(
                List.of(ada),
                () -> {
                    if (noMemory.get()) {
                        throw new OutOfMemoryError("in a test");
                    }
                },
                (client, buffer) -> {},
                words -> {
                    complaints.add(words);
                    throw new OutOfMemoryError("in a test");
                });
        crowd.letDo(postman::run);
        await().until(() -> !complaints.isEmpty());
        noMemory.set(false);
        ada.sendPlain("one");
        postman.ring();
        await().until(() -> socket.written().equals("one\n"));
    }

    /**
     * Mail comes when the postman has looked at all clients for the nth time, and then there is a ring. Before its third look
     * it decides to sleep, and the fourth is the last one before it does.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void mailThatComesJustBeforeThePostmanSleepsIsDelivered(int look) {
        AtomicBoolean delivered = new AtomicBoolean();
        Connection ada = client(GatedSocket.open(text -> delivered.set(true)));
        start(new MailAfterLook(ada, look), () -> {});
        await().untilTrue(delivered);
    }

    /** The same for lines that no client is sent. */
    @Test
    void transcriptIsWrittenBeforeThePostmanSleeps() {
        AtomicInteger flushes = new AtomicInteger();
        start(List.of(), flushes::incrementAndGet);
        await().until(() -> postman.state().equals("sleeping") && flushes.get() > 0); // its state says so just before
        int before = flushes.get();
        postman.ring();
        await().until(() -> flushes.get() > before);
    }

    /** A lock that the postman waits for while it writes the transcript parks its thread, too. */
    @Test
    void ringIsHeardWhenALockHasUsedUpItsPermit() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        GatedSocket socket = GatedSocket.open(text -> {});
        Connection ada = client(socket);
        CountDownLatch rung = new CountDownLatch(1);
        start(List.of(ada), () -> {
            if (postman.state().equals("sleeping") && first.getAndSet(false)) {
                postman.ring(); // with nothing to deliver: a person that is alone has spoken
                LockSupport.park();
                rung.countDown();
            }
        });
        rung.await();
        await().until(() -> postman.state().equals("sleeping")); // once more, and now it can be woken
        ada.sendPlain("hello");
        postman.ring();
        await().until(() -> socket.written().equals("hello\n"));
    }

    @Test
    void mailThatTheTranscriptLacksIsNotWrittenYet() {
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
            if (said.get() < 3) { // and just then there is more
                ada.sendPlain(String.valueOf(said.incrementAndGet()));
            }
        });
        await().until(() -> socket.written().equals("1\n2\n3\n"));
        assertThat(tooEarly).isEmpty();
    }

    /** One client on the round, which gets mail when the postman has looked at all clients for the nth time. */
    private final class MailAfterLook extends ArrayList<Connection> {
        private static final long serialVersionUID = 1;

        private final transient Connection client;
        private int looksLeft;

        MailAfterLook(Connection client, int looks) {
            super(List.of(client));
            this.client = client;
            this.looksLeft = looks;
        }

        @Override
        public Iterator<Connection> iterator() {
            Iterator<Connection> onRound = super.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    boolean more = onRound.hasNext();
                    if (!more && --looksLeft == 0) {
                        client.sendPlain("at last");
                        postman.ring();
                    }
                    return more;
                }

                @Override
                public Connection next() {
                    return onRound.next();
                }
            };
        }
    }
}
