import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.LockSpan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Stops one thread in the list, sends a second one into the methods, and sees whether it comes into the list as well. */
public final class Check implements Exercise {
    private static final String ADA = "ada";
    /** For threads that sleep and ask again. The other ones prove at once that they wait. */
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(35);

    @Override
    public void check(Checks checks) {
        checks.step("join", Check::join);
        checks.step("leave", Check::leave);
        checks.step("kept", Check::kept);
        checks.step("copy", Check::copy);
        checks.step("waits", Check::waits);
        checks.step("kept-out", Check::keptOut);
        checks.step("one-step", Check::oneStep);
        checks.step("gives-back", Check::givesBack);
    }

    private static void join() {
        Members members = new Members(new ArrayList<>());
        List<String> joined = new ArrayList<>();
        for (String name : List.of(ADA, "bob", "Ada", "ad", "ada ", "cyd")) {
            joins(true, members, name, joined);
            joined.add(name);
        }
        for (String name : joined) {
            joins(false, members, new String(name.toCharArray()), joined); // an equal one, but not the same object
        }
        sameNames(joined, members.everyone());
    }

    private static void joins(boolean expected, Members members, String name, List<String> joined) {
        boolean seen = members.join(name);
        String call = "join(" + Checks.quoted(name) + ") returns " + expected + ", with " + joined + " in the list";
        Checks.that(seen == expected, call, "it returns " + seen);
    }

    private static void leave() {
        List<String> all = List.of(ADA, "bob", "cyd", "dan", "bobby", "bo");
        for (String name : all) {
            Members members = members(new ArrayList<>(), all.toArray(new String[0]));
            members.leave(new String(name.toCharArray()));
            List<String> others = new ArrayList<>(all);
            others.remove(name);
            sameNames(others, members.everyone());
            members.leave(name);
            sameNames(others, members.everyone());
        }
        Members members = members(new ArrayList<>(), ADA);
        members.leave(ADA);
        joins(true, members, ADA, List.of());
        new Members(new ArrayList<>()).leave(ADA);
    }

    private static void kept() {
        List<String> names = new ArrayList<>();
        Members members = members(names, ADA, "bob", "cyd");
        sameNames(List.of(ADA, "bob", "cyd"), names);
        members.join("bob");
        sameNames(List.of(ADA, "bob", "cyd"), names);
        members.leave(ADA);
        sameNames(List.of("bob", "cyd"), names);
        members.everyone();
        sameNames(List.of("bob", "cyd"), names);
    }

    private static void copy() {
        Members members = members(new ArrayList<>(), ADA);
        List<String> first = members.everyone();
        sameNames(List.of(ADA), first);
        members.join("bob");
        Checks.that(
                sorted(first).equals(List.of(ADA)),
                "[ada] in the list that everyone() had returned before join(\"bob\") was called",
                sorted(first));
        List<String> second = members.everyone();
        sameNames(List.of(ADA, "bob"), second);
        members.leave(ADA);
        Checks.that(
                sorted(second).equals(List.of(ADA, "bob")),
                "[ada, bob] in the list that everyone() had returned before leave(\"ada\") was called",
                sorted(second));
        sameNames(List.of("bob"), members.everyone());
        sameNames(List.of(ADA), first);
    }

    private static Members members(List<String> names, String... joined) {
        Members members = new Members(names);
        for (String name : joined) {
            members.join(name);
        }
        return members;
    }

    private static void sameNames(Collection<String> expected, Collection<String> seen) {
        Checks.equal(sorted(expected), seen == null ? null : sorted(seen));
    }

    private static List<String> sorted(Collection<String> names) {
        List<String> sorted = new ArrayList<>(names);
        Collections.sort(sorted);
        return sorted;
    }

    /** A call of one of the methods, by its name. */
    private record Call(String method, String name) {
        Object on(Members members) {
            switch (method) {
                case "join":
                    return members.join(name);
                case "leave":
                    members.leave(name);
                    return "";
                default:
                    return members.everyone();
            }
        }
    }

    /** Each call is stopped at each place where it uses the list, and each other call comes meanwhile. */
    private static void keptOut() throws Exception {
        for (Call first : List.of(new Call("join", "eve"), new Call("leave", "bob"), new Call("everyone", ""))) {
            for (Call second : List.of(new Call("join", "fay"), new Call("leave", ADA), new Call("everyone", ""))) {
                boolean more = true;
                for (int place = 1; more; place++) {
                    Race race = new Race(first, second, place);
                    race.run();
                    more = race.names.wasStopped();
                    race.names.checkKeptOut(first, second);
                    race.hasWorked();
                }
            }
        }
    }

