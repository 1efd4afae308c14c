import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.HeldWriter;
import chatlab.tutorials.grading.Hold;
import chatlab.tutorials.grading.LockSpan;
import chatlab.tutorials.grading.Races;
import chatlab.tutorials.grading.Step;
import chatlab.tutorials.grading.WatchedList;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks a Broadcaster: in many small rooms, each with a broadcaster of its own. Ada and bob speak. */
public final class Check implements Exercise {
    private static final String HELLO = "ada: hello\n";
    /** What means something to the classes that fill in templates. */
    private static final String MARKS = "100 % of %s, it's $1 \\ {0}";

    private static final int CROWD = 100;
    private static final int LINES = 200;
    private static final String[] FOUR = {"bob", "ada", "cyd", "dan"};

    @Override
    public void check(Checks checks) throws Exception {
        checks.step("to-the-others", this::toTheOthers);
        checks.step("not-to-the-sender", this::notToTheSender);
        checks.step("at-once", this::atOnce);
        checks.step("in-the-list", this::inTheList);
        checks.step("leaves", this::leaves);
        checks.step("kept-out", this::keptOut);
        checks.step("both-count", this::bothCount);
        checks.step("meanwhile", this::meanwhile);
        checks.step("one-at-a-time", this::oneAtATime);
    }

    private void inTheList() throws Exception {
        Room room = new Room("ada", "bob");
        Checks.that(
                room.list.containsAll(room.ears.values()) && room.list.size() == 2,
                "ada and bob are in the list when they have joined",
                "there are " + room.list.size() + " in the list");
        Ear eve = room.ear("eve");
        room.list.add(eve);
        Checks.that(
                room.hearers().equals(List.of("bob", "eve")),
                "bob and eve hear what ada says: the check has put eve into the list",
                room.hearers() + " hear it");
        room.list.set(room.list.indexOf(eve), room.ear("fay"));
        Checks.that(
                room.hearers().equals(List.of("bob", "fay")),
                "bob and fay hear what ada says: the check has put fay in eve's place in the list",
                room.hearers() + " hear it");
        room.list.remove(room.ears.get("fay"));
        Checks.that(
                room.hearers().equals(List.of("bob")),
                "bob alone hears what ada says: the check has taken fay out of the list",
                room.hearers() + " hear it");
    }

    private void leaves() throws Exception {
        for (String gone : List.of("bob", "bo", "Bob", "cyd")) {
            Room room = new Room("bob", "bo", "ada", "Bob", "cyd");
            List<String> others = new ArrayList<>(List.of("Bob", "bo", "bob", "cyd"));
            others.remove(gone);
            String called = "leave(\"" + gone + "\")";
            try {
                room.call(() -> room.broadcaster.leave(gone));
            } catch (ConcurrentModificationException e) { // there is only one thread
                throw Checks.wrong("removed-in-the-loop", called + " returns", "it throws " + e);
            }
            Checks.that(
                    room.hearers().equals(others),
                    "after " + called + ", " + others + " hear what ada says",
                    room.hearers() + " hear it");
        }
        Room room = new Room("bob", "ada");
        room.call(() -> room.broadcaster.leave(equalTo("bob")));
        Checks.that(
                "names-compared-as-objects",
                room.hearers().isEmpty(),
                "bob leaves, too, when leave() is given another String object with the same letters",
                "bob still hears what ada says");
        room.call(() -> room.broadcaster.join(room.ear("bob")));
        Checks.that(
                room.hearers().equals(List.of("bob")),
                "bob hears ada when he has come back",
                room.hearers() + " hear it");
        room.list.add(room.ear("cyd"));
        room.call(() -> room.broadcaster.leave("cyd"));
        Checks.that(
                room.hearers().equals(List.of("bob")),
                "bob alone hears what ada says: cyd, whom the check has put into the list, has left, too",
                room.hearers() + " hear it");
    }

