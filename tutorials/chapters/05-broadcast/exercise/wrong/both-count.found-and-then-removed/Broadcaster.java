import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    /** Each of its methods takes a lock. */
    private final List<Member> members;

    public Broadcaster(List<Member> members) {
        this.members = Collections.synchronizedList(members);
    }

    /** This member is here from now on. */
    public void join(Member member) {
        members.add(member);
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                members.remove(i);
                return;
            }
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
