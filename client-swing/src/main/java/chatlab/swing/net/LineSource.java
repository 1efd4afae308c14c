package chatlab.swing.net;

import chatlab.client.ChatConnection;
import chatlab.client.Connector;
import chatlab.client.UserError;
import chatlab.protocol.BadLineException;
import chatlab.swing.net.WorkingThread.Doing;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The reader's source of lines: one connection, which any thread may pause or close, even before it is open. */
final class LineSource implements Closeable {
    private final Connector connector;
    private final Activity activity;
    private final AtomicReference<Probe> probe;

    /** Null until it is open. Guarded by this, but the reader has set it and may look at it without. */
    private ChatConnection connection;

    /** Guarded by this. */
    private boolean closed;

    /** Guarded by this. */
    private boolean paused;

    /** When the other side last gave a sign of life, as System.nanoTime() has it. */
    private volatile long heardAt;

    LineSource(Connector connector, Activity activity, AtomicReference<Probe> probe) {
        this.connector = connector;
        this.activity = activity;
        this.probe = probe;
    }

    /** Connects; blocks until the server has answered or the attempt has failed. */
    void open() throws UserError {
        ChatConnection opened = connector.open();
        synchronized (this) {
            heardAt = System.nanoTime();
            connection = opened;
            if (closed) {
                opened.close();
            }
        }
    }

    /** The next line, or null when the server has closed; blocks until there is one. For the thread that has opened. */
    Item read() throws IOException, InterruptedException {
        awaitResume();
        activity.is(Doing.READING);
        try {
            String line = connection.readLine();
            return line == null ? null : arrived(line);
        } catch (BadLineException e) {
            return new Item.Unreadable();
        } finally {
            heardAt = System.nanoTime();
            activity.is(Doing.HANDING_OVER);
        }
    }

    private Item arrived(String line) {
        probe.get().arrived(line);
        return Item.Line.of(line, probe.get() != Probe.NONE);
    }

    private synchronized void awaitResume() throws InterruptedException {
        while (paused && !closed) {
            activity.is(Doing.PAUSED);
            wait();
        }
    }

    /** From the next line on, {@link #read} waits until this is called again with false. */
    synchronized void pause(boolean pause) {
        heardAt = System.nanoTime(); // a pause is no silence of the server
        paused = pause;
        notifyAll();
    }

    synchronized boolean isPaused() {
        return paused;
    }

    /** Empty until it is open. */
    synchronized Optional<ChatConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** System.nanoTime() of the last line, or of the connecting where there was none yet. */
    long heardAt() {
        return heardAt;
    }

    /** Ends a blocked {@link #open} or {@link #read}. (Interrupting the thread would not.) */
    @Override
    public void close() {
        connector.close();
        synchronized (this) {
            closed = true;
            if (connection != null) {
                connection.close();
            }
            notifyAll();
        }
    }
}
