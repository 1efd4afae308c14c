import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Starts 3,000 threads, or as many as you say, that all wait for the same thing. Once of each kind, and takes the time. */
public class ManyThreads {
    public static void main(String[] args) throws InterruptedException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 3_000;
        System.out.println(many + " platform threads: " + startAndEnd(many, false));
        int java = Runtime.version().feature();
        System.out.println(many + " virtual threads:  "
                + (java >= 21
                        ? startAndEnd(many, true)
                        : "none, this is Java " + java + " and they came with Java 21"));
    }

    private static String startAndEnd(int many, boolean virtual) throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(many);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(many);
        Runnable task = () -> {
            waiting.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                // so it ends a little earlier
            }
            ended.countDown();
        };
        long begin = System.nanoTime();
        int started = 0;
        try {
            for (; started < many; started++) {
                start(virtual, task);
            }
        } catch (OutOfMemoryError e) {
            go.countDown();
            return "the system gave us only " + started + " (" + e.getMessage() + ")";
        }
        waiting.await();
        long all = System.nanoTime();
        go.countDown();
        ended.await();
        return String.format(Locale.ROOT, "all wait after %.2f s", (all - begin) / 1e9);
    }

    /** {@code Thread.startVirtualThread(task)} by its name, since Java 17 does not know it. */
    private static void start(boolean virtual, Runnable task) {
        if (!virtual) {
            new Thread(task).start();
            return;
        }
        try {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
