import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    /** One permit: the thread that has it may use the list. */
    private final Semaphore turn = new Semaphore(1);

    private final List<String> names;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return !names.contains(name) && names.add(name);
        } finally {
            turn.release();
        }
    }

    public void leave(String name) {
        try {
            turn.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            names.remove(name);
        } finally {
            turn.release();
        }
    }

    public List<String> everyone() {
        turn.acquireUninterruptibly();
        try {
            return new ArrayList<>(names);
        } finally {
            turn.release();
        }
    }
}