    private void toTheOthers() throws Exception {
        for (String names :
                List.of("ada bob cyd", "bob ada cyd", "bob cyd ada", "ada bob Ada ad adam", "bob ada", "ada")) {
            for (String text : List.of("hello", "", " a ", MARKS, "a: b", "\u00fc \u20ac \ud83d\ude00")) {
                checkHeard("ada", text, names.split(" "));
            }
        }
        for (String name : List.of("100%", "%s", "%%", "$1", "\\", "{0}", "o'neil", "ad a", "\u00fc")) {
            checkHeard(name, "hello", "bob", name, "cyd");
            checkHeard(name, MARKS, "bob", name, "cyd");
        }
        for (String name : List.of("ada: a", "ada: ", "ada ", " ada", "b")) { // like ada's name, or a part of her line
            checkHeard("ada", "a: b", name, "ada", "cyd");
            checkHeard(name, "a: b", "ada", name, "cyd");
        }
    }

    private void checkHeard(String speaker, String text, String... names) throws Exception {
        Room room = new Room(names);
        String line = speaker + ": " + text + "\n";
        try {
            room.call(() -> room.broadcaster.say(speaker, text));
        } catch (RuntimeException e) {
            throw Checks.wrong("the others hear " + Checks.quoted(line), "say() throws " + e);
        }
        for (Ear ear : room.ears.values()) {
            if (!ear.name.equals(speaker)) {
                Checks.comesTrue(() -> !ear.out.heardAtLast().isEmpty());
                Checks.that(
                        ear.out.heardAtLast().equals(line),
                        ear.name + " hears " + Checks.quoted(line),
                        Checks.quoted(ear.out.heardAtLast()));
            }
        }
        room.call(() -> room.broadcaster.join(room.ear("eve"))); // the speaker's thread has left no lock behind
    }

    private void notToTheSender() throws Exception {
        for (String names : List.of("ada bob cyd", "bob ada cyd", "bob cyd ada", "ada")) {
            Room room = new Room(names.split(" "));
            Ear ada = room.ears.get("ada");
            room.call(() -> adaSays(room));
            Checks.that(
                    ada.out.heardAtLast().isEmpty(), "ada hears nothing of what she says", "she hears her own line");
            room.call(() -> room.broadcaster.say(equalTo("ada"), "hello"));
            Checks.that(
                    "names-compared-as-objects",
                    ada.out.heardAtLast().isEmpty(),
                    "ada hears nothing, too, when say() is given another String object with the same letters",
                    "she hears her own line");
        }
    }

    private void atOnce() throws Exception {
        Room alone = new Room(FOUR);
        alone.members.set(0);
        alone.call(() -> adaSays(alone));
        Checks.comesTrue(() -> alone.log.size() == 3);
        List<Held> held = new ArrayList<>();
        for (int place = 1; place <= alone.members.passed(); place++) {
            held.add(new Held("say()", Check::adaSays, room -> room.members, place));
        }
        held.add(new Held("join()", room -> change(room, "eve"), room -> room.inList, 1));
        held.add(new Held("leave()", room -> change(room, "bob"), room -> room.inList, 1));
        held.forEach(one -> one.call = Room.start("caller", one.step));
        Checks.comesTrue(() -> held.stream().allMatch(one -> one.hold.holds()));
        Checks.comesTrue(() -> held.stream().anyMatch(one -> one.call.isDone()));
        for (Held one : held) {
            boolean returned = one.call.isDone() && one.hold.holds();
            Checks.that(
                    "later",
                    !returned,
                    one.name + " returns when it has done its work",
                    one.name + " has returned, and another thread is still at it");
        }
        held.forEach(one -> one.hold.release());
        whileAdaSpeaks();
        Room room = new Room("ada");
        room.buffered = true;
        Ear eve = room.ear("eve");
        room.call(() -> room.broadcaster.join(eve));
        room.call(() -> adaSays(room));
        String heard = eve.out.heard();
        Checks.that(
                "kept-back",
                heard.equals(eve.out.heardAtLast()),
                "eve hears all of " + Checks.quoted(eve.out.heardAtLast()) + " before say() returns",
                Checks.quoted(heard) + ", and the rest once another thread has called flush()");
    }

    private void whileAdaSpeaks() throws Exception {
        Races<Room> races = new Races<>(() -> new Room(FOUR), room -> room.members);
        Races.Call<Room> bobSays = room -> room.second(() -> room.broadcaster.say("bob", "hi"));
        races.add("ada", Check::adaSays, "bob", bobSays, (room, thrown) -> {
            List<String> log = room.logOfSecond;
            long heard = log.stream().filter(line -> line.endsWith("bob: hi")).count();
            Checks.that(
                    "later",
                    log.isEmpty() || heard == FOUR.length - 1,
                    "bob's say() returns when all the others have his line, also while ada's say() prints",
                    "it has returned, and " + heard + " of " + (FOUR.length - 1) + " have his line");
        });
        races.run();
    }

