import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private final List<Member> members;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public void join(Member member) {
        lock.writeLock().lock();
        try {
            members.add(member);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        lock.writeLock().lock();
        try {
            members.removeIf(member -> member.name().equals(name));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        lock.readLock().lock(); // it only reads the list
        try {
            for (Member member : members) {
                synchronized (this) {
                    if (!member.name().equals(from)) {
                        member.out().println(from + ": " + text);
                    }
                }
            }
        } finally {
            lock.readLock().unlock();
        }
    }
}
