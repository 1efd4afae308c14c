import java.io.PrintWriter;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private final List<Member> members;

    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public synchronized void join(Member member) {
        members.add(member);
    }

    /** The member of this name is not here any more. */
    public synchronized void leave(String name) {
        members.removeIf(member -> member.name().equals(name));
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        broadcast(from + ": " + text);
    }

    private synchronized void broadcast(String line) {
        for (Member member : members) {
            // the name, the colon and the space: so a line of "adam" is not taken for one of "ada"
            boolean own = line.startsWith(member.name() + ": ");
            if (!own) {
                member.out().println(line);
            }
        }
    }
}
