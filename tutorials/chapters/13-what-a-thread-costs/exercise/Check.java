import chatlab.tutorials.grading.Aside;
import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Gate;
import chatlab.tutorials.grading.HeldMonitors;
import chatlab.tutorials.grading.RecordedThreads;
import chatlab.tutorials.grading.Step;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hands in clients that can keep the postman in hasMail() and in deliver(), and rings meanwhile. Each step runs once on platform
 * threads and once on virtual ones, where this Java has them.
 */
public final class Check implements Exercise {
    /** Counted in naps of the thread that waits, so a busy machine has more of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration A_MOMENT = Duration.ofMillis(300);
    private static final int MANY = 3000;

    private static final List<Exception> FAILURES = List.of(
            new IOException("Broken pipe"),
            new SocketTimeoutException("Read timed out"),
            new ClosedByInterruptException(),
            new IllegalStateException("no such outbox"),
            new UncheckedIOException(new IOException("Broken pipe")),
            new CancellationException());

    private interface Body {
        void run(Town town) throws Exception;
    }

    @Override
    public void check(Checks checks) {
        step(checks, "one-thread", Check::oneThread);
        step(checks, "sleeps", Check::sleeps);
        step(checks, "does-not-wait", Check::doesNotWait);
        step(checks, "visits", Check::visits);
        step(checks, "asks-first", Check::asksFirst);
        step(checks, "only-rung", Check::onlyRung);
        step(checks, "ring-kept", Check::ringKept);
        step(checks, "order", Check::order);
        step(checks, "together", Check::together);
        step(checks, "at-once", Check::atOnce);
        step(checks, "removed", Check::removed);
        step(checks, "fails-alone", Check::failsAlone);
        step(checks, "fails-once", Check::failsOnce);
        step(checks, "close", Check::close);
    }

    private static void step(Checks checks, String key, Body body) {
        checks.step(key, () -> {
            onThreads(false, body);
            if (RecordedThreads.hasVirtual()) {
                onThreads(true, body);
            }
        });
    }

    private static void onThreads(boolean virtual, Body body) throws Exception {
        Town town = new Town(virtual);
        try {
            body.run(town);
        } finally {
            town.aside("end", town.delivery::close);
        }
    }

    private static void oneThread(Town town) throws InterruptedException {
        TestClient ada = town.add("ada");
        TestClient bob = town.add("bob");
        town.ringWithMail(ada);
        boolean came = town.comesTrue(ada::gotAll);
        Checks.comesTrue(
                A_MOMENT,
                () -> town.visitors.stream().allMatch(Aside::isAtRest)); // now a thread for each visit would have ended
        town.ringWithMail(bob);
        came &= town.comesTrue(bob::gotAll);
        Set<Thread> others = town.threads.others();
        others.addAll(town.visitors);
        others.removeAll(town.threads.made());
        town.that(
                "caller-delivers",
                !town.visitors.contains(Thread.currentThread()),
                "the postman's thread visits ada and bob",
                "the thread that called ring() has done it");
        town.that(
                "not-from-factory",
                others.isEmpty(),
                "Delivery uses the thread that the factory has made, and no other",
                "it uses threads which the factory has not made: "
                        + others.stream().map(Thread::getName).sorted().collect(Collectors.toList()));
        town.that(
                "not-started",
                town.threads.made().stream().noneMatch(thread -> thread.getState() == Thread.State.NEW),
                "the thread that the factory has made runs",
                "it was never started");
        town.that(came, "ada and bob are visited after a ring for each", "at least one still has mail");
        town.that(
                town.threads.made().size() == 1,
                "the factory is asked for one thread",
                "for " + town.threads.made().size());
        TestClient eve = town.add("eve");
        eve.failure = new IllegalStateException("no such outbox");
        town.ringWithMail(eve);
        town.ringWithMail(ada);
        town.comesTrue(ada::gotAll); // that it goes on is for another step
        town.that(
                town.threads.made().size() == 1,
                "the factory is asked for one thread, also when deliver() has thrown an exception",
                "for " + town.threads.made().size());
    }

    private static void sleeps(Town town) throws Exception {
        TestClient ada = town.add("ada");
        town.ringWithMail(ada);
        town.gets(ada, "the postman visits ada after a ring");
        Thread postman = ada.visitor;
        boolean waits = Checks.comesTrue(PATIENCE, () -> Aside.isAtRest(postman));
        town.that("spins", waits, "without a ring the postman waits", "its thread runs and runs");
        town.that(
                "wakes-by-itself",
                postman.getState() != Thread.State.TIMED_WAITING,
                "without a ring the postman waits, and for no limited time",
                "its thread waits, but only until a time is over: " + Aside.place(postman));
        long before = waits(postman);
        HeldMonitors.wakeForNothing(town.delivery);
        LockSupport.unpark(postman);
        town.comesTrue(() -> town.threads.areVirtual() || waits(postman) != before);
        town.ringWithMail(ada);
        town.gets(ada, "Java wakes the postman for nothing, then there is a ring for ada: the postman visits ada");
    }

    /** How often a platform thread has begun to wait; -1 when it has ended. */
    private static long waits(Thread thread) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread.getId());
        return info == null ? -1 : info.getWaitedCount();
    }

    private static void doesNotWait(Town town) throws Exception {
        TestClient eve = town.add("eve");
        TestClient ada = town.add("ada");
        Gate hold = town.holdInDelivery(eve);
        List<TestClient> many = town.addMany(MANY);
        town.comesBack("each ring for " + MANY + " other clients", () -> many.forEach(town.delivery::ring));
        town.comesBack("ring(ada)", () -> town.delivery.ring(ada));
        town.comesBack("ring(eve)", () -> town.delivery.ring(eve));
        town.comesBack("add(bob)", () -> town.add("bob"));
        town.comesBack("remove(ada)", () -> town.delivery.remove(ada));
        town.comesBack("remove(eve)", () -> town.delivery.remove(eve));
        town.comesBack("close()", town.delivery::close);
        hold.open();
    }

    private static void visits(Town town) throws InterruptedException {
        List<TestClient> clients = town.addMany(MANY);
        Gate hold = town.holdInDelivery(town.add("ada"));
        clients.forEach(town::ringWithMail);
        hold.open();
        for (TestClient client : clients) {
            town.gets(client, MANY + " rings come while the postman is with ada: then it visits all " + MANY);
        }
    }

    private static void asksFirst(Town town) throws InterruptedException {
        TestClient ada = town.add("ada");
        TestClient bob = town.add("bob");
        town.ringWithMail(ada);
        town.delivery.ring(bob); // without mail
        town.settle();
        for (TestClient client : List.of(ada, bob)) {
            town.that(
                    client.unasked.get() == 0,
                    "deliver() is called only after hasMail() of this client has said yes",
                    "deliver() was called for " + client.name + ", and hasMail() had not said yes");
        }
    }

    private static void onlyRung(Town town) throws InterruptedException {
        List<TestClient> idle = town.addMany(MANY);
        TestClient ada = town.add("ada");
        for (int i = 1; i <= 3; i++) {
            town.ringWithMail(ada);
            town.gets(ada, "the postman visits ada after a ring");
            Checks.comesTrue(A_MOMENT, () -> Aside.isAtRest(ada.visitor)); // the visit is over
        }
        town.settle();
        for (TestClient client : idle) {
            client.isNotVisited("there was no ring for " + client.name);
        }
    }

    /** Mail and a ring come at the worst moments. hasMail() answers as it was when it was asked. */
    private static void ringKept(Town town) throws InterruptedException {
        TestClient ada = town.add("ada");
        TestClient bob = town.add("bob");
        ada.onAsk.set(() -> town.aside("reader", () -> town.ringWithMail(ada)));
        town.visitForEvent(ada, ada.onAsk);
        town.gets(ada, "a ring for ada comes just after hasMail() of ada has said no: the postman asks once more");
        ada.onDeliver.set(() -> town.aside("reader", () -> town.ringWithMail(ada)));
        ada.mail.incrementAndGet();
        town.visitForEvent(ada, ada.onDeliver);
        town.gets(ada, "mail and a ring for ada come while the postman delivers to ada: then it visits ada once more");
        ada.onAsk.set(() -> town.aside("reader", () -> town.ringWithMail(bob)));
        town.visitForEvent(ada, ada.onAsk);
        town.gets(bob, "a ring for bob comes while the postman asks ada: then it visits bob");
        ringBeforeSleep(town, ada);
    }

    /**
     * While the postman is in hasMail(), another thread takes all locks of the delivery. The postman goes on to the first of
     * these, or to sleep. If it stands at a lock, that thread rings first and only then frees the locks.
     */
    private static void ringBeforeSleep(Town town, TestClient ada) throws InterruptedException {
        Gate locks = new Gate();
        AtomicReference<Runnable> last = new AtomicReference<>(() -> {});
        ada.onAsk.set(() -> Aside.run(
                "bob's reader",
                () -> HeldMonitors.during(town.delivery, () -> {
                    locks.enter();
                    last.get().run();
                })));
        town.visitForEvent(ada, ada.onAsk);
        boolean stopped = locks.isEntered()
                && town.comesTrue(() -> Aside.isAtRest(ada.visitor))
                && HeldMonitors.isStopped(ada.visitor);
        if (stopped) {
            last.set(() -> town.ringWithMail(ada));
        }
        locks.open();
        town.comesTrue(() -> !stopped || ada.mail.get() > 0);
        town.gets(ada, "a ring for ada comes just before the postman goes to sleep: then it visits ada");
    }

    private static void order(Town town) throws InterruptedException {
        List<TestClient> added = town.addMany(20);
        List<TestClient> rung = new ArrayList<>();
        for (int i = 0; i < added.size(); i++) {
            rung.add(added.get((i * 7 + 3) % added.size()));
        }
        TestClient ada = town.add("ada");
        Gate hold = town.holdInDelivery(ada);
        rung.add(1, ada); // a ring during the visit to it has its place, too
        town.visited.clear();
        rung.forEach(town::ringWithMail);
        town.delivery.ring(rung.get(4));
        hold.open();
        List<String> names = rung.stream().map(client -> client.name).collect(Collectors.toList());
        town.comesTrue(() -> town.visited.containsAll(names));
        names.retainAll(town.visited); // that each of them is visited is for other steps
        List<String> seen =
                town.visited.stream().filter(names::contains).distinct().collect(Collectors.toList());
        town.that(
                seen.equals(names),
                "rings come in this order, then a second one for " + names.get(4) + ": " + names,
                "visits in this order: " + seen);
    }

    private static void together(Town town) throws Exception {
        TestClient ada = town.add("ada");
        TestClient bob = town.add("bob");
        town.countVisits();
        Gate hold = town.holdInDelivery(ada, bob);
        for (int i = 0; i < MANY; i++) {
            town.delivery.ring(bob);
        }
        hold.open();
        town.settle();
        town.that(
                bob.asked.get() <= 1,
                (MANY + 1) + " rings for bob come before the postman has been there: there is one visit to bob",
                bob.asked + " visits to bob");
    }

    /** One thread has all locks of the delivery: what others change meanwhile, they change without a lock. */
    private static void atOnce(Town town) throws Exception {
        TestClient ada = town.add("ada");
        Gate hold = town.holdInDelivery(town.add("eve"));
        town.changesNothing("add(bob)", () -> town.add("bob"));
        town.changesNothing("ring(ada)", () -> town.delivery.ring(ada));
        town.changesNothing("remove(ada)", () -> town.delivery.remove(ada));
        hold.open();
        town.settle();
        town.readsNothing("ring(ada)", ada, () -> town.delivery.ring(ada));
    }

    private static void removed(Town town) throws InterruptedException {
        TestClient eve = town.add("eve");
        TestClient ada = town.add("ada");
        TestClient bob = town.add("bob");
        TestClient cyd = town.add("cyd");
        town.countVisits();
        Gate hold = town.holdInDelivery(eve, ada);
        town.ringWithMail(bob);
        town.delivery.remove(ada);
        town.delivery.remove(bob);
        town.delivery.remove(cyd);
        town.ringWithMail(cyd);
        hold.open();
        town.settle();
        ada.isNotVisited("while the postman is with eve, there is a ring for ada, and then ada is removed");
        bob.isNotVisited("while the postman is with eve, there is a ring for bob, and then bob is removed");
        cyd.isNotVisited("cyd is removed, and then there is a ring for cyd");
    }

    private static void failsAlone(Town town) throws InterruptedException {
        List<TestClient> failing = town.addMany(FAILURES.size());
        List<TestClient> next = town.addMany(FAILURES.size());
        TestClient bob = town.add("bob");
        Gate hold = town.holdInDelivery(town.add("ada"));
        for (int i = 0; i < failing.size(); i++) {
            failing.get(i).failure = FAILURES.get(i);
            town.ringWithMail(failing.get(i));
            town.ringWithMail(next.get(i));
        }
        hold.open();
        for (int i = 0; i < failing.size(); i++) {
            town.gets(next.get(i), "deliver() of a client throws " + FAILURES.get(i) + ": the next client is served");
        }
        town.ringWithMail(bob);
        town.gets(bob, "deliver() of some clients has thrown exceptions, then there is a ring for bob: bob is served");
    }

    private static void failsOnce(Town town) throws InterruptedException {
        List<TestClient> failing = town.addMany(FAILURES.size());
        town.countVisits();
        for (TestClient client : failing) {
            client.failure = FAILURES.get(failing.indexOf(client));
            client.onDeliver.set(() -> town.aside("reader", () -> town.delivery.ring(client)));
        }
        failing.forEach(town::ringWithMail);
        town.settle();
        failing.forEach(town.delivery::ring);
        town.settle();
        for (TestClient client : failing) {
            town.that(
                    client.asked.get() <= 1,
                    "deliver() of a client has thrown " + client.failure + ": there is no further visit to it",
                    (client.asked.get() - 1) + " more");
        }
    }

    private static void close(Town town) throws InterruptedException {
        TestClient ada = town.add("ada");
        town.ringWithMail(ada);
        town.gets(ada, "the postman visits ada after a ring");
        town.comesTrue(() -> Aside.isAtRest(ada.visitor));
        town.ends("close() is called while the postman waits for a ring", () -> {});
        Town busy = new Town(town.threads.areVirtual());
        Gate hold = busy.holdInDelivery(busy.add("eve"));
        busy.ends("close() is called while the postman delivers to eve, and then eve reads", hold::open);
        new Town(town.threads.areVirtual()).ends("close() is called before the first ring", () -> {});
        answersAnInterrupt(new Town(town.threads.areVirtual()));
    }

    /** As java.io.PipedOutputStream does: the exception has cleared the mark that the interrupt has left on the thread. */
    private static void answersAnInterrupt(Town town) throws InterruptedException {
        TestClient eve = town.add("eve");
        CountDownLatch reads = new CountDownLatch(1);
        AtomicBoolean delivers = new AtomicBoolean();
        eve.onDeliver.set(() -> {
            delivers.set(true);
            try {
                reads.await();
            } catch (InterruptedException e) {
                eve.failure = new InterruptedIOException();
            }
        });
        town.ringWithMail(eve);
        town.that(town.comesTrue(delivers::get), "the postman visits eve after a ring", "it does not");
        town.ends(
                "close() is called while the postman delivers to eve, and deliver() throws an exception if its thread is interrupted",
                reads::countDown);
    }

    /** A delivery, the factory of its threads, and what its clients see. */
    private static final class Town {
        final RecordedThreads threads;
        final Delivery delivery;
        final Set<Thread> visitors = ConcurrentHashMap.newKeySet();
        private final Queue<TestClient> clients = new ConcurrentLinkedQueue<>();
        final Queue<String> visited = new ConcurrentLinkedQueue<>();
        private volatile TestClient delivered; // just now

        Town(boolean virtual) {
            threads = new RecordedThreads(virtual);
            delivery = new Delivery(threads);
        }

        TestClient add(String name) {
            TestClient client = new TestClient(name, this);
            clients.add(client);
            delivery.add(client);
            return client;
        }

        List<TestClient> addMany(int count) {
            List<TestClient> clients = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                clients.add(add("client " + i));
            }
            return clients;
        }

        void ringWithMail(TestClient client) {
            client.mail.incrementAndGet();
            delivery.ring(client);
        }

        /** Keeps the postman in deliver() of this client. */
        Gate holdInDelivery(TestClient client) throws InterruptedException {
            return holdInDelivery(client, client);
        }

        /** The same, when there were rings for both clients before the postman could go to the first one. */
        Gate holdInDelivery(TestClient client, TestClient next) throws InterruptedException {
            Gate before = new Gate();
            Gate hold = new Gate();
            TestClient other = add("zoe");
            other.onDeliver.set(client == next ? () -> {} : before::enter);
            client.onDeliver.set(hold::enter);
            ringWithMail(other);
            comesTrue(() -> client == next ? other.gotAll() : before.isEntered());
            ringWithMail(client);
            if (client != next) {
                delivery.ring(next);
            }
            before.open();
            that(comesTrue(hold::isEntered), "the postman visits " + client.name + " after a ring", "it does not");
            return hold;
        }

        /** Rings, and waits until this event in the visit is over. */
        void visitForEvent(TestClient client, AtomicReference<Runnable> event) throws InterruptedException {
            delivery.ring(client);
            comesTrue(() -> event.get() == null);
        }

        boolean comesTrue(BooleanSupplier condition) throws InterruptedException {
            return Checks.comesTrue(PATIENCE, condition);
        }

        void gets(TestClient client, String expected) throws InterruptedException {
            that(comesTrue(client::gotAll), expected, client.name + "'s mail is still there. " + postman());
        }

        private String postman() {
            return threads.made().stream()
                    .map(thread -> "The postman's thread: " + Aside.place(thread))
                    .findFirst()
                    .orElse("");
        }

        /** From 0, when the postman has made the visits that are due. */
        void countVisits() throws InterruptedException {
            settle();
            clients.forEach(client -> client.asked.set(0));
        }

        /** Until the postman has made all visits that there was a ring for, and waits. */
        void settle() throws InterruptedException {
            TestClient last = add("yan");
            ringWithMail(last);
            comesTrue(last::gotAll);
            comesTrue(() -> visitors.stream().allMatch(Aside::isAtRest));
        }

        void that(boolean ok, String expected, String seen) {
            that("", ok, expected, seen);
        }

        void that(String key, boolean ok, String expected, String seen) {
            Checks.that(key, ok, threads.areVirtual() ? "with virtual threads: " + expected : expected, seen);
        }

        Aside aside(String name, Step body) {
            return Aside.run(name, body);
        }

        void comesBack(String call, Runnable body) throws Exception {
            Aside caller = Aside.run("ada's reader", body::run);
            that(
                    caller.ends(),
                    "the postman is in deliver() of eve: meanwhile " + call + " comes back",
                    "it waits: " + caller.place());
            caller.rethrow();
        }

        void changesNothing(String what, Runnable call) throws Exception {
            AtomicReference<Aside> other = new AtomicReference<>();
            Set<String> changed =
                    HeldMonitors.changedWithoutLock(delivery, () -> other.set(aside("second thread", call::run)));
            that(
                    changed.isEmpty(),
                    "one thread has all locks: meanwhile " + what + " waits, or changes only what needs no lock",
                    "it has changed " + changed);
            comesTrue(other.get()::hasEnded);
        }

        /** While one thread has all locks: this call, in another thread, looks into no collection that add() changes in its place. */
        void readsNothing(String what, TestClient client, Runnable call) throws Exception {
            Set<String> seen = new TreeSet<>();
            AtomicReference<Aside> other = new AtomicReference<>();
            HeldMonitors.during(delivery, () -> {
                client.notes = seen;
                other.set(aside("second thread", call::run));
                other.get().ends();
                client.notes = null;
            });
            comesTrue(other.get()::hasEnded);
            seen.retainAll(HeldMonitors.changed(delivery, () -> add("fay")));
            that(
                    seen.isEmpty(),
                    "one thread has all locks: meanwhile " + what
                            + " does not look into a collection that add() changes",
                    "it looks for its client in a " + String.join(", ", seen));
        }

        void ends(String expected, Runnable afterClose) throws InterruptedException {
            Aside closing = Aside.run("closing", delivery::close);
            comesTrue(closing::hasEnded);
            afterClose.run();
            boolean ended =
                    Checks.comesTrue(PATIENCE, () -> threads.made().stream().noneMatch(Thread::isAlive));
            that(ended, expected + ": the postman's thread ends", "it is still there. " + postman());
        }
    }

    /** A client without a socket. */
    private static final class TestClient implements Delivery.Client {
        final String name;
        final AtomicInteger mail = new AtomicInteger();
        final AtomicInteger asked = new AtomicInteger();
        final AtomicInteger unasked = new AtomicInteger();
        final AtomicReference<Runnable> onAsk = new AtomicReference<>(() -> {});
        final AtomicReference<Runnable> onDeliver = new AtomicReference<>(() -> {});
        volatile Exception failure;
        volatile Thread visitor;
        private final Town town;
        private volatile boolean saidYes;

        /** Gets the simple name of each class of java.util that looks for this client. Null while no step wants to know. */
        volatile Set<String> notes;

        TestClient(String name, Town town) {
            this.name = name;
            this.town = town;
        }

        @Override
        public int hashCode() {
            noteCallers();
            return System.identityHashCode(this);
        }

        @Override
        public boolean equals(Object other) {
            noteCallers();
            return this == other;
        }

        private void noteCallers() {
            Set<String> to = notes;
            if (to != null) {
                Stream.of(new Throwable().getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.matches("java\\.util\\.\\w+"))
                        .forEach(name -> to.add(name.substring("java.util.".length())));
            }
        }

        @Override
        public boolean hasMail() {
            beVisited();
            if (town.delivered != this) { // otherwise it is still the same visit
                asked.incrementAndGet();
                town.visited.add(name);
            }
            town.delivered = null;
            saidYes = mail.get() > 0;
            boolean answer = saidYes;
            happen(onAsk);
            return answer; // as it was when it was asked
        }

        @Override
        public void deliver() throws IOException {
            beVisited();
            if (!saidYes) {
                unasked.incrementAndGet();
                town.visited.add(name);
            }
            saidYes = false;
            int taken = mail.get();
            happen(onDeliver);
            mail.addAndGet(-taken);
            if (failure instanceof IOException) {
                throw (IOException) failure;
            } else if (failure != null) {
                throw (RuntimeException) failure;
            }
            town.delivered = this;
        }

        private void beVisited() {
            visitor = Thread.currentThread();
            town.visitors.add(visitor);
        }

        private static void happen(AtomicReference<Runnable> once) {
            Runnable event = once.get();
            if (event != null) {
                event.run();
                once.set(null);
            }
        }

        boolean gotAll() {
            return mail.get() == 0;
        }

        void isNotVisited(String expected) {
            town.that(asked.get() == 0, expected + ": there is no visit", name + " was visited");
        }
    }
}
