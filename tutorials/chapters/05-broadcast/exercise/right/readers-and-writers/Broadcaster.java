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

    /** For all rooms of the house. */
    private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

    private final List<Member> members;
    private final Object turn = new Object();

    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public void join(Member member) {
        LOCK.writeLock().lock();
        try {
            members.add(member);
        } finally {
            LOCK.writeLock().unlock();
        }
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        LOCK.writeLock().lock();
        try {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    members.remove(member);
                    return;
                }
            }
        } finally {
            LOCK.writeLock().unlock();
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        LOCK.readLock().lock();
        try {
            synchronized (turn) {
                tell(0, from, from + ": " + text);
            }
        } finally {
            LOCK.readLock().unlock();
        }
    }

    private void tell(int index, String from, String line) {
        if (index < members.size()) {
            Member member = members.get(index);
            if (!member.name().equals(from)) {
                member.out().println(line);
            }
            tell(index + 1, from, line);
        }
    }
}
