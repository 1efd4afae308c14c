package chatlab.cli;

import chatlab.client.ChatConnection;
import java.io.Closeable;
import java.util.concurrent.TimeUnit;

/** The way to the server as the keyboard's thread sees it; the socket's thread puts it up and takes it down. */
final class Uplink implements Closeable {
    /** How a server is spoken to: not yet or no more, with raw lines, or with commands of CHAT/1. */
    enum Manner {
        NONE,
        RAW,
        RICH
    }

    record Way(ChatConnection connection, Manner manner) {
        boolean isOpen() {
            return manner != Manner.NONE;
        }
    }

    private static final Way NONE = new Way(null, Manner.NONE);

    /** Guarded by this. */
    private ChatConnection connection;

    /** Guarded by this. */
    private Way way = NONE;

    /** Whether the manner of any connection was ever known. Guarded by this. */
    private boolean known;

    /** Whether any server has greeted. Guarded by this. */
    private boolean greeted;

    /** Guarded by this. */
    private boolean closed;

    /** A connection that cannot be spoken to yet. */
    synchronized void use(ChatConnection connection) {
        this.connection = connection;
        way = NONE;
        if (closed) {
            connection.close();
        }
    }

    /** The server has greeted, and is to let this client in. */
    synchronized void greeted() {
        greeted = true;
        notifyAll();
    }

    synchronized void speak(Manner manner) {
        way = new Way(connection, manner);
        known = true;
        notifyAll();
    }

    synchronized void down() {
        connection.close();
        way = NONE;
    }

    synchronized Way way() {
        return way;
    }

    /** Whether it is known how this server is spoken to. */
    synchronized boolean isKnown() {
        return known;
    }

    /** Waits until the server has greeted, or is known not to, or this was closed, but not longer than this. */
    synchronized void awaitGreeting(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!greeted && !known && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
    }

    /** Waits for an open way, but not longer than this, and not when this was closed. */
    synchronized Way await(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!way.isOpen() && !closed) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return way;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (connection != null) {
            connection.close();
        }
        notifyAll();
    }
}
