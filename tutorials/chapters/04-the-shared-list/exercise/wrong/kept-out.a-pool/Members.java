import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The members of a chat. The clerks touch the list, and no other thread does. The callers wait for an answer. */
public final class Members {
    private final List<String> names;
    private final Executor clerks = clerks();

    /** Keeps the names in this list, which is empty. */
    public Members(List<String> names) {
        this.names = names;
    }

    /** Adds the name, unless it is in the list already. Says whether it was added. */
    public boolean join(String name) {
        return ask(list -> !list.contains(name) && list.add(name));
    }

    /** Takes the name out of the list, if it is there. */
    public void leave(String name) {
        ask(list -> list.remove(name));
    }

    /** All members that are in the list at this moment. The returned list does not change any more. */
    public List<String> everyone() {
        return ask(List::copyOf);
    }

    /** Join, and not get: an interrupt does not end the waiting. What the list throws comes out of join. */
    private <T> T ask(Function<List<String>, T> question) {
        return CompletableFuture.supplyAsync(() -> question.apply(names), clerks)
                .join();
    }

    /** Two threads, so that one question need not wait for another one. */
    private static Executor clerks() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "clerk");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
