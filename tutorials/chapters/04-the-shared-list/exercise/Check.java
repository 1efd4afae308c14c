import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Meeting;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends two threads into the methods at the same time, and sees whether they meet in the list. */
public final class Check implements Exercise {
    private static final int ROUNDS = 5_000;
    private static final long MOST_CPU_NANOS = 200_000_000;

    @Override
    public void check(Checks checks) {
        checks.step("alone", Check::alone);
        checks.step("together", Check::together);
        checks.step("same-name", () -> {
            sameNameHeld();
            sameNameOften();
        });
        checks.step("leaving", () -> whileAdding("leaves-without-lock", "leave()", members -> members.leave("ada")));
        checks.step("reading", () -> whileAdding("reads-without-lock", "everyone()", Members::everyone));
        checks.step("copy", Check::copy);
    }

    private static void alone() {
        List<String> names = new ArrayList<>();
        Members members = new Members(names);
        joins("members", true, members, names, "ada");
        Checks.equal("another-list", List.of("ada"), names);
        joins("members", true, members, names, "bob");
        joins("twice", false, members, names, "ada");
        Checks.equal("twice", List.of("ada", "bob"), names);
        Checks.equal("members", List.of("ada", "bob"), members.everyone());
        members.leave("cyd");
        members.leave("ada");
        Checks.equal("stays", List.of("bob"), members.everyone());
        joins("members", true, members, names, "ada");
    }

    private static void joins(String key, boolean expected, Members members, List<String> names, String name) {
        String call = "join(\"" + name + "\") returns " + expected + ", with " + names + " in the list";
        Checks.that(key, members.join(name) == expected, call, "it returns " + !expected);
    }

    private static void together() throws InterruptedException {
        SlowList names = meetInAdd("ada", "bob");
        if (!names.meeting.met()) {
            return;
        }
        String key = "new-lock-each-time";
        if (names.withoutLock) {
            key = "no-lock";
        } else if (!meetInAdd("ada", "ada").meeting.met()) {
            key = "locks-the-name";
        }
        throw Checks.wrong(
                key,
                "while one thread is adding, the other one is kept out of the list",
                "both are in the list at the same time, ada's in add() and bob's in join()");
    }

    private static SlowList meetInAdd(String first, String second) throws InterruptedException {
        SlowList names = new SlowList(false, false);
        Members members = new Members(names);
        names.race(() -> members.join(first), () -> members.join(second));
        return names;
    }

    /** The first thread is held as soon as it has looked into the list, and the second one looks as well. */
    private static void sameNameHeld() throws InterruptedException {
        SlowList names = new SlowList(true, true);
        Members members = new Members(names);
        names.race(() -> members.join("ada"), () -> members.join("ada"));
        oneAda(names);
    }

    /**
     * Where each of the two steps has the lock, no thread can be held between them. Only trying often helps: as often as each
     * thread comes to it with 0.2 seconds of processor time, for on a busy machine one waits long for the other.
     */
    private static void sameNameOften() throws InterruptedException {
        List<List<String>> lists = new ArrayList<>();
        List<Members> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            lists.add(new ArrayList<>());
            rounds.add(new Members(lists.get(i)));
        }
        AtomicInteger arrived = new AtomicInteger();
        Runnable joining = () -> {
            for (int i = 0; i < ROUNDS && !isTired(); i++) {
                arrived.incrementAndGet();
                while (arrived.get() < 2 * (i + 1) && !isTired()) {
                    Thread.onSpinWait();
                }
                rounds.get(i).join("ada");
            }
        };
        Thread first = start("first", joining);
        Thread second = start("second", joining);
        first.join();
        second.join();
        lists.forEach(Check::oneAda);
    }

    private static boolean isTired() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() > MOST_CPU_NANOS;
    }

    private static void oneAda(List<String> names) {
        Checks.that("two-steps", names.size() <= 1, "the name is in the list once: [ada]", names);
    }

    private interface Action {
        void on(Members members);
    }

    private static void whileAdding(String key, String method, Action action) throws InterruptedException {
        SlowList names = new SlowList(false, true);
        Members members = new Members(names);
        names.race(() -> members.join("ada"), () -> action.on(members));
        Checks.that(
                names.withoutLock ? key : "two-locks",
                !names.meeting.met(),
                "while one thread is adding, " + method + " is kept out of the list",
                "both are in the list at the same time");
    }

    private static void copy() {
        Members members = new Members(new ArrayList<>());
        members.join("ada");
        List<String> before = members.everyone();
        members.join("bob");
        members.leave("ada");
        Checks.equal("hands-out-the-list", List.of("ada"), before);
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Holds the first of two threads until the second one comes in, or for a moment if it does not. */
    private static final class SlowList extends AbstractList<String> {
        private final List<String> names = new ArrayList<>();
        private final Meeting meeting = new Meeting();
        private final boolean firstIsHeldInReads;
        private final boolean secondIsSeenInReads;
        private final Set<Thread> seen = ConcurrentHashMap.newKeySet();
        private volatile Thread first;

        /** Whether one of the two came in without holding any lock. */
        private volatile boolean withoutLock;

        /** Both are always seen where they change the list. */
        SlowList(boolean firstIsHeldInReads, boolean secondIsSeenInReads) {
            this.firstIsHeldInReads = firstIsHeldInReads;
            this.secondIsSeenInReads = secondIsSeenInReads;
        }

        /** Sends the second in as soon as the first one is held. */
        void race(Runnable one, Runnable two) throws InterruptedException {
            first = new Thread(one, "first");
            first.setDaemon(true);
            first.start();
            meeting.awaitFirst();
            Thread second = start("second", two);
            first.join();
            second.join();
        }

        @Override
        public int size() {
            int size;
            synchronized (names) {
                size = names.size();
            }
            visit(false);
            return size;
        }

        @Override
        public String get(int index) {
            String name;
            synchronized (names) {
                name = names.get(index);
            }
            visit(false);
            return name;
        }

        @Override
        public void add(int index, String name) {
            visit(true);
            synchronized (names) {
                names.add(Math.min(index, names.size()), name);
            }
        }

        @Override
        public String remove(int index) {
            visit(true);
            synchronized (names) {
                return names.remove(index);
            }
        }

        private void visit(boolean changes) {
            boolean reads = Thread.currentThread() == first ? firstIsHeldInReads : secondIsSeenInReads;
            if (changes || reads) {
                if (seen.add(Thread.currentThread()) && !holdsLock()) {
                    withoutLock = true;
                }
                meeting.pass();
            }
        }

        private static boolean holdsLock() {
            long[] me = {Thread.currentThread().getId()};
            ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(me, true, true)[0];
            return info.getLockedMonitors().length > 0 || info.getLockedSynchronizers().length > 0;
        }
    }
}
