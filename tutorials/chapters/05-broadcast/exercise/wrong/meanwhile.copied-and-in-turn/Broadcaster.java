import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private final List<Member> members;
    private final ReentrantLock turn = new ReentrantLock(true);

    public Broadcaster(List<Member> members) {
        this.members = Collections.synchronizedList(members);
    }

    /** This member is here from now on. */
    public void join(Member member) {
        members.add(member);
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        members.removeIf(member -> name.equals(member.name()));
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        turn.lock();
        try {
            for (Object one : members.toArray()) {
                Member member = (Member) one;
                if (!member.name().equals(from)) {
                    member.out().println(from + ": " + text);
                }
            }
        } finally {
            turn.unlock();
        }
    }
}
