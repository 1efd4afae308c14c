package chatlab.swing.net;

import static chatlab.swing.net.Chatting.GREETING;
import static chatlab.swing.net.Chatting.HELLO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.Command;
import chatlab.protocol.testing.HangLimit;
import chatlab.protocol.testing.Peer;
import chatlab.swing.model.Actions;
import chatlab.swing.model.Status;
import chatlab.swing.net.WorkingThread.Doing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LeavingTest {
    private Chatting chat;

    @BeforeEach
    void start() throws Exception {
        chat = new Chatting();
    }

    @AfterEach
    void noThreadIsLeftBehind() throws Exception {
        chat.close();
        Chatting.awaitNoThreads();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "where a queue is full, other systems refuse")
    void unansweredAttemptCanBeCancelled() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            List<SocketChannel> waiting = new ArrayList<>();
            for (int i = 0; i < 10; i++) { // the system queues two or so, and leaves the rest without an answer
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress("127.0.0.1", deaf.getLocalPort()));
                waiting.add(channel);
            }
            chat.join(deaf.getLocalPort());
            await().until(() -> isDoing(Doing.CONNECTING));
            chat.run(chat.session::cancel);
            chat.awaitEnd("You have cancelled the connection.");
            Chatting.awaitNoThreads();
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    @Test
    void waitingForTheGreetingCanBeCancelled() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        await().until(() -> isDoing(Doing.READING));
        chat.run(chat.session::cancel);
        chat.awaitEnd("You have cancelled the connection.");
        client.expectEnd();
    }

    @Test
    void linesOfACancelledAttemptAreIgnored() throws Exception {
        chat.join();
        Peer client = chat.server.accept();
        await().until(() -> isDoing(Doing.READING));
        chat.run(() -> {
            try {
                client.send(GREETING, HELLO); // is read, but cannot be dealt with before the end of this
                client.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            await().until(() -> isDoing(Doing.ENDED));
            chat.session.cancel();
        });
        Chatting.awaitNoThreads();
        chat.awaitEnd("You have cancelled the connection.");
    }

    @Test
    void leavingSendsAGoodbye() throws Exception {
        Peer client = chat.letIn();
        chat.run(chat.session::cancel);
        client.expect("/quit");
        client.expectEnd();
        chat.awaitEnd("You have left.");
    }

    @Test
    void linesAfterLeavingAreIgnored() throws Exception {
        Peer client = chat.letIn();
        Semaphore arrivals = new Semaphore(0);
        chat.run(() -> {
            chat.session.watch(new Probe() {
                @Override
                public void arrived(String line) {
                    arrivals.release();
                }
            });
            try {
                client.send(HELLO); // would mean that we are in
                assertThat(arrivals.tryAcquire(HangLimit.SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
            chat.session.cancel();
        });
        Chatting.awaitNoThreads();
        chat.awaitEnd("You have left.");
    }

    @Test
    void serverThatIgnoresTheGoodbyeIsLeft() throws Exception {
        Peer client = chat.letIn();
        chat.run(() -> new Actions(chat.chat, chat.session, () -> {}).command(new Command.Quit("")));
        client.skipTo("/quit.*");
        chat.awaitStatus(Status.Ended.class);
        client.expectEnd();
    }

    @Test
    void theEndOfTheProgramWaitsForItsGoodbyeToGetOut() throws Exception {
        Peer client = chat.letIn();
        chat.run(() -> {
            Thread eventThread = Thread.currentThread();
            chat.session.watch(new Probe() {
                @Override
                public void writing(List<String> lines) {
                    await().until(() -> eventThread.getState() != Thread.State.RUNNABLE);
                }
            });
            chat.session.close();
            assertThat(isDoneWriting())
                    .as("the writer is done, so the program may end")
                    .isTrue();
        });
        client.expect("/quit");
        client.expectEnd();
    }

    @Test
    void theEndOfTheProgramDoesNotWaitForAServerThatDoesNotRead() throws Exception {
        chat.letIn();
        CountDownLatch stuck = new CountDownLatch(1);
        chat.run(() -> {
            chat.session.watch(new Probe() {
                @Override
                public void writing(List<String> lines) {
                    await().until(() -> stuck.getCount() == 0);
                }
            });
            chat.session.close();
            assertThat(isDoneWriting()).isFalse();
        });
        stuck.countDown();
    }

    @Test
    void anotherServerTakesThePlaceOfTheFirst() throws Exception {
        Peer first = chat.letIn();
        Peer second = chat.letIn();
        first.expect("/quit");
        first.expectEnd();
        chat.say("still here", second);
    }

    private static boolean isDoneWriting() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("socket writer"));
    }

    private boolean isDoing(Doing doing) {
        // not on the event dispatch thread, since a test may be busy there
        return chat.session.reader().filter(now -> now.doing() == doing).isPresent();
    }
}
