package chatlab.swing.net;

import chatlab.client.ChatConnection;
import chatlab.swing.net.WorkingThread.Doing;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** A thread that writes to the socket, so that no other thread waits for a server that does not read. */
final class SocketWriter implements Closeable {
    static final int MAX_PARCELS = 1_000;
    static final int MAX_BYTES = 1 << 20;

    /** What is written in one piece; {@code lines} are the same for people. */
    private record Parcel(List<String> lines, byte[] bytes) {}

    private final ChatConnection connection;
    private final AtomicReference<Probe> probe;
    private final Activity activity = new Activity();
    private final Thread thread = new Thread(this::run, "socket writer");

    /** Guarded by this, as the two below. */
    private final Deque<Parcel> queue = new ArrayDeque<>();

    private int bytes;
    private boolean finished;

    private volatile IOException trouble;

    /** The connection is closed when this ends, for whatever reason. */
    SocketWriter(ChatConnection connection, AtomicReference<Probe> probe) {
        this.connection = connection;
        this.probe = probe;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Leaves bytes to be written, and does not wait. False, and nothing is left, where far too many wait already. */
    synchronized boolean offer(List<String> lines, byte[] parcel) {
        if (queue.size() == MAX_PARCELS || bytes > MAX_BYTES - parcel.length && bytes > 0) {
            return false;
        }
        if (!finished) {
            probe.get().queued(lines);
            queue.add(new Parcel(lines, parcel));
            bytes += parcel.length;
            notifyAll();
        }
        return true;
    }

    /** Takes nothing more; the thread writes what waits, and ends. */
    synchronized void finish() {
        finished = true;
        notifyAll();
    }

    /** Waits for the end of the thread, but no longer than this. */
    void await(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** Ends at once, also a write that is blocked. */
    @Override
    public void close() {
        finish();
        connection.close(); // what waits cannot be written any more
    }

    Optional<WorkingThread> now() {
        return activity.now();
    }

    /** Why nothing could be written any more, if that happened before the connection was closed. */
    Optional<IOException> trouble() {
        return Optional.ofNullable(trouble);
    }

    private void run() {
        activity.begin(thread.getName(), Doing.WAITING_FOR_LINES);
        try (connection) {
            for (Parcel parcel = take(); parcel != null; parcel = take()) {
                write(parcel);
            }
        } catch (IOException e) {
            // trouble says it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // no thread interrupts this one; it would end
        } finally {
            activity.end();
        }
    }

    private void write(Parcel parcel) throws IOException {
        activity.is(Doing.WRITING);
        probe.get().writing(parcel.lines());
        try {
            connection.write(parcel.bytes());
        } catch (IOException e) {
            if (!connection.isClosed()) { // otherwise another thread has closed the connection, and knows why
                trouble = e;
            }
            throw e;
        }
        probe.get().written(parcel.lines());
    }

    /** The next parcel, or null where there will be none. */
    private synchronized Parcel take() throws InterruptedException {
        activity.is(Doing.WAITING_FOR_LINES);
        while (queue.isEmpty() && !finished) {
            wait();
        }
        Parcel next = queue.poll();
        if (next != null) {
            bytes -= next.bytes().length;
        }
        return next;
    }
}
