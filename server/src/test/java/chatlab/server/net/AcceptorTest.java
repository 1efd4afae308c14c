package chatlab.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.testing.HangLimit;
import chatlab.server.Crowd;
import chatlab.server.FakeScreen;
import chatlab.server.log.Console;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Errors of accept, as when file descriptors run out. */
class AcceptorTest {
    /** Has no file descriptor for the first so many attempts. */
    private static final class PoorServerSocket extends ServerSocket {
        private final int failures;
        private final AtomicInteger attempts = new AtomicInteger();

        PoorServerSocket(int failures) throws IOException {
            super(0, 50, InetAddress.getByName("127.0.0.1"));
            this.failures = failures;
        }

        @Override
        public Socket accept() throws IOException {
            if (attempts.incrementAndGet() <= failures) {
                throw new IOException("Too many open files");
            }
            return super.accept();
        }
    }

    @Test
    void acceptErrorsArePausedForLongerAndLongerAndReportedOnce() throws Exception {
        FakeScreen screen = new FakeScreen();
        Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS);
        AtomicInteger admitted = new AtomicInteger();
        try (PoorServerSocket socket = new PoorServerSocket(4);
                Crowd crowd = new Crowd()) {
            Acceptor acceptor = new Acceptor(socket, client -> admitted.incrementAndGet(), console);
            long start = System.nanoTime();
            crowd.letDo(acceptor::run);
            new Socket(InetAddress.getByName("127.0.0.1"), socket.getLocalPort()).close();
            await().until(() -> admitted.get() == 1);
            assertThat((System.nanoTime() - start) / 1_000_000).isGreaterThanOrEqualTo(50 + 100 + 200 + 400);
            screen.awaitLine(".* Cannot accept a client: .*Too many open files.*");
            assertThat(screen.shown()).hasSize(1);
            acceptor.close();
            crowd.await();
        }
        console.close();
    }

    @Test
    void exceptionInTheReceptionDoesNotEndTheAcceptor() throws Exception {
        FakeScreen screen = new FakeScreen();
        Console console = Console.start(screen, ZoneOffset.UTC, HangLimit.MILLIS);
        AtomicInteger admitted = new AtomicInteger();
        try (PoorServerSocket socket = new PoorServerSocket(0);
                Crowd crowd = new Crowd()) {
            Acceptor acceptor = new Acceptor(
                    socket,
                    client -> {
                        if (admitted.incrementAndGet() < 3) {
                            throw new IllegalStateException("a bug");
                        }
                    },
                    console);
            crowd.letDo(acceptor::run);
            for (int i = 0; i < 3; i++) {
                new Socket(InetAddress.getByName("127.0.0.1"), socket.getLocalPort()).close();
            }
            await().until(() -> admitted.get() == 3);
            acceptor.close();
            crowd.await();
        }
        screen.awaitLine(".* Cannot accept a client: .*a bug.*");
        console.close();
    }

    @Test
    void closingEndsThePause() throws Exception {
        Console console = Console.start(new FakeScreen(), ZoneOffset.UTC, HangLimit.MILLIS);
        try (PoorServerSocket socket = new PoorServerSocket(Integer.MAX_VALUE);
                Crowd crowd = new Crowd()) {
            Acceptor acceptor = new Acceptor(socket, client -> {}, console);
            crowd.letDo(acceptor::run);
            await().until(() -> acceptor.thread().state().equals("resting"));
            acceptor.close();
            crowd.await();
        }
        console.close();
    }
}
