import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    private record Line(String from, String text) {}

    /** All members. Guarded by itself. */
    private final List<Member> members;

    /** Lines that are not sent yet. Guarded by itself, and so is talking. */
    private final Queue<Line> waiting = new ArrayDeque<>();

    /** Whether a thread is sending now. It takes what the others put into the queue. */
    private boolean talking;

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
        synchronized (members) {
            members.removeIf(member -> member.name().equals(name));
        }
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        synchronized (waiting) {
            waiting.add(new Line(from, text));
            if (talking) {
                return; // the thread that is sending sends this line, too, after its own
            }
            talking = true;
        }
        synchronized (members) {
            for (Line line = next(); line != null; line = next()) {
                send(line);
            }
        }
    }

    private Line next() {
        synchronized (waiting) {
            Line line = waiting.poll();
            talking = line != null;
            return line;
        }
    }

    private void send(Line line) {
        for (Member member : members) {
            if (!member.name().equals(line.from())) {
                member.out().println(line.from() + ": " + line.text());
            }
        }
    }
}
