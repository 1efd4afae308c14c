import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. */
    private record Member(String name, PrintWriter out) {}

    private final List<Member> members = new ArrayList<>();

    /** From now on this member hears what the others say. No other member here has the same name. */
    public void join(String name, PrintWriter out) {
        members.add(new Member(name, out));
    }

    /** From now on the member of this name hears nothing. */
    public void leave(String name) {
        // to do
    }

    /** Writes the line "from: text" to all but its sender. */
    public void say(String from, String text) {
        // to do
    }
}
