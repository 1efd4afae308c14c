package chatlab.tutorials.grading;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The wait of one thread for a state that other threads of this process are to bring about. On a busy machine that may
 * take any time, so the wait ends in vain only by proof. The thread that waits calls {@link #isInVain} again and again, with
 * no lock held.
 *
 * <p>Where several threads wait like this, only the wait that began last can be in vain: the others may wait for its end.
 */
final class Wait implements AutoCloseable {
    /** Why there is nothing left to wait for. */
    enum Proof {
        /** Three looks have found that no thread used a processor or was ready to, while this one did between the looks. */
        NOTHING_MOVES,
        /** Threads sleep for a time, wake up, and sleep again at the same place: nothing else has happened a hundred times. */
        ONLY_POLLING,
        /** The threads have used far more processor time than a right answer needs. */
        ENDLESS_RUNNING;

        String inWords() {
            return ExerciseMessages.SHARED.get("proof." + this);
        }
    }

    /** Of processor time, for all threads together. */
    static final Duration BUDGET = Duration.ofSeconds(2);

    /** For how long a thread that waits sleeps at most before it calls {@link #isInVain} again. */
    static final int NAP_MS = 20;

    private static final int LOOKS = 3;
    private static final int POLLS = 100;

    /**
     * The processor time that this thread must have been given between two looks. It is more than several turns last: meanwhile
     * each thread that is ready to run has had a turn, too.
     */
    private static final long OWN_TURNS_NANOS = 20_000_000;

    /** The system may keep bytes back until the other side has confirmed those before them, which takes up to 0.2 s: three pauses. */
    private static final long NETWORK_PAUSE_NANOS = 70_000_000;

    private static final long FIRST_PAUSE_NANOS = 5_000_000;
    private static final long PAUSE_NANOS = 50_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** All waits of this process, in the order in which they began: each of them looks at all threads of the process. */
    private static final Deque<Wait> OPEN = new ConcurrentLinkedDeque<>();

    private static final AtomicLong BEGUN = new AtomicLong();

    private final long thread = Thread.currentThread().getId();
    private final String numberOfThread = ReadyThreads.current();
    private final long budgetNanos;
    private long begun;
    private long nextLook;
    private ThreadSnapshot last;
    private long usedNanos;
    private int stood;
    private int polled;
    private Proof proof;

    private Wait(Duration budget) {
        this.budgetNanos = budget.toNanos();
    }

    static Wait begin() {
        return begin(BUDGET);
    }

    /** @param budget the processor time which proves that the threads do not stop by themselves */
    static Wait begin(Duration budget) {
        Wait wait = new Wait(budget);
        OPEN.add(wait);
        wait.startAnew(BEGUN.incrementAndGet());
        return wait;
    }

    /** Comes back when the condition holds; false when it is proven that it will not. */
    static boolean until(BooleanSupplier condition) throws InterruptedException {
        return until(Duration.ofDays(1), condition);
    }

    /** @param fairTime see {@link Checks#within(String, Duration, Step)} */
    static boolean until(Duration fairTime, BooleanSupplier condition) throws InterruptedException {
        try (Wait wait = begin()) {
            int slept = 0;
            for (int nap = 1; !condition.getAsBoolean(); nap = Math.min(NAP_MS, nap + 1)) {
                if (wait.isInVain() || slept > fairTime.toMillis()) {
                    return condition.getAsBoolean();
                }
                Thread.sleep(nap);
                slept += nap;
            }
            return true;
        }
    }

    /** Looks at the threads if it is time for that. {@link #proof} says why it is in vain. */
    boolean isInVain() {
        if (proof == null && OPEN.peekLast() == this && System.nanoTime() - nextLook >= 0) {
            look();
        }
        return proof != null;
    }

    /** Something has moved, and the wait is not over. Threads that run without end are given no more time for it. */
    void goesOn() {
        stood = 0;
        polled = 0;
        proof = proof == Proof.ENDLESS_RUNNING ? proof : null;
    }

    /** Null as long as it may be of use to wait. */
    Proof proof() {
        return proof;
    }

    private void look() {
        if (begun != BEGUN.get()) {
            startAnew(BEGUN.get()); // another thread has waited meanwhile, and then has gone on
        }
        if (last != null && last.allWait()) {
            takeTurns();
        }
        ThreadSnapshot now =
                ThreadSnapshot.now(OPEN.stream().map(wait -> wait.thread).collect(Collectors.toSet()));
        if (last != null) {
            usedNanos += now.cpuSince(last);
            ThreadSnapshot.Change change = now.since(last);
            boolean woken = change == ThreadSnapshot.Change.STOOD
                    && ReadyThreads.any(
                            OPEN.stream().map(wait -> wait.numberOfThread).collect(Collectors.toSet()));
            count(woken ? ThreadSnapshot.Change.MOVED : change);
        }
        last = now;
        nextLook = System.nanoTime() + pauseAfter(now);
    }

    private void startAnew(long begunNow) {
        begun = begunNow;
        last = null;
        usedNanos = 0;
        stood = 0;
        polled = 0;
        nextLook = System.nanoTime() + FIRST_PAUSE_NANOS;
    }

    private void count(ThreadSnapshot.Change change) {
        stood = change == ThreadSnapshot.Change.STOOD ? stood + 1 : 0;
        polled += change == ThreadSnapshot.Change.POLLED ? 1 : 0;
        if (stood == LOOKS) {
            proof = Proof.NOTHING_MOVES;
        } else if (polled == POLLS) {
            proof = Proof.ONLY_POLLING;
        } else if (usedNanos > budgetNanos) {
            proof = Proof.ENDLESS_RUNNING;
        }
    }

    /** The system shares the processors out in turns. On a busy machine this takes long, and so it should. */
    static void takeTurns() {
        long end = THREADS.getCurrentThreadCpuTime() + OWN_TURNS_NANOS;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static long pauseAfter(ThreadSnapshot look) {
        return !look.allWait() ? PAUSE_NANOS : look.waitsForNetwork() ? NETWORK_PAUSE_NANOS : 0;
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }
}