    private static void oneStep() throws Exception {
        for (Call second : List.of(new Call("join", "eve"), new Call("leave", ADA))) {
            boolean more = true;
            for (int place = 1; more; place++) {
                boolean joins = second.method.equals("join");
                Race race = new Race(joins ? second : new Call("leave", "bob"), second, place);
                race.run();
                more = race.names.wasStopped();
                race.names.checkOneStep(race.first);
                race.hasWorked();
                if (joins) {
                    List<Object> results = Arrays.asList(race.firstResult, race.secondResult);
                    Checks.that(
                            !results.equals(List.of(true, true)),
                            "one of two threads that join with the same name gets true",
                            "both get true, and the list is " + race.names.kept());
                } else if (more) {
                    sameNames(List.of("cyd"), race.names.kept());
                }
            }
        }
        boolean more = true;
        for (int place = 1; more; place++) {
            Race race = new Race(new Call("everyone", ""), new Call("leave", ADA), place);
            race.run();
            more = race.names.wasStopped();
            race.names.checkOneStep(race.first);
            race.hasWorked();
            List<Object> moments = List.of(List.of(ADA, "bob", "cyd"), List.of("bob", "cyd"));
            Checks.that(
                    !more || moments.contains(sorted(namesIn(race.firstResult))),
                    "the names of one moment: " + moments.get(0) + " or " + moments.get(1),
                    race.firstResult);
        }
    }

