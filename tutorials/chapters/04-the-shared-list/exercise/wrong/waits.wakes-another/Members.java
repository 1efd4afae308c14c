import java.util.ArrayList;
import java.util.List;

/** In the order in which they come: each thread draws a number, and waits until it is its turn. */
public final class Members {
    private final List<String> names;
    private int drawn;
    private int turn;

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
        int mine = drawn++;
        while (turn != mine) {
            try {
                wait();
            } catch (InterruptedException e) {
                // it is not its turn yet
            }
        }
    }

    private synchronized void leaveIt() {
        turn++;
        notify(); // one thread can go on, so one is woken
    }
}
