import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

public final class Broadcaster {
    private record Member(String name, PrintWriter out) {}

    private final List<Member> members = new ArrayList<>();

    public void join(String name, PrintWriter out) {
        synchronized (members) {
            members.add(new Member(name, out));
        }
    }

    public void leave(String name) {
        synchronized (members) {
            for (Member member : members) {
                if (member.name().equals(name)) {
                    members.remove(member);
                }
            }
        }
    }

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