    private static List<String> namesIn(Object list) {
        List<String> names = new ArrayList<>();
        if (list instanceof List) {
            ((List<?>) list).forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** Beside a thread in join(), each call is made to wait for as long as it likes, and is interrupted meanwhile. */
    private static void waits() throws Exception {
        for (Call first : List.of(new Call("join", "eve"), new Call("leave", "bob"), new Call("everyone", ""))) {
            for (Call second : List.of(new Call("join", "fay"), new Call("leave", ADA), new Call("everyone", ""))) {
                Race race = new Race(first, second, 1);
                race.names.patient = first.method.equals("join");
                race.run();
                if (race.names.wasStopped()) {
                    race.hasWaited();
                }
            }
        }
    }

    private static void givesBack() throws Exception {
        List<Call> calls = List.of(
                new Call("join", "eve"),
                new Call("join", ADA),
                new Call("leave", ADA),
                new Call("leave", "gus"),
                new Call("everyone", ""));
        String words = "the list throws this";
        for (Throwable thrown : Arrays.asList(null, new IllegalStateException(words), new OutOfMemoryError(words))) {
            for (Call call : calls) {
                StoppingList names = new StoppingList();
                Members members = members(names, ADA, "bob", "cyd");
                names.throwing = thrown;
                Thread first = start(call.method, () -> callOrThrown(call, members));
                first.join();
                names.throwing = null;
                Thread second = start("other", () -> new Call("join", "fay").on(members));
                boolean done = Checks.comesTrue(() -> !second.isAlive());
                String end = thrown == null ? "returned" : "ended, in which the list threw " + thrown;
                Checks.that(
                        done,
                        "another thread can join after " + call.method + "(" + Checks.quoted(call.name) + ") has "
                                + end,
                        isKeptOut(second)
                                ? "it waits for a lock that no thread gives back"
                                : "it does not come to an end");
            }
        }
    }

    private static boolean isKeptOut(Thread thread) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        return info != null && info.getLockInfo() != null;
    }

    private static Object callOrThrown(Call call, Members members) {
        try {
            return call.on(members);
        } catch (RuntimeException | Error e) {
            return e;
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Two threads. The second one is started when the first one is stopped in the list. */
    private static final class Race {
        private final StoppingList names = new StoppingList();
        private final Members members = members(names, ADA, "bob", "cyd");
        private final Call first;
        private final Call second;
        private volatile Object firstResult = "";
        private volatile Object secondResult = "";

        Race(Call first, Call second, int place) {
            this.first = first;
            this.second = second;
            names.stop(
                    new Thread(() -> firstResult = callOrThrown(first, members), first.method),
                    new Thread(() -> secondResult = callOrThrown(second, members), "second " + second.method),
                    place);
        }

        void run() throws InterruptedException {
            names.first.start();
            names.first.join();
            if (names.wasStopped()) {
                names.second.join();
            }
        }

        void hasWaited() {
            List<String> kept = names.kept();
            Object result = secondResult;
            boolean done = second.method.equals("join")
                    ? result.equals(true) && kept.contains("fay")
                    : second.method.equals("leave")
                            ? result.equals("") && !kept.contains(ADA)
                            : namesIn(result).contains("cyd");
            String expected = second.method + "() waits while another thread is in " + first.method + "()"
                    + (names.patient ? ", also when it is interrupted" : "") + ", and then does its work";
            String end = result instanceof Throwable ? "it throws " : result.equals("") ? "it is over" : "it returns ";
            Checks.that(done, expected, end + result + ", and the list is " + kept);
        }

        void hasWorked() {
            for (Object result : List.of(firstResult, secondResult)) {
                if (result instanceof RuntimeException) {
                    throw (RuntimeException) result;
                } else if (result instanceof Error) {
                    throw (Error) result;
                }
            }
        }
    }

    /** What a thread does with the list. To ask for the size is no look on which a call could decide. */
    private enum Use {
        SIZE,
        LOOK,
        CHANGE
    }

    /** Stops one thread at one of its uses of the list, until the second thread comes in, or is kept out. */
    private static final class StoppingList extends AbstractList<String> {
        /** Of processor time: far more than a call needs to come to the list, so the thread goes round before it. */
        private static final long AT_WORK_NANOS = 30_000_000;

        /** A thread that sleeps so often before it comes to the list waits for its turn. */
        private static final int ASKS = 5;

        private final List<String> names = new ArrayList<>();
        private Thread first;
        private Thread second;
        private int place;
        private int uses;
        private volatile Throwable throwing;
        /** The second thread is interrupted when it waits, and may then wait for as long as it likes. */
        private boolean patient;

        private volatile Use stoppedIn;
        private volatile Use meanwhile;
        private volatile boolean stopped;
        private volatile ThreadInfo secondThen;
        private volatile boolean givenBack;
        private volatile LockSpan firstHolds;
        private volatile LockSpan secondHolds;
        private boolean judged;

        void stop(Thread one, Thread two, int at) {
            first = one;
            second = two;
            place = at;
            first.setDaemon(true);
            second.setDaemon(true);
        }

        /** Whether the first thread has come to the place where it is stopped. */
        boolean wasStopped() {
            return stoppedIn != null;
        }

        private void use(Use use) {
            if (throwing instanceof Error) {
                throw (Error) throwing;
            } else if (throwing != null) {
                throw (RuntimeException) throwing;
            }
            if (Thread.currentThread() == second && stopped) {
                if (use == Use.CHANGE || stoppedIn == Use.CHANGE) {
                    secondHolds = LockSpan.now();
                    meanwhile = use;
                }
            } else if (Thread.currentThread() == first) {
                uses++;
                if (uses == place) {
                    stop(use);
                } else if (wasStopped() && use != Use.SIZE && !judged) {
                    judged = true;
                    givenBack = givesBackBefore(use);
                }
            }
        }

        private void stop(Use use) {
            firstHolds = LockSpan.now();
            stoppedIn = use;
            stopped = true;
            second.start();
            comesTrue(() -> meanwhile != null || waitsForFirst(second()));
            if (patient && meanwhile == null && second.isAlive()) {
                second.interrupt();
                long enough = cpu() + AT_WORK_NANOS;
                comesTrue(() -> meanwhile != null || !second.isAlive() || cpu() > enough);
            }
            stopped = false;
            secondThen = second();
        }

        /** Null when it has ended. */
        private ThreadInfo second() {
            return ManagementFactory.getThreadMXBean().getThreadInfo(second.getId());
        }

        /** Whether the second thread waits for a lock that the first one has, or asks for it again and again; or has ended. */
        private boolean waitsForFirst(ThreadInfo info) {
            return info == null
                    || info.getLockOwnerId() == first.getId()
                    || info.getThreadState() == Thread.State.TIMED_WAITING && info.getWaitedCount() >= ASKS
                    || cpu() > AT_WORK_NANOS;
        }

        /** Of the second thread; negative when it has ended. */
        private long cpu() {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(second.getId());
        }

        /** The first thread has looked while the second one was kept out, and uses the list again. */
        private boolean givesBackBefore(Use use) {
            boolean decided = stoppedIn == Use.LOOK
                    && (use == Use.CHANGE || first.getName().equals("everyone"));
            if (!decided || secondThen == null) {
                return false;
            }
            switch (secondThen.getThreadState()) {
                case BLOCKED: // at a synchronized
                    return LockSpan.now()
                            .hasGivenBack(firstHolds, secondThen.getLockInfo().getIdentityHashCode());
                case WAITING: // a lock of java.util.concurrent wakes it when it is given back, and then it waits once
                    // more
                    return comesTrue(() -> second() == null || second().getWaitedCount() > secondThen.getWaitedCount());
                default:
                    return false;
            }
        }

        private static boolean comesTrue(BooleanSupplier condition) {
            try {
                return Checks.comesTrue(LONGEST_HOLD, condition);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        void checkKeptOut(Call one, Call two) {
            if (meanwhile == null) {
                return;
            }
            String expected = "while one thread " + words(stoppedIn) + " the list, no other thread "
                    + (stoppedIn == Use.CHANGE ? "reads or changes it" : "changes it");
            String seen = "a thread in " + one.method + "() " + words(stoppedIn) + " it" + withoutLock(firstHolds)
                    + ", and meanwhile a thread in " + two.method + "() " + words(meanwhile) + " it"
                    + withoutLock(secondHolds);
            Set<Integer> held = firstHolds.locks();
            if (held.isEmpty() || secondHolds.locks().isEmpty()) {
                throw Checks.wrong(mayShareALock() ? "" : "no-lock", expected, seen);
            }
            boolean isName = held.contains(System.identityHashCode(one.name));
            throw Checks.wrong(isName ? "locks-the-name" : "different-locks", expected, seen);
        }

        private static String withoutLock(LockSpan span) {
            return span.locks().isEmpty() && !mayShareALock() ? " and holds no lock" : "";
        }

        /** A lock that threads can share, like the one for reading, shows in no list of the locks that a thread holds. */
        private static boolean mayShareALock() {
            return Arrays.stream(Members.class.getDeclaredFields())
                    .anyMatch(field -> field.getType().getName().startsWith("java.util.concurrent."));
        }

        private static String words(Use use) {
            return use == Use.CHANGE ? "changes" : "reads";
        }

        void checkOneStep(Call call) {
            Checks.that(
                    "given-back",
                    !givenBack,
                    call.method + "() keeps other threads out from its look into the list until it is done",
                    "between two uses of the list it lets them in");
        }

        List<String> kept() {
            synchronized (names) { // not this list itself, which may be the lock of the answer
                return sorted(names);
            }
        }

        @Override
        public int size() {
            use(Use.SIZE);
            synchronized (names) {
                return names.size();
            }
        }

        /** The result is out of date as soon as another thread comes in. */
        private <T> T look(Callable<T> look) {
            T result;
            synchronized (names) {
                try {
                    result = look.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            use(Use.LOOK);
            return result;
        }

        @Override
        public String get(int index) {
            return look(() -> names.get(index));
        }

        @Override
        public boolean contains(Object name) {
            return look(() -> names.contains(name));
        }

        @Override
        public int indexOf(Object name) {
            return look(() -> names.indexOf(name));
        }

        @Override
        public Object[] toArray() {
            return look(names::toArray);
        }

        @Override
        public <T> T[] toArray(T[] into) {
            return look(() -> names.toArray(into));
        }

        @Override
        public boolean add(String name) {
            use(Use.CHANGE);
            synchronized (names) {
                modCount++;
                return names.add(name);
            }
        }

        @Override
        public void add(int index, String name) {
            use(Use.CHANGE);
            synchronized (names) {
                modCount++;
                names.add(Math.min(index, names.size()), name);
            }
        }

        @Override
        public String set(int index, String name) {
            use(Use.CHANGE);
            synchronized (names) {
                return names.set(index, name);
            }
        }

        @Override
        public String remove(int index) {
            use(Use.CHANGE);
            synchronized (names) {
                modCount++;
                return names.remove(index);
            }
        }

        @Override
        public boolean remove(Object name) {
            if (!contains(name)) {
                return false;
            }
            use(Use.CHANGE);
            synchronized (names) {
                modCount++;
                return names.remove(name);
            }
        }
    }
}