    private void keptOut() throws Exception {
        Races<Room> races = new Races<>(() -> new Room(FOUR), room -> room.inList);
        Races.Verdict<Room> verdict = (room, thrown) -> Checks.that(
                "two-in-the-list",
                room.list.overlap() == null,
                "while one thread changes the list, no other thread is in it",
                room.list.overlap());
        for (Races.Call<Room> first :
                List.<Races.Call<Room>>of(room -> change(room, "eve"), room -> change(room, "bob"), Check::adaSays)) {
            races.add("one", first, "two", room -> room.broadcaster.join(room.ear("fay")), verdict);
            races.add("one", first, "two", room -> room.broadcaster.leave("cyd"), verdict);
            races.add("one", first, "two", room -> room.broadcaster.say("dan", "hello"), verdict);
        }
        races.run();
    }

    private void bothCount() throws Exception {
        Races<Room> races = new Races<>(() -> new Room(FOUR), room -> room.members);
        for (String gone : List.of("bob", "cyd", "dan")) {
            for (String other : List.of("bob", "cyd", "dan", "eve")) {
                boolean comes = other.equals("eve");
                List<String> here = new ArrayList<>(List.of("bob", "cyd", "dan"));
                here.remove(gone);
                if (comes) {
                    here.add(other);
                } else if (!here.remove(other)) {
                    continue;
                }
                String called = (comes ? "join(" : "leave(") + other + ")";
                races.add(
                        "leave",
                        room -> room.broadcaster.leave(gone),
                        "other",
                        room -> change(room, other),
                        (room, thrown) -> {
                            String meet =
                                    "one thread calls leave(" + gone + "), and meanwhile another one " + called + ": ";
                            Checks.that(thrown == null, meet + "no exception", thrown);
                            List<String> hearers = room.hearers();
                            Checks.that(
                                    hearers.equals(here), meet + here + " hear what ada says", hearers + " hear it");
                        });
            }
        }
        races.run();
        for (String gone : List.of("bob", "cyd", "dan")) {
            for (String other : List.of("bob", "cyd", "dan", "eve")) {
                if (!gone.equals(other)) {
                    inEachGap(gone, other);
                }
            }
        }
    }

    /**
     * Where leave() gives its lock back between two uses of the list, another thread may come in, though it nearly never does. So the
     * check changes the list itself there, as the other thread would.
     */
    private static void inEachGap(String gone, String other) throws Exception {
        List<String> here = new ArrayList<>(List.of("bob", "cyd", "dan", "eve"));
        here.remove(gone);
        here.remove(other.equals("eve") ? "" : other);
        if (!other.equals("eve")) {
            here.remove("eve");
        }
        boolean more = true;
        for (int gap = 1; more; gap++) {
            Room room = new Room(FOUR);
            boolean[] changed = {false};
            room.inGap(gap, () -> {
                changed[0] = true;
                room.changeList(other);
            });
            room.call(() -> room.broadcaster.leave(gone));
            room.list.beforeUse(() -> {});
            more = changed[0];
            String what = other.equals("eve") ? "eve joins" : other + " leaves";
            List<String> hearers = room.hearers();
            Checks.that(
                    "",
                    !more || hearers.equals(here),
                    "leave(" + gone + ") gives its lock back, " + what + ", and leave goes on: " + here
                            + " hear what ada says",
                    hearers + " hear it");
        }
    }

    private void meanwhile() throws Exception {
        Races<Room> races = new Races<>(() -> new Room(FOUR), room -> room.members);
        for (String name : List.of("bob", "cyd", "dan", "eve")) {
            String called = (name.equals("eve") ? "join(" : "leave(") + name + ")";
            Races.Verdict<Room> verdict = (room, thrown) -> {
                String expected = "while ada's thread is in say(), another one calls " + called + ": ";
                Checks.that(thrown == null, expected + "no exception", thrown);
                for (String stays : List.of("bob", "cyd", "dan")) {
                    String heard = room.ears.get(stays).out.heardAtLast();
                    Checks.that(
                            heard.equals(HELLO) || stays.equals(name),
                            expected + stays + " hears ada's line once",
                            stays + " hears " + Checks.quoted(heard));
                }
                expected += "it waits until all have the line";
                Checks.that(!room.overtaken, expected, "it has returned");
                room.checkKept(expected);
            };
            races.add("say", Check::adaSays, called, room -> room.second(() -> change(room, name)), verdict);
            races.add(called, room -> change(room, name), "say", Check::adaSays, verdict);
        }
        races.run();
    }

