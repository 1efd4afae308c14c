import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private final List<Member> members;

    /** True while a line is on its way. Guarded by members, as the list is. */
    private boolean speaking = false;

    /** An empty list, in which the members are kept. It is an ordinary list: not made for several threads. */
    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public void join(Member member) {
        synchronized (members) {
            members.add(member);
        }
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        synchronized (members) {
            members.removeIf(member -> member.name().equals(name));
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        // No thread has to wait for a line in order to join or leave: we print to a copy.
        for (Member member : begin()) {
            if (!member.name().equals(from)) {
                member.out().println(from + ": " + text);
            }
        }
        end();
    }

    /** Waits until no other line is on its way, and returns all that are here. */
    private List<Member> begin() {
        synchronized (members) {
            if (speaking) {
                try {
                    members.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            speaking = true;
            return new ArrayList<>(members);
        }
    }

    private void end() {
        synchronized (members) {
            speaking = false;
            members.notifyAll();
        }
    }
}
