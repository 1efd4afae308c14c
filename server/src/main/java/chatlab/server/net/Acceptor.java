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
 * The accept thread: takes one connection after the other to the reception. Rare errors must not end it, or nobody could
 * come in any more; and without a pause after each, a machine that has no descriptors left would do nothing but fail.
 */
public final class Acceptor implements Runnable {
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
                    rest(e);
                }
            }
        }
    }

    /** Milliseconds: 50, 100, 200, ... 1600. Complains once for each series of errors. */
    private void rest(Throwable error) {
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
            // what cannot even be said for lack of memory or descriptors is not said
        }
    }

    public ThreadReport thread() {
        return ThreadReport.ofServer("accept", state);
    }

    /** Ends the thread; who is connected stays so. */
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it accepts nobody any more, which is what was asked for
        }
        closed.countDown();
    }
}
