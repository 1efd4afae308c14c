import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. */
    private record Member(String name, PrintWriter out) {}

    /** Each change makes a new copy, so a loop over the old one is never disturbed. */
    private final List<Member> members = new CopyOnWriteArrayList<>();

    /** From now on this member hears what the others say. No other member here has the same name. */
    public void join(String name, PrintWriter out) {
        members.add(new Member(name, out));
    }

    /** From now on the member of this name hears nothing. */
    public void leave(String name) {
        members.removeIf(member -> member.name().equals(name));
    }

    /** Writes the line "from: text" to all but its sender. */
    public void say(String from, String text) {
        for (Member member : members) {
            if (!member.name().equals(from)) {
                member.out().print(from);
                member.out().print(": ");
                member.out().println(text);
            }
        }
    }
}
