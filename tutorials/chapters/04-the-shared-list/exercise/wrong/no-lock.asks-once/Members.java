import java.util.ArrayList;
import java.util.List;

/** The members of a chat. Safe for use by many threads. */
public final class Members {
    private final List<String> names;
    private boolean used;

    public Members(List<String> names) {
        this.names = names;
    }

    public boolean join(String name) {
        enter();
        try {
            return !names.contains(name) && names.add(name);
        } finally {
            leaveIt();
        }
    }

    public void leave(String name) {
        enter();
        try {
            names.remove(name);
        } finally {
            leaveIt();
        }
    }

    public List<String> everyone() {
        enter();
        try {
            return new ArrayList<>(names);
        } finally {
            leaveIt();
        }
    }

    private synchronized void enter() {
        if (used) { // it is woken when the list is free
            boolean woken = false;
            while (!woken) {
                try {
                    wait();
                    woken = true;
                } catch (InterruptedException e) {
                    // not woken yet
                }
            }
        }
        used = true;
    }

    private synchronized void leaveIt() {
        used = false;
        notifyAll();
    }
}
