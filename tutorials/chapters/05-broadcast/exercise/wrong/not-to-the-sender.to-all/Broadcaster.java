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
        synchronized (members) {
            members.forEach(member -> member.out().println(from + ": " + text));
        }
    }
}
