package chatlab.swing.net;

import static chatlab.swing.net.Chatting.ADA;
import static chatlab.swing.net.Chatting.ADA_AGAIN;
import static chatlab.swing.net.Chatting.GREETING;
import static chatlab.swing.net.Chatting.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Endpoint;
import chatlab.protocol.testing.Peer;
import chatlab.swing.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a connection is lost; the pause before the next attempt is long. */
class LossTest {
    private Chatting chat;

    @BeforeEach
    void start() throws Exception {
        chat = Chatting.withLongPauses();
    }

    @AfterEach
    void noThreadIsLeftBehind() throws Exception {
        chat.close();
        Chatting.awaitNoThreads();
    }

    private void awaitLost(String words) {
        await().untilAsserted(() -> assertThat(chat.get(chat.chat::status))
                .isInstanceOfSatisfying(
                        Status.Lost.class, lost -> assertThat(lost.words()).isEqualTo(words)));
    }

    @Test
    void saysWhyItWasLostAndWhenItTriesAgain() throws Exception {
        Peer client = chat.letIn();
        chat.server.stopListening();
        Instant before = chat.get(chat.clock::instant);
        client.close();
        awaitLost("Connection lost (the server has closed it).");
        Status.Lost lost = chat.awaitStatus(Status.Lost.class);
        assertThat(lost.retryAt().minus(Chatting.LONG_PAUSE))
                .isBetween(before, chat.get(chat.clock::instant).plusSeconds(1)); // it begins with half a second

        chat.run(chat.session::retryNow);
        awaitLost("Still no connection. No program listens at 127.0.0.1:" + chat.server.port()
                + ". Check that the server runs, and check the port.");
    }

    @Test
    void threeLossesInARowLeaveOneReaderAndOneWriter() throws Exception {
        Peer client = chat.letIn();
        for (int i = 0; i < 3; i++) {
            client.reset();
            chat.awaitStatus(Status.Lost.class);
            chat.run(chat.session::retryNow);
            client = chat.letInAgain();
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .containsOnlyOnce("socket reader", "socket writer");
    }

    @Test
    void cancelledSessionIsNotConnectedLater() throws Exception {
        chat.letIn().close();
        chat.awaitStatus(Status.Lost.class);
        chat.run(chat.session::cancel);
        chat.awaitEnd("You have cancelled the connection.");
        chat.run(chat.session::retryNow);
        chat.awaitEnd("You have cancelled the connection.");
    }

    @Test
    void asksAServerThatSaysNothingAndThenTakesItForLost() throws Exception {
        chat.join();
        Peer client = chat.letIn(chat.server, ADA, HELLO.replace("ping=60", "ping=4"));
        client.skipTo("/ping");
        client.send("PONG");
        client.skipTo("/ping");
        awaitLost("Connection lost (the server does not answer any more).");
        client.expectEnd();
    }

    @Test
    void takesAnEndlessLineForALoss() throws Exception {
        Peer client = chat.letIn();
        client.sendRaw("x".repeat(80_000));
        awaitLost("Connection lost (the server sent an endless line).");
    }

    @Test
    void serverThatDoesNotReadIsLostWithoutBlocking() throws Exception {
        chat.letIn();
        String line = "/say " + "x".repeat(4_000);
        await().until(() -> {
            chat.run(() -> {
                for (int i = 0; i < 100; i++) {
                    chat.session.send(List.of(line));
                }
            });
            return chat.get(chat.chat::status) instanceof Status.Lost lost
                    && lost.words().equals("Connection lost (the server does not take what is sent).");
        });
    }

    @Test
    void serverIsAskedAtOnceAfterASleep() throws Exception {
        Peer client = chat.letIn();
        chat.clock.putForward(Duration.ofHours(2));
        client.skipTo("/ping");
        awaitLost("Connection lost (the server does not answer any more).");
    }

    @Test
    void userMayRetryAtOnce() throws Exception {
        chat.letIn().close();
        chat.awaitStatus(Status.Lost.class);
        chat.run(chat.session::retryNow);
        chat.letInAgain();
    }

    @Test
    void nextAttemptComesAtOnceAfterASleep() throws Exception {
        chat.letIn().close();
        chat.awaitStatus(Status.Lost.class);
        chat.clock.putForward(Duration.ofHours(2));
        chat.letInAgain();
    }

    @Test
    void joiningTheSameServerAgainComesBack() throws Exception {
        chat.letIn().close();
        chat.awaitStatus(Status.Lost.class);
        chat.join();
        Peer client = chat.server.accept();
        chat.join(); // which changes nothing: it is being tried
        client.send(GREETING);
        client.expectMatch(ADA_AGAIN);
    }

    @Test
    void joiningUnderAnotherNameDoesNotComeBack() throws Exception {
        chat.letIn().close();
        chat.awaitStatus(Status.Lost.class);
        chat.run(() -> chat.session.join(new Endpoint("127.0.0.1", chat.server.port()), "eve"));
        Peer client = chat.server.accept();
        client.send(GREETING);
        client.expectMatch("/proto(@\\S+)? 1 eve");
    }

    @Test
    void aServerThatSaysGoodbyeAndDoesNotCloseIsLost() throws Exception {
        Peer client = chat.letIn();
        client.send("BYE code=shutdown :The class is over.");
        awaitLost("The class is over. Connection lost (the server has said goodbye).");
        client.expectEnd();
    }

    @Test
    void aConnectionThatWasCutOffIsSaidToBe() throws Exception {
        chat.letIn().reset();
        awaitLost("Connection lost (it was cut off).");
    }

    @Test
    void faultOfThisProgramIsReportedAsItsOwn() throws Exception {
        List<Throwable> faults = new ArrayList<>();
        Peer client = chat.letIn();
        chat.run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> faults.add(e)));
        chat.run(() -> chat.session.watch(new Probe() {
            @Override
            public void arrived(String line) {
                throw new IllegalArgumentException("a mistake");
            }
        }));
        client.send("PING");
        awaitLost("Connection lost (this program has a fault).");
        client.expectEnd();
        await().until(() -> chat.get(() -> !faults.isEmpty()));
        chat.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertThat(faults.get(0)).hasRootCauseMessage("a mistake");
    }
}
