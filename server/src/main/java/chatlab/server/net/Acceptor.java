package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.server.log.Console;
import chatlab.server.support.ThreadReport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The accept loop: accepts one client after the other and hands its socket to the reception. An error does not end the loop:
 * otherwise no client could connect any more. The loop pauses after each error: without file descriptors, accept fails at once, again
 * and again.
 */
public final class Acceptor implements Runnable {
    // Milliseconds. Each pause is twice as long as the one before.
    private static final int FIRST_PAUSE = 50;
    private static final int LONGEST_PAUSE = 1600;

    private final ServerSocket socket;
    private final Consumer<Socket> reception;
    private final Console console;
    private final CountDownLatch closed = new CountDownLatch(1);
    private int pause;
    private volatile String state = "waiting";

    public Acceptor(ServerSocket socket, Consumer<Socket> reception, Console console) {
        this.socket = socket;
        this.reception = reception;
        this.console = console;
    }

    // begin run
    @Override
    public void run() {
        while (!socket.isClosed()) {
            try {
                state = "waiting";
                Socket client = socket.accept();
                state = "admitting";
                reception.accept(client);
                pause = 0;
            } catch (IOException | RuntimeException | Error e) {
                if (!socket.isClosed()) {
                    pause(e);
                }
            }
        }
    }
    // end run

    /** Pauses, longer after each error in a row, and reports the first of them. */
    private void pause(Throwable error) {
        boolean first = pause == 0;
        pause = Math.min(LONGEST_PAUSE, Math.max(FIRST_PAUSE, 2 * pause));
        state = "resting";
        try {
            closed.await(pause, TimeUnit.MILLISECONDS);
            if (first) {
                console.note(WORDS.get("accept.failed", error));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // there is no memory for the report
        }
    }

    public ThreadReport thread() {
        return ThreadReport.ofServer("accept", state);
    }

    /** Ends the thread. Clients that were accepted stay connected. */
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it accepts no client any more, closed or not
        }
        closed.countDown();
    }
}