    private void oneAtATime() throws Exception {
        Races<Room> races = new Races<>(() -> new Room(FOUR), room -> room.members);
        List<String> overtaking = new ArrayList<>();
        Races.Call<Room> bobSays = room -> room.second(() -> room.broadcaster.say("bob", "hi"));
        races.add("ada", Check::adaSays, "bob", bobSays, (room, thrown) -> {
            for (Ear ear : List.of(room.ears.get("cyd"), room.ears.get("dan"))) {
                String heard = ear.out.heardAtLast();
                boolean torn = heard.lines().anyMatch(line -> !line.equals("ada: hello") && !line.equals("bob: hi"));
                Checks.that(
                        torn ? "torn-lines" : "",
                        List.of(HELLO + "bob: hi\n", "bob: hi\n" + HELLO).contains(heard),
                        ear.name + " hears \"ada: hello\" and \"bob: hi\", each as a line of its own",
                        Checks.quoted(heard));
            }
            List<String> log = room.log;
            long turns = IntStream.range(1, log.size())
                    .filter(i -> log.get(i).endsWith("hello") != log.get(i - 1).endsWith("hello"))
                    .count();
            if (turns > 1) {
                overtaking.add(String.join("; ", log));
            }
            room.checkKept("one of the two lines goes to all members before the other one does");
        });
        races.run();
        Checks.that(
                overtaking.isEmpty(),
                "one of the two lines goes to all members before the other one does",
                overtaking.isEmpty() ? "" : overtaking.get(0));
        inACrowd();
    }

    /**
     * Where an answer takes a lock anew for each member, the check cannot hold its thread in between. So here each line leaves a
     * thousand gaps. A right answer has none.
     */
    private void inACrowd() throws Exception {
        Room room = new Room("ada", "bob");
        for (int i = 1; i <= CROWD; i++) {
            room.broadcaster.join(room.ear("member " + i));
        }
        Step says = () -> {
            for (int i = 1; i <= LINES; i++) {
                room.broadcaster.say(Thread.currentThread().getName(), "line " + i);
            }
        };
        FutureTask<Void> ada = Room.start("ada", says);
        FutureTask<Void> bob = Room.start("bob", says);
        ada.get();
        bob.get();
        String first = room.ears.get("member 1").out.heardAtLast();
        String last = room.ears.get("member " + CROWD).out.heardAtLast();
        int same = 0;
        while (same < first.length() && same < last.length() && first.charAt(same) == last.charAt(same)) {
            same++;
        }
        int line = (int) first.substring(0, same).lines().count();
        Checks.that(
                first.equals(last),
                "when ada and bob say " + LINES + " lines each, all members get them in the same order",
                "from about line " + line + " on, two members get them in different orders");
    }

    /** A call that is held at a place, whichever thread comes there. */
    private static final class Held {
        final String name;
        final Hold hold;
        final Step step;
        FutureTask<Void> call;

        Held(String name, Races.Call<Room> call, Function<Room, Hold> where, int place) {
            Room room = new Room(FOUR);
            this.name = name;
            this.hold = where.apply(room);
            this.step = () -> call.in(room);
            hold.set(place);
        }
    }

    private static void adaSays(Room room) {
        room.broadcaster.say("ada", "hello");
    }

    /** Eve comes; the others leave. */
    private static void change(Room room, String name) {
        if (name.equals("eve")) {
            room.broadcaster.join(room.ear(name));
        } else {
            room.broadcaster.leave(name);
        }
    }

    private static String equalTo(String name) {
        return new StringBuilder(name).toString(); // another object
    }

    /** A broadcaster, its list, and its members. */
    private static final class Room {
        /** Its places are where the student's code uses a member. */
        final Hold members = new Hold();

