package chatlab.server.web;

import chatlab.server.support.Secrets;
import chatlab.server.support.Threads;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Shows the inside of the server to the pages on the projector. While there is a stream, one thread makes a picture now and then
 * for all of them, and each stream sends it in a thread of its own: a browser that does not read stops only its own stream. Safe
 * for use by several threads.
 */
final class Wall implements AutoCloseable {
    /** Streams at the same time. */
    static final int MOST = 16;

    /** Of these, without the token: the class cannot take the wall away from the projector. */
    static final int MOST_WITHOUT_NAMES = 12;

    /** Milliseconds without a new picture, after which a stream is still sent an empty line, so that the browser knows it is alive. */
    private static final int SILENCE = 15_000;

    private static final int TOKEN_LENGTH = 24;

    /**
     * The server as it is now.
     *
     * @param number grows with each change
     */
    record Picture(long number, String withNames, String withoutNames) {
        /** Before the first one. */
        static final Picture NONE = new Picture(0, "", "");
    }

    private final Threads threads;
    private final PictureFeed feed;
    private final String token = Secrets.random(TOKEN_LENGTH);
    private final CountDownLatch closed = new CountDownLatch(1);

    /** This and the next two are guarded by this object. */
    private final List<WallStream> streams = new ArrayList<>();

    /** The thread that makes the pictures, or null while there is no stream. */
    private Thread painter;

    private Picture picture = Picture.NONE;

    Wall(Threads threads, PictureFeed feed) {
        this.threads = threads;
        this.feed = feed;
    }

    /** A browser that sends it is shown names. */
    String token() {
        return token;
    }

    synchronized int countStreams() {
        return streams.size();
    }

    /**
     * Takes over a request, and sends pictures until it is closed. False where there are too many streams.
     *
     * @param guess the token, if the browser has it
     */
    boolean open(HttpExchange exchange, String guess) throws IOException {
        WallStream stream = enter(exchange, Secrets.areSame(token, guess));
        if (stream == null) {
            return false;
        }
        boolean started = false;
        try {
            exchange.sendResponseHeaders(200, 0);
            started = start(stream);
        } finally {
            if (!started) {
                leave(stream);
                exchange.close();
            }
        }
        return true;
    }

    private synchronized WallStream enter(HttpExchange exchange, boolean withNames) {
        if (streams.size() >= (withNames ? MOST : MOST_WITHOUT_NAMES) || isClosed()) {
            return null;
        }
        int slot = IntStream.rangeClosed(1, MOST)
                .filter(number -> streams.stream().noneMatch(stream -> stream.number() == number))
                .findFirst()
                .orElseThrow();
        WallStream stream = new WallStream(slot, exchange, withNames, this);
        streams.add(stream);
        return stream;
    }

    private synchronized boolean start(WallStream stream) {
        if (isClosed()) {
            return false;
        }
        if (painter == null) {
            Thread thread = threads.unstarted("wall", this::paint);
            thread.start();
            painter = thread; // only if it could be started
            picture = Picture.NONE; // the last one is of the time of other streams
        }
        stream.start(threads);
        return true;
    }

    synchronized void leave(WallStream stream) {
        streams.remove(stream);
        notifyAll();
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void paint() {
        try {
            while (isWatched()) {
                publish(feed.source().get());
                closed.await(feed.period(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            endPainting();
        }
    }

    /** Also ends the streams whose browser does not read. */
    private synchronized boolean isWatched() {
        long now = System.nanoTime();
        long patience = TimeUnit.MILLISECONDS.toNanos(feed.patience());
        streams.stream().filter(stream -> stream.writesFor(now) > patience).forEach(WallStream::interrupt);
        if (streams.isEmpty() || isClosed()) {
            painter = null; // the next stream starts another one
            notifyAll();
            return false;
        }
        return true;
    }

    private void publish(WallState state) {
        String withNames = new WallJson(true).write(state);
        String withoutNames = new WallJson(false).write(state);
        synchronized (this) {
            if (!withNames.equals(picture.withNames())) {
                picture = new Picture(picture.number() + 1, withNames, withoutNames);
                notifyAll();
            }
        }
    }

    /** After a fault, browsers come again, and with them another painter. */
    private synchronized void endPainting() {
        if (painter == Thread.currentThread()) {
            painter = null;
            streams.forEach(WallStream::interrupt);
            notifyAll();
        }
    }

    /** Waits for a picture after the one with this number, for a while: then it is the same one. */
    synchronized Picture next(long shown) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SILENCE);
        long left = SILENCE;
        while (picture.number() <= shown && left > 0 && !isClosed()) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        if (isClosed()) {
            throw new InterruptedException("the server ends");
        }
        return picture;
    }

    /** Ends all streams. Their sockets are closed by the server of the page, and {@link #awaitEnd} waits for the threads. */
    @Override
    public synchronized void close() {
        closed.countDown();
        streams.forEach(WallStream::interrupt);
        notifyAll();
    }

    /** Waits a second at most until all threads of the wall have nothing more to do. */
    synchronized void awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        for (long left = 1000; (!streams.isEmpty() || painter != null) && left > 0; ) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
    }
}
