import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** Name to writer. Guarded by this. */
    private final Map<String, PrintWriter> members = new HashMap<>();

    /** From now on this member hears what the others say. */
    public synchronized void join(String name, PrintWriter out) {
        members.put(name, out);
    }

    /** From now on the member of this name hears nothing. */
    public synchronized void leave(String name) {
        members.remove(name);
    }

    /** Writes the line "from: text" to all but its sender. */
    public synchronized void say(String from, String text) {
        members.forEach((name, out) -> {
            if (!name.equals(from)) {
                out.printf("%s: %s%n", from, text);
            }
        });
    }
}
