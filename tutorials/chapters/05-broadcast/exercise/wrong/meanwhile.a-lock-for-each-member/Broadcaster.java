import java.io.PrintWriter;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    /** Guarded by itself: a thread that reads it, changes it or goes through it holds its lock. */
    private final List<Member> members;

    /** Held by the thread that speaks: one line at a time. */
    private final Object turn = new Object();

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
        synchronized (turn) {
            int next = 0;
            while (next >= 0) {
                next = tell(next, from, text);
            }
        }
    }

    /** Goes on to the next member, -1 after the last one. Between two members, others may join and leave. */
    private int tell(int next, String from, String text) {
        synchronized (members) {
            if (next >= members.size()) {
                return -1;
            }
            Member member = members.get(next);
            if (!member.name().equals(from)) {
                member.out().println(from + ": " + text);
            }
            return next + 1;
        }
    }
}
