import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/** Two threads add names to one list, round after round. In how many rounds are names missing? */
public class LostNames {
    private static final int ROUNDS = 20;

    public static void main(String[] args) throws InterruptedException {
        System.out.println("Two threads add 10 names each:");
        System.out.println("  wrong in " + wrong(ROUNDS, 10) + " of 20 rounds");
        System.out.println("Two threads add 500,000 names each:");
        System.out.println("  wrong in " + wrong(ROUNDS, 500_000) + " of 20 rounds");
        System.out.println("Two threads add 1 name each, at the worst possible moment:");
        System.out.println("  " + (wrongAtTheWorst() == ROUNDS ? "wrong every time" : "sometimes right"));
        System.out.println("Two threads add 500,000 names each, and hold the lock of the list:");
        System.out.println("  " + (wrongWithLock(4, 500_000) == 0 ? "never wrong" : "sometimes wrong"));
    }

    // begin rounds
    private static int wrong(int rounds, int count) throws InterruptedException {
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            List<String> names = new ArrayList<>();
            runTwice(() -> addNames(names, count));
            if (names.size() != 2 * count) {
                wrong++;
            }
        }
        return wrong;
    }
    // end rounds

    private static void addNames(List<String> names, int count) {
        try {
            for (int i = 0; i < count; i++) {
                names.add("a client");
            }
        } catch (ArrayIndexOutOfBoundsException e) {
            // The list broke while it grew. This thread's other names are missing, too.
        }
    }

    // begin twice
    private static void runTwice(Runnable work) throws InterruptedException {
        Thread first = new Thread(work);
        Thread second = new Thread(work);
        first.start();
        second.start();
        first.join(); // waits until the thread has ended
        second.join();
    }
    // end twice

    private static int wrongAtTheWorst() throws InterruptedException {
        int wrong = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SlowList names = new SlowList();
            runTwice(() -> names.add("a client"));
            if (names.size != 2) {
                wrong++;
            }
        }
        return wrong;
    }

    private static int wrongWithLock(int rounds, int count) throws InterruptedException {
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            List<String> names = new ArrayList<>();
            runTwice(() -> {
                for (int i = 0; i < count; i++) {
                    synchronized (names) {
                        names.add("a client");
                    }
                }
            });
            if (names.size() != 2 * count) {
                wrong++;
            }
        }
        return wrong;
    }

    /** Adds in the same steps as an ArrayList, but waits in between until both threads have come so far. */
    private static class SlowList {
        private final CyclicBarrier both = new CyclicBarrier(2);
        private final String[] names = new String[10];
        private int size;

        // begin slow
        void add(String name) {
            int place = size;
            waitForTheOtherThread();
            names[place] = name;
            size = place + 1;
        }
        // end slow

        private void waitForTheOtherThread() {
            try {
                both.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
