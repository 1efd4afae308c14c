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

    /** A copy, which no other class can change. Guarded by itself. */
    private final List<Member> members;

    public Broadcaster(List<Member> members) {
        this.members = new ArrayList<>(members);
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
            for (Member member : members) {
                if (!member.name().equals(from)) {
                    member.out().println(from + ": " + text);
                }
            }
        }
    }
}
