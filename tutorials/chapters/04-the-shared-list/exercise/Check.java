import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.LockSpan;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
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
import java.util.stream.Collectors;

/** Stops one thread in the list, sends a second one into the methods, and sees whether it comes into the list as well. */
public final class Check implements Exercise {
    private static final String ADA = "ada";
    private static final Call JOIN = new Call("join", "eve");
    private static final Call EVERYONE = new Call("everyone", "");
    private static final List<Call> WAITING = List.of(new Call("join", "fay"), new Call("leave", ADA), EVERYONE);
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
        for (String name : List.of(ADA, "bob", "Ada", "ad", "ada ", "cyd", "", "caf\u00e9", "cafe\u0301")) {
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
        List<String> all = List.of(ADA, "Bob", "cyd", "Zoe", "bobby", "bo", "caf\u00e9");
        for (String name : all) {
            Members members = members(new ArrayList<>(), all.toArray(new String[0]));
            members.leave(new String(name.toCharArray()));
            List<String> others = new ArrayList<>(all);
            others.remove(name);
            sameNames(others, members.everyone());
            for (String absent : List.of(name, "Ada", "BOB", "a", "cyd ", "cafe\u0301")) {
                members.leave(absent);
                sameNames(others, members.everyone());
            }
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
        names.remove("bob"); // the others stay in the order in which the answer has put them
        sameNames(List.of("cyd"), members.everyone());
        joins(true, members, "bob", names);
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
        members.join("cyd"); // as many as before
        Checks.that(
                sorted(second).equals(List.of(ADA, "bob")),
                "[ada, bob] in the list that everyone() had returned before leave(\"ada\") was called",
                sorted(second));
        sameNames(List.of("bob", "cyd"), members.everyone());
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
        for (Call first : List.of(JOIN, new Call("leave", "bob"), EVERYONE)) {
            for (Call second : WAITING) {
                boolean more = true;
                for (int place = 1; more; place++) {
                    Race race = new Race(place, first, second);
                    race.run();
                    more = race.names.wasStopped();
                    race.names.checkKeptOut();
                    race.hasWorked();
                }
            }
        }
        for (int turn = 0; turn < WAITING.size(); turn++) {
            Race race = new Race(1, JOIN, waiting(turn), waiting(turn + 1), waiting(turn + 2));
            race.names.stopsNextToo = true;
            race.run();
            race.names.checkKeptOut();
            race.hasWorked();
        }
    }

    private static Call waiting(int turn) {
        return WAITING.get(turn % WAITING.size());
    }

    private static void oneStep() throws Exception {
        for (Call second : List.of(JOIN, new Call("leave", ADA))) {
            boolean more = true;
            for (int place = 1; more; place++) {
                boolean joins = second == JOIN;
                Race race = new Race(place, joins ? JOIN : new Call("leave", "bob"), second);
                race.names.judges = true;
                race.run();
                more = race.names.wasStopped();
                race.names.checkOneStep();
                race.hasWorked();
                if (joins) {
                    List<Object> results = race.results();
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
            Race race = new Race(place, EVERYONE, new Call("leave", ADA));
            race.names.judges = true;
            race.run();
            more = race.names.wasStopped();
            race.names.checkOneStep();
            race.hasWorked();
            List<Object> moments = List.of(List.of(ADA, "bob", "cyd"), List.of("bob", "cyd"));
            Object seen = race.results().get(0);
            Checks.that(
                    !more || moments.contains(sorted(namesIn(seen))),
                    "the names of one moment: " + moments.get(0) + " or " + moments.get(1),
                    seen);
        }
    }

    private static List<String> namesIn(Object list) {
        List<String> names = new ArrayList<>();
        if (list instanceof List) {
            ((List<?>) list).forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    /** Two calls wait beside a third one. Beside join(), the call that has waited longest is interrupted. */
    private static void waits() throws Exception {
        for (Call first : List.of(JOIN, new Call("leave", "bob"), EVERYONE)) {
            for (int turn = 0; turn < WAITING.size(); turn++) {
                Race race = new Race(1, first, waiting(turn), waiting(turn + 1));
                race.names.interrupts = first == JOIN;
                race.run();
                if (race.names.wasStopped()) {
                    race.haveWaited();
                }
            }
        }
    }

    /** The list throws nothing, and then at each place in turn. */
    private static void givesBack() throws Exception {
        List<Call> calls =
                List.of(JOIN, new Call("join", ADA), new Call("leave", ADA), new Call("leave", "gus"), EVERYONE);
        String words = "the list throws this";
        for (Throwable thrown : Arrays.asList(null, new IllegalStateException(words), new OutOfMemoryError(words))) {
            for (Call call : calls) {
                boolean more = true;
                for (int place = 1; more; place++) {
                    StoppingList names = new StoppingList();
                    Members members = members(names, ADA, "bob", "cyd");
                    names.throwAt(place, thrown);
                    Thread first = start(call.method, () -> callOrThrown(call, members));
                    first.join();
                    more = names.hasThrown();
                    names.throwAt(0, null);
                    Thread second = start("other", () -> new Call("join", "fay").on(members));
                    boolean done = Checks.comesTrue(() -> !second.isAlive());
                    String end = more ? "ended, in which the list threw " + thrown : "returned";
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

    /** Threads with a call each. The first one is stopped in the list, and then the others are started. */
    private static final class Race {
        private final StoppingList names = new StoppingList();
        private final Members members = members(names, ADA, "bob", "cyd");
        private final List<Caller> callers = new ArrayList<>();

        Race(int place, Call... calls) {
            for (Call call : calls) {
                callers.add(new Caller(call, members));
            }
            names.stopAt(place, callers);
        }

        void run() throws InterruptedException {
            callers.get(0).begin();
            Checks.comesTrue(() -> callers.stream().noneMatch(Caller::isAlive));
        }

        List<Object> results() {
            return callers.stream().map(caller -> caller.result).collect(Collectors.toList());
        }

        /** A thread that nothing has kept out is left to the next step. */
        void haveWaited() {
            List<String> kept = names.kept();
            Checks.that(
                    !names.cameInterrupted,
                    "a call waits while another thread is in the list, also when it is interrupted",
                    "it is interrupted, and comes into the list");
            if (names.intruder != null) {
                return;
            }
            for (Caller caller : callers.subList(1, callers.size())) {
                Call call = caller.call;
                Object result = caller.result;
                boolean done = !caller.isAlive()
                        && (call.method.equals("join")
                                ? result.equals(true) && kept.contains(call.name)
                                : call.method.equals("leave")
                                        ? result.equals("") && !kept.contains(call.name)
                                        : namesIn(result).contains("cyd"));
                String expected = call.method + "() waits while another thread is in "
                        + callers.get(0).call.method + "()" + (names.interrupts ? ", also when it is interrupted" : "")
                        + ", and then does its work";
                String end = caller.isAlive()
                        ? "it goes on waiting, though no other thread is in the list"
                        : (result instanceof Throwable
                                        ? "it throws "
                                        : result.equals("") ? "it is over" : "it returns ")
                                + result;
                Checks.that(done, expected, end + ", and the list is " + kept);
            }
        }

        void hasWorked() {
            for (Caller caller : callers) {
                Checks.that(
                        !caller.isAlive(),
                        caller.getName() + "() comes back",
                        "it waits, and goes on waiting, though no other thread is in the list");
                if (caller.result instanceof RuntimeException) {
                    throw (RuntimeException) caller.result;
                } else if (caller.result instanceof Error) {
                    throw (Error) caller.result;
                }
            }
        }
    }

    /** A thread with a call. What it has done is counted from the last note on. */
    private static final class Caller extends Thread {
        /** Of processor time: far more than a call needs to come to the list, so the thread goes round before it. */
        private static final long AT_WORK_NANOS = 10_000_000;

        /** A thread that sleeps so often before it comes to the list waits for its turn. */
        private static final int ASKS = 5;

        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        private final Call call;
        private final Members members;
        private volatile Object result = "";
        private volatile boolean begun;
        private volatile long notedWaits;
        private volatile long notedNanos;

        Caller(Call call, Members members) {
            super(call.method);
            this.call = call;
            this.members = members;
            setDaemon(true);
        }

        void begin() {
            begun = true;
            start();
        }

        @Override
        public void run() {
            result = callOrThrown(call, members);
        }

        void note() {
            ThreadInfo info = info();
            notedWaits = info == null ? 0 : info.getWaitedCount();
            notedNanos = info == null ? 0 : THREADS.getThreadCpuTime(getId());
        }

        /** Null when it has not begun, or has ended. */
        ThreadInfo info() {
            return THREADS.getThreadInfo(getId());
        }

        /** Whether the calls wait in this order is likely, and that is enough. */
        boolean isQueued() {
            ThreadInfo info = info();
            return info == null || info.getThreadState() != State.RUNNABLE || isAtWork();
        }

        /** Whether it waits for a lock that this thread has, or asks for it again and again; or does not run. */
        boolean waitsFor(Thread holder) {
            ThreadInfo info = info();
            return info == null
                    || this == holder
                    || info.getLockOwnerId() == holder.getId()
                    || info.getThreadState() == State.TIMED_WAITING && info.getWaitedCount() >= notedWaits + ASKS
                    || isAtWork();
        }

        /** Whether it has been woken while it waited, and has found that it has to wait on; or does not run. */
        boolean hasNoticed() {
            ThreadInfo info = info();
            return info == null
                    || info.getThreadState() == State.BLOCKED
                    || info.getWaitedCount() > notedWaits
                    || isAtWork();
        }

        private boolean isAtWork() {
            return THREADS.getThreadCpuTime(getId()) > notedNanos + AT_WORK_NANOS;
        }
    }

    /** What a thread does with the list. */
    private enum Use {
        LOOK,
        CHANGE
    }

    /** Stops one thread at one of its uses of the list, until another thread comes in, or all others are kept out. */
    private static final class StoppingList extends AbstractList<String> {
        private final List<String> names = new ArrayList<>();
        private List<Caller> callers = List.of();
        private int place;
        private int uses;
        private Throwable thrown;
        /** When the thread that was stopped uses the list again, it is asked for the lock. */
        private boolean judges;
        /** The thread that has waited longest is interrupted. */
        private boolean interrupts;
        /** The thread that comes into the list next is stopped, too, at its first use, and one caller more is started then. */
        private boolean stopsNextToo;

        /** The thread that was stopped last. */
        private volatile Thread stopped;

        private volatile boolean isStopped;
        private volatile Use stoppedIn;
        private volatile LockSpan stoppedHolds;
        /** The thread that has come in meanwhile. */
        private volatile Thread intruder;

        private volatile Use meanwhile;
        private volatile LockSpan intruderHolds;
        /** The second thread, when the first one goes on. */
        private volatile ThreadInfo secondThen;

        private volatile boolean cameBetween;
        private volatile boolean cameInterrupted;
        private volatile boolean givenBack;

        void stopAt(int at, List<Caller> threads) {
            place = at;
            uses = 0;
            callers = threads;
        }

        void throwAt(int at, Throwable what) {
            place = what == null ? 0 : at;
            thrown = what;
            uses = 0;
        }

        boolean hasThrown() {
            return thrown != null && uses >= place;
        }

        /** Whether a thread has come to the place where it is stopped. */
        boolean wasStopped() {
            return stopped != null;
        }

        /** Any thread may come here: an answer may leave the list to a thread of its own. */
        private void use(Use use) {
            Thread me = Thread.currentThread();
            if (thrown != null) {
                uses++;
                if (uses == place && thrown instanceof Error) {
                    throw (Error) thrown;
                } else if (uses == place) {
                    throw (RuntimeException) thrown;
                }
            } else if (isPlace(me, use)) {
                stop();
            } else if (isStopped && me != stopped) {
                intruderHolds = LockSpan.now();
                meanwhile = use;
                intruder = me;
            } else if (me != stopped) {
                cameBetween = wasStopped();
            } else if (judges && !isStopped) {
                judges = false;
                givenBack = givesBackBefore();
            }
        }

        /** Also marks the thread as stopped, in one step: two threads may come here at the same time. */
        private boolean isPlace(Thread me, Use use) {
            synchronized (names) {
                if (isStopped || wasStopped() && (!stopsNextToo || me == stopped) || !wasStopped() && ++uses != place) {
                    return false;
                }
                stopsNextToo &= !wasStopped();
                stopped = me;
                stoppedIn = use;
                isStopped = true;
                return true;
            }
        }

        private void stop() {
            stoppedHolds = LockSpan.now();
            callers.forEach(Caller::note);
            for (Caller caller : callers) {
                if (!caller.begun && !(stopsNextToo && caller == callers.get(callers.size() - 1))) {
                    caller.begin();
                    comesTrue(() -> intruder != null || caller.isQueued());
                }
            }
            comesTrue(() -> intruder != null || callers.stream().allMatch(caller -> caller.waitsFor(stopped)));
            if (interrupts && intruder == null) {
                Caller longest = callers.get(1);
                longest.note();
                longest.interrupt();
                comesTrue(() -> intruder != null || longest.hasNoticed());
                cameInterrupted = intruder != null;
            }
            secondThen = callers.get(1).info();
            callers.forEach(Caller::note);
            isStopped = false;
        }

        /** The first thread uses the list again. Whether it has let the second one in between, which was kept out before. */
        private boolean givesBackBefore() {
            if (secondThen == null || intruder != null) { // it is over, or nothing had kept it out
                return false;
            }
            Caller second = callers.get(1);
            switch (secondThen.getThreadState()) {
                case BLOCKED: // at a synchronized
                    return LockSpan.now()
                            .hasGivenBack(stoppedHolds, secondThen.getLockInfo().getIdentityHashCode());
                case WAITING: // a lock of java.util.concurrent wakes it when it is given back, and then it waits once
                    // more
                    return comesTrue(() -> cameBetween || second.hasNoticed());
                default: // it asks again and again
                    comesTrue(() -> cameBetween || second.waitsFor(stopped));
                    return cameBetween;
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

        void checkKeptOut() {
            if (intruder == null) {
                return;
            }
            String expected = "while one thread " + words(stoppedIn) + " the list, no other thread reads or changes it";
            String seen = where(stopped) + " " + words(stoppedIn) + " it" + withoutLock(stoppedHolds)
                    + ", and meanwhile " + where(intruder) + " " + words(meanwhile) + " it"
                    + withoutLock(intruderHolds);
            Set<Integer> held = stoppedHolds.locks();
            if (!(stopped instanceof Caller && intruder instanceof Caller)) {
                throw Checks.wrong(expected, seen); // threads of the answer hold locks that are none of the list's
            }
            if (held.isEmpty() || intruderHolds.locks().isEmpty()) {
                throw Checks.wrong(mayShareALock() ? "" : "no-lock", expected, seen);
            }
            boolean isName = held.contains(System.identityHashCode(callers.get(0).call.name));
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

        private static String where(Thread thread) {
            return thread instanceof Caller
                    ? "a thread in " + thread.getName() + "()"
                    : "the thread " + thread.getName();
        }

        private static String words(Use use) {
            return use == Use.CHANGE ? "changes" : "reads";
        }

        void checkOneStep() {
            Checks.that(
                    "given-back",
                    !givenBack,
                    callers.get(0).getName()
                            + "() keeps other threads out from its first use of the list until its last one",
                    "between two uses of the list it lets them in");
        }

        List<String> kept() {
            synchronized (names) { // not this list itself, which may be the lock of the answer
                return sorted(names);
            }
        }

        @Override
        public int size() {
            use(Use.LOOK);
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
