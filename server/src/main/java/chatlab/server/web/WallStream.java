package chatlab.server.web;

import chatlab.server.support.Threads;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Sends pictures to one browser as server-sent events (HTML Standard, section 9.2). The script of the wall reads them from
 * {@code fetch}: an {@code EventSource} cannot send the token in a header, and in the address a token would be logged and shown.
 */
final class WallStream implements Runnable {
    /** Nanoseconds after which the stream ends, and the browser comes again: long before the HTTP server would cut it after an hour. */
    private static final long LIFETIME = TimeUnit.MINUTES.toNanos(4);

    private static final long NOT_WRITING = -1;

    private final int number;
    private final HttpExchange exchange;
    private final boolean withNames;
    private final Wall wall;

    /** Set once, under the lock of the wall, before the thread starts. */
    private Thread thread;

    /** {@code nanoTime} when the write began that is going on. */
    private volatile long writingSince;

    private volatile boolean writing;

    WallStream(int number, HttpExchange exchange, boolean withNames, Wall wall) {
        this.number = number;
        this.exchange = exchange;
        this.withNames = withNames;
        this.wall = wall;
    }

    int number() {
        return number;
    }

    void start(Threads threads) {
        thread = threads.unstarted("wall " + number, this);
        thread.start();
    }

    /** Ends the stream: a thread that writes to a channel closes that when it is interrupted (java.nio.channels). */
    void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Nanoseconds since the write began that is going on; less than 0 where there is none. */
    long writesFor(long now) {
        return writing ? now - writingSince : NOT_WRITING;
    }

    @Override
    public void run() {
        try {
            send();
        } catch (IOException e) {
            // the browser has gone, or does not read
        } catch (InterruptedException e) {
            // the server ends
        } finally {
            beginWrite(); // the end of the answer may have to wait, too
            exchange.close();
            wall.leave(this);
        }
    }

    private void send() throws IOException, InterruptedException {
        OutputStream out = exchange.getResponseBody();
        long end = System.nanoTime() + LIFETIME;
        long shown = 0;
        while (end - System.nanoTime() > 0) {
            Wall.Picture picture = wall.next(shown);
            String json = withNames ? picture.withNames() : picture.withoutNames();
            String event = picture.number() == shown ? ":\n\n" : "data: " + json + "\n\n";
            shown = picture.number();
            beginWrite();
            out.write(event.getBytes(StandardCharsets.UTF_8));
            out.flush();
            writing = false;
        }
    }

    private void beginWrite() {
        writingSince = System.nanoTime();
        writing = true;
    }
}
