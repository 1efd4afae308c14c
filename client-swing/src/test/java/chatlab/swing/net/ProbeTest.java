package chatlab.swing.net;

import static chatlab.swing.net.Chatting.msg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.Peer;
import chatlab.swing.net.WorkingThread.Doing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeTest {
    private static final String EVENT_THREAD = "AWT-EventQueue-0";
    private static final String READER = "socket reader";
    private static final String WRITER = "socket writer";

    private final Notes notes = new Notes();
    private Chatting chat;
    private Peer client;

    @BeforeEach
    void join() throws Exception {
        chat = new Chatting();
        client = chat.letIn();
        await().until(() -> doing(chat.session::writer).equals(Optional.of(Doing.WAITING_FOR_LINES)));
    }

    @AfterEach
    void leave() throws Exception {
        chat.close();
        Chatting.awaitNoThreads();
    }

    /** What a probe saw, and on which threads. */
    private static final class Notes implements Probe {
        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        private void note(String what, Object lines) {
            seen.add(Thread.currentThread().getName() + " " + what + " " + lines);
        }

        @Override
        public void queued(List<String> lines) {
            note("queued", lines);
        }

        @Override
        public void writing(List<String> lines) {
            note("writing", lines);
        }

        @Override
        public void written(List<String> lines) {
            note("written", lines);
        }

        @Override
        public void arrived(String line) {
            note("arrived", line);
        }

        @Override
        public void handled(String line) {
            note("handled", line);
        }

        void await(String... expected) {
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> assertThat(seen).containsExactly(expected));
        }
    }

    private Optional<Doing> doing(Callable<Optional<WorkingThread>> thread) throws Exception {
        return chat.get(thread).map(WorkingThread::doing);
    }

    @Test
    void seesTheWayOfALineOut() throws Exception {
        chat.run(() -> {
            chat.session.watch(notes);
            chat.session.send(List.of("/who@7"));
        });
        client.skipTo("/who@7");
        notes.await(EVENT_THREAD + " queued [/who@7]", WRITER + " writing [/who@7]", WRITER + " written [/who@7]");
    }

    @Test
    void seesTheWayOfALineIn() throws Exception {
        chat.run(() -> chat.session.watch(notes));
        client.send("OK re=7");
        notes.await(READER + " arrived OK re=7", EVENT_THREAD + " handled OK re=7");
    }

    @Test
    void seesALineThatMeansNothing() throws Exception {
        chat.run(() -> chat.session.watch(notes));
        client.send("WEATHER :fine");
        notes.await(READER + " arrived WEATHER :fine", EVENT_THREAD + " handled WEATHER :fine");
    }

    @Test
    void seesNothingAfterItsEnd() throws Exception {
        chat.run(() -> chat.session.watch(notes));
        chat.run(() -> chat.session.watch(Probe.NONE));
        chat.say("hi", client);
        assertThat(notes.seen).isEmpty();
    }

    @Test
    void bytesAreSentAsTheyAre() throws Exception {
        chat.run(() -> chat.session.sendRaw("/say half".getBytes(StandardCharsets.UTF_8)));
        chat.run(() -> chat.session.sendRaw(" a line\n".getBytes(StandardCharsets.UTF_8)));
        client.skipTo("/say half a line");
    }

    @Test
    void theThreadsSayWhatTheyDo() throws Exception {
        await().until(() -> doing(chat.session::reader).equals(Optional.of(Doing.READING)));
        await().until(() -> doing(chat.session::writer).equals(Optional.of(Doing.WAITING_FOR_LINES)));
        assertThat(chat.get(chat.session::reader).orElseThrow().thread().getName())
                .isEqualTo(READER);
        assertThat(chat.get(chat.session::writer).orElseThrow().thread().getName())
                .isEqualTo(WRITER);

        chat.run(chat.session::cancel);
        assertThat(chat.get(chat.session::reader)).isEmpty();
        assertThat(chat.get(chat.session::writer)).isEmpty();
    }

    @Test
    void whileReadingIsPausedTheBytesWait() throws Exception {
        chat.run(() -> chat.session.pauseReading(true));
        assertThat(chat.get(chat.session::isReadingPaused)).isTrue();
        client.send("PING :the read under way"); // it stops before the next one
        client.skipTo("/pong the read under way");
        await().until(() -> doing(chat.session::reader).equals(Optional.of(Doing.PAUSED)));

        client.send(msg(1, "one"), msg(2, "two"), "PING :now");
        int bytes = (msg(1, "one") + msg(2, "two") + "PING :now").length() + 3;
        await().until(() -> chat.get(chat.session::bytesWaiting) == bytes);

        chat.run(() -> chat.session.pauseReading(false));
        client.skipTo("/pong now");
        await().until(() -> chat.get(chat.session::bytesWaiting) == 0);
    }

    @Test
    void aPauseIsNotTakenForASilenceOfTheServer() throws Exception {
        chat.run(() -> chat.session.pauseReading(true));
        client.send(Chatting.HELLO.replace("ping=60", "ping=1")); // the read under way
        await().until(() -> doing(chat.session::reader).equals(Optional.of(Doing.PAUSED)));
        // a lost connection would be replaced by another one
        await().during(Duration.ofSeconds(3)).until(() -> chat.get(chat.session::isReadingPaused));

        long resumed = System.nanoTime();
        chat.run(() -> chat.session.pauseReading(false));
        client.skipTo("/ping"); // after the silence that follows the pause
        assertThat(Duration.ofNanos(System.nanoTime() - resumed)).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void leavingDuringAPauseEndsAllThreads() throws Exception {
        chat.run(() -> chat.session.pauseReading(true));
        client.send("PING");
        await().until(() -> doing(chat.session::reader).equals(Optional.of(Doing.PAUSED)));
        chat.run(chat.session::cancel);
        client.skipTo("/quit");
        Chatting.awaitNoThreads();
        assertThat(chat.get(chat.session::isReadingPaused)).isFalse();
    }

    @Test
    void aHalfLineIsEndedBeforeAnythingElseIsSent() throws Exception {
        chat.run(() -> {
            chat.session.watch(notes);
            chat.session.sendRaw("/say half".getBytes(StandardCharsets.UTF_8));
        });
        assertThat(chat.get(chat.session::isMidLine)).isTrue();
        chat.run(() -> chat.session.send(List.of("/op key")));
        assertThat(chat.get(chat.session::isMidLine)).isFalse();
        client.skipTo("/say half");
        client.expect("/op key");
        await().untilAsserted(() -> assertThat(notes.seen)
                .contains(EVENT_THREAD + " queued [, /op key]")
                .endsWith(WRITER + " writing [, /op key]", WRITER + " written [, /op key]"));
        chat.run(() -> chat.session.send(List.of("/say whole")));
        client.expect("/say whole");
    }
}
