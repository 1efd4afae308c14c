import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/** Takes the mail of all clients to their sockets: one thread, the postman, does the rounds. */
public final class Delivery implements AutoCloseable {
    /** A client as the postman sees it. */
    public interface Door {
        /** Whether there is something in the client's outbox. Never waits. */
        boolean hasMail();

        /**
         * Writes all that is in the client's outbox to its socket, which may take long.
         *
         * @throws IOException when the connection is broken
         */
        void deliver() throws IOException;
    }

    private final List<Door> doors = new CopyOnWriteArrayList<>();
    private final Thread postman;
    private volatile boolean open = true;

    public Delivery(ThreadFactory threads) {
        postman = threads.newThread(this::work);
        postman.start();
    }

    private void work() {
        while (open) {
            for (Door door : doors) {
                try {
                    if (door.hasMail()) {
                        door.deliver();
                    }
                } catch (IOException e) {
                    doors.remove(door);
                }
            }
            LockSupport.park();
        }
    }

    public void add(Door door) {
        doors.add(door);
        ring();
    }

    public void remove(Door door) {
        doors.remove(door);
    }

    public void ring() {
        LockSupport.unpark(postman);
    }

    @Override
    public void close() {
        open = false;
        ring();
    }
}
