import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Two threads add 1 each to the same counter, without a lock and at the worst moment. Once of each kind. */
public class StillARace {
    private static int counter;

    public static void main(String[] args) throws InterruptedException {
        System.out.println("two platform threads add 1 each: the counter says " + race(false));
        int java = Runtime.version().feature();
        System.out.println("two virtual threads add 1 each:  "
                + (java >= 21
                        ? "the counter says " + race(true)
                        : "this is Java " + java + ", they came with Java 21"));
    }

    private static int race(boolean virtual) throws InterruptedException {
        counter = 0;
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        Runnable addOne = () -> {
            int read = counter;
            meet(bothHaveRead);
            counter = read + 1;
        };
        Thread first = start(virtual, addOne);
        Thread second = start(virtual, addOne);
        first.join();
        second.join();
        return counter;
    }

    /** The moment that comes once in a million times, made to come. */
    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code Thread.startVirtualThread(task)} by its name, since Java 17 does not know it. */
    private static Thread start(boolean virtual, Runnable task) {
        if (!virtual) {
            Thread thread = new Thread(task);
            thread.start();
            return thread;
        }
        try {
            return (Thread)
                    Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
