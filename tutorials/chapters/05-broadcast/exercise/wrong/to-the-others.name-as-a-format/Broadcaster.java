import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private final List<Member> members;
    private final Lock lock = new ReentrantLock();

    /** An empty list, in which the members are kept. It is an ordinary list: not made for several threads. */
    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public void join(Member member) {
        lock.lock();
        try {
            members.add(member);
        } finally {
            lock.unlock();
        }
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        lock.lock();
        try {
            for (Iterator<Member> all = members.iterator(); all.hasNext(); ) {
                if (all.next().name().equals(name)) {
                    all.remove();
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        lock.lock();
        try {
            for (Member member : members) {
                if (!member.name().equals(from)) {
                    member.out().printf(from + ": %s%n", text);
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
