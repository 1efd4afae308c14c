import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands what one member says to all the others. Many threads call these methods at the same time. */
public final class Broadcaster {
    /** A person that is here: the name, and where to write to. Leave it as it is. */
    public interface Member {
        String name();

        PrintWriter out();
    }

    /** Used by the one thread of the worker. */
    private final List<Member> members;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        return thread;
    });

    public Broadcaster(List<Member> members) {
        this.members = members;
    }

    /** This member is here from now on. */
    public void join(Member member) {
        await(() -> members.add(member));
    }

    /** The member of this name is not here any more. */
    public void leave(String name) {
        await(() -> members.removeIf(member -> member.name().equals(name)));
    }

    /** Prints the line "from: text" to all but the member that says it. */
    public void say(String from, String text) {
        await(() -> {
            members.stream()
                    .filter(member -> !member.name().equals(from))
                    .forEach(member -> member.out().printf("%s: %s%n", from, text));
            return true;
        });
    }

    private void await(Callable<Boolean> task) {
        try {
            worker.submit(task).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
