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

    /** All members. Guarded by itself. */
    private final List<Member> members;

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
        List<Member> stay = allBut(name);
        synchronized (members) {
            members.retainAll(stay);
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        synchronized (members) {
            for (Member member : allBut(from)) {
                member.out().println(from + ": " + text);
            }
        }
    }

    private List<Member> allBut(String name) {
        synchronized (members) {
            List<Member> others = new ArrayList<>();
            for (Member member : members) {
                if (!member.name().equals(name)) {
                    others.add(member);
                }
            }
            return others;
        }
    }
}
