import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    /** Guarded by this. */
    private final List<Member> members;

    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public synchronized void join(Member member) {
        members.add(0, member);
    }

    /** The member of this name is not here any more. */
    public synchronized void leave(String name) {
        Iterator<Member> all = members.iterator();
        while (all.hasNext()) {
            if (all.next().name().equals(name)) {
                all.remove();
            }
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public synchronized void say(String from, String text) {
        for (Member member : members) {
            if (!member.name().equals(from)) {
                member.out().print(from);
                member.out().print(": ");
                member.out().print(text);
                member.out().print('\n');
                member.out().flush();
            }
        }
    }
}
