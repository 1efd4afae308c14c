package chatlab.swing.net;

import static chatlab.swing.net.Chatting.msg;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.testing.Peer;
import chatlab.swing.model.Status;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FloodTest {
    private static final int MESSAGES = 200_000;

    @Test
    void aFrozenWindowDoesNotHoldTheReaderUpAndAsksForWhatItMissed() throws Exception {
        try (Chatting chat = new Chatting()) {
            Peer client = chat.letIn();
            client.send(msg(1, "before"));
            chat.awaitSaid("before");
            CountDownLatch thaw = new CountDownLatch(1);
            EventThread.freezeUntil(thaw);

            // far more than the system's buffers hold: this ends only if the client reads
            for (int id = 2; id <= MESSAGES; id += 1_000) {
                String[] lines = new String[1_000];
                for (int i = 0; i < lines.length; i++) {
                    lines[i] = msg(id + i, "a message of a usual length, or so, number " + (id + i));
                }
                client.send(lines);
            }
            thaw.countDown();

            client.skipTo("/history.* after=1"); // and not after a message behind the gap
            chat.say("alive", client);
        }
        Chatting.awaitNoThreads();
    }

    @Test
    void linesBeforeTheEndAreHandledFirst() throws Exception {
        try (Chatting chat = new Chatting()) {
            Peer client = chat.letIn();
            CountDownLatch thaw = new CountDownLatch(1);
            EventThread.freezeUntil(thaw);
            for (int id = 1; id <= 10_000; id++) {
                client.send(msg(id, "number " + id));
            }
            client.send("BYE code=kicked :Goodbye.");
            client.close();
            Chatting.awaitNo("socket reader");
            thaw.countDown();
            chat.awaitStatus(Status.Ended.class);
            assertThat(chat.get(chat::said)).contains("number 10000");
        }
    }

    @Test
    void linesThatFitAreNotDropped() throws Exception {
        try (Chatting chat = new Chatting()) {
            Peer client = chat.letIn();
            CountDownLatch thaw = new CountDownLatch(1);
            EventThread.freezeUntil(thaw);
            for (int id = 1; id <= 3_000; id++) {
                client.send(msg(id, "number " + id));
            }
            thaw.countDown();
            chat.awaitSaid("number 3000");
            assertThat(chat.get(chat::said)).hasSize(3_000).startsWith("number 1", "number 2");
        }
    }
}