        /** Its places are the calls of the list. */
        final Hold inList = new Hold();

        final WatchedList<Broadcaster.Member> list = new WatchedList<>(inList, "Broadcaster");
        final Broadcaster broadcaster = new Broadcaster(list);
        final Map<String, Ear> ears = Collections.synchronizedMap(new LinkedHashMap<>());
        /** The lines in the order in which they were printed, like "cyd hears ada: hello". */
        final List<String> log = Collections.synchronizedList(new ArrayList<>());

        /** As it was when the second call had returned while the first one was held; empty if that was not so. */
        volatile List<String> logOfSecond = List.of();

        boolean buffered;

        // Of a race, see goesOn
        private volatile Thread first;
        private volatile Thread second;
        private boolean tooLate;
        private boolean overtaken;
        private int waitsFor;
        private final List<LockSpan> spans = Collections.synchronizedList(new ArrayList<>());

        Room(String... names) {
            for (String name : names) {
                broadcaster.join(ear(name.intern()));
            }
        }

        Ear ear(String name) {
            Ear ear = new Ear(this, name);
            ears.put(name, ear);
            return ear;
        }

        static FutureTask<Void> start(String thread, Step step) {
            FutureTask<Void> task = new FutureTask<>(() -> {
                step.run();
                return null;
            });
            Thread started = new Thread(task, thread);
            started.setDaemon(true);
            started.start();
            return task;
        }

        /** In a thread of its own. */
        void call(Step step) throws Exception {
            try {
                start("caller", step).get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
            }
        }

        /** The second call in a race. */
        void second(Runnable call) {
            second = Thread.currentThread();
            call.run();
            logOfSecond = members.holds() ? List.copyOf(log) : List.of();
            overtaken = members.holds();
        }

        /**
         * The first thread goes on to a member. If it has released the lock since the last one, the second thread could have got
         * this lock then, though it nearly never does.
         */
        void goesOn() {
            tooLate |= second == null;
            if (tooLate || spans.size() == 2) {
                return;
            }
            if (spans.isEmpty()) {
                ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(second.getId());
                if (info == null || info.getThreadState() != Thread.State.BLOCKED) {
                    return; // it does not wait at synchronized
                }
                first = Thread.currentThread();
                waitsFor = info.getLockInfo().getIdentityHashCode();
            }
            if (first == Thread.currentThread()) {
                spans.add(LockSpan.now());
            }
        }

        void checkKept(String expected) {
            boolean released = spans.size() == 2 && spans.get(1).hasGivenBack(spans.get(0), waitsFor);
            Checks.that(!released, expected, "the thread that prints releases the lock between two members");
        }

        /** Lets this happen before the use of the list in front of which the thread has given back all its locks, at the n-th such use. */
        void inGap(int gap, Runnable body) {
            AtomicReference<LockSpan> last = new AtomicReference<>();
            int[] gaps = {0};
            list.beforeUse(() -> {
                LockSpan now = LockSpan.now();
                LockSpan before = last.getAndSet(now);
                if (before != null && now.hasGivenBackAll(before) && ++gaps[0] == gap) {
                    list.beforeUse(() -> {});
                    body.run();
                }
            });
        }

        /** As join() and leave() of this member do. */
        void changeList(String name) {
            if (name.equals("eve")) {
                list.add(ear(name));
            } else {
                list.remove(ears.get(name));
            }
        }

        /** The names of the members that hear what ada says now. */
        List<String> hearers() throws Exception {
            ears.values().forEach(ear -> ear.out.forget());
            call(() -> broadcaster.say("ada", "roll call"));
            return ears.values().stream()
                    .filter(ear -> !ear.name.equals("ada"))
                    .filter(ear -> !ear.out.heardAtLast().isEmpty())
                    .map(ear -> ear.name)
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    /** A member. */
    private static final class Ear implements Broadcaster.Member {
        final String name;
        final HeldWriter out;
        private final Room room;

        Ear(Room room, String name) {
            this.name = name;
            this.room = room;
            this.out = new HeldWriter(room.members, room.buffered, line -> room.log.add(name + " hears " + line));
        }

        @Override
        public String name() {
            room.members.pass();
            return name;
        }

        @Override
        public PrintWriter out() {
            room.members.pass();
            room.goesOn();
            return out;
        }
    }
}
