import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The same suite, once on platform threads and once on virtual ones, where this Java has them. */
public final class Check implements Exercise {
    private static final Duration A_WHILE = Duration.ofSeconds(3);
    private static final int RINGS = 3;
    private static final long MOST_CPU_NANOS = 1_000_000_000;
    private static final int IDLE = 500;

    /** More than one postman needs, and fewer than a thread for each client. */
    private static final int MOST_THREADS = 4;

    /** A postman that looks every 50 ms does not sleep. On a busy machine the looks come later, but never sooner. */
    private static final long SHORT_SLEEP_NANOS = 50_000_000;

    private static final int MOST_SHORT_SLEEPS = 10;

    @Override
    public void check(Checks checks) throws Exception {
        suite(checks, "platform", false);
        if (Runtime.version().feature() >= 21) {
            suite(checks, "virtual", true);
        } else {
            checks.step("no-virtual", () -> {});
        }
    }

    private static void suite(Checks checks, String kind, boolean virtual) {
        checks.step(kind + ".first", () -> first(checks, new Staff(virtual)));
        checks.step(kind + ".list", () -> list(new Staff(virtual)));
        checks.step(kind + ".many", () -> many(checks, new Staff(virtual)));
        checks.step(kind + ".asleep", () -> asleep(new Staff(virtual)));
        checks.step(kind + ".wake", () -> wake(checks, virtual));
        checks.step(kind + ".stuck", () -> stuck(checks, new Staff(virtual)));
        checks.step(kind + ".broken", () -> broken(new Staff(virtual)));
        checks.step(kind + ".close", () -> close(checks, new Staff(virtual)));
    }

    private static void first(Checks checks, Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient ada = new TestClient("ada");
            delivery.add(ada);
            ada.put();
            Checks.that(
                    "not-delivered",
                    ada.getsAllFrom(delivery),
                    "ada's mail was taken to her after ring()",
                    "it is still in her outbox; threads made by the factory: " + staff.all.size() + ", of these alive: "
                            + staff.alive());
            Checks.that(
                    "never-looks",
                    ada.looks.get() > 0,
                    "the postman asks hasMail() of a client before it delivers to it",
                    "deliver() was called for ada, and hasMail() was not");
            Checks.that(
                    "caller-delivers",
                    ada.deliveredBy != Thread.currentThread(),
                    "ring() and add() leave the delivery to the postman's thread",
                    "ada's mail was delivered in the thread that called them, \"" + ada.deliveredBy.getName() + "\"");
            Checks.that(
                    "own-thread",
                    staff.all.contains(ada.deliveredBy),
                    "the postman is a thread that the factory made",
                    "\"" + ada.deliveredBy.getName() + "\" is not; threads made by the factory: " + staff.all.size());
        }
    }

    private static void many(Checks checks, Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            List<TestClient> clients = new ArrayList<>();
            for (int i = 1; i <= IDLE + 1; i++) {
                TestClient client = new TestClient("client " + i);
                clients.add(client);
                delivery.add(client);
            }
            TestClient active = clients.get(IDLE);
            active.put();
            Checks.that(
                    "pool",
                    active.getsAllFrom(delivery),
                    IDLE + " clients have no mail, and " + active.name + " gets its own",
                    "it has nothing; threads made by the factory: " + staff.all.size());
            clients.forEach(TestClient::put);
            for (TestClient client : clients) {
                Checks.that(
                        "pool",
                        client.getsAllFrom(delivery),
                        "one broadcast reaches all " + clients.size() + " clients",
                        client.name + " got nothing; threads made by the factory: " + staff.all.size());
            }
            Checks.that(
                    "thread-each",
                    staff.all.size() <= MOST_THREADS,
                    "one thread for all " + clients.size() + " clients",
                    staff.all.size() + " threads");
        }
    }

    private static void asleep(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient ada = new TestClient("ada");
            delivery.add(ada);
            ada.put();
            ada.getsAllFrom(delivery);
            Checks.that(
                    "spins",
                    !Checks.comesTrue(A_WHILE, () -> ada.shortSleeps.get() > RINGS + MOST_SHORT_SLEEPS),
                    "without a ring the postman sleeps",
                    "the postman asks hasMail() again and again, after less than 50 milliseconds");
        }
    }

    /** Rings at the worst moments, which come by themselves once in a long while. */
    private static void wake(Checks checks, boolean virtual) throws Exception {
        int look = 1;
        while (look <= 5 && ringDuringLook(new Staff(virtual), look)) {
            look++;
        }
        ringDuringDelivery(new Staff(virtual));
    }

    /**
     * The postman looks, finds nothing, and before it has gone to sleep another thread puts mail in and rings. False when the
     * postman goes to sleep before it has looked so often.
     */
    private static boolean ringDuringLook(Staff staff, int look) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient ada = new TestClient("ada");
            delivery.add(ada);
            AtomicInteger looksLeft = new AtomicInteger(look);
            CountDownLatch done = new CountDownLatch(1);
            ada.onLook = () -> {
                if (looksLeft.decrementAndGet() == 0) {
                    Thread bob = inThread("bob", () -> {
                        ada.put();
                        delivery.ring();
                    });
                    spinUntilEndedOrWaiting(bob);
                    done.countDown();
                }
            };
            delivery.ring();
            boolean looked = Checks.comesTrue(A_WHILE, () -> done.getCount() == 0);
            if (!looked && looksLeft.getAndSet(Integer.MIN_VALUE) > 0) {
                Checks.that( // after a ring it looks at least once
                        "lost-wakeup", look > 1, "after a ring the postman asks whether ada has mail", "it does not");
                return false;
            }
            Checks.that(
                    "lost-wakeup",
                    ada.gotAll(),
                    "bob rings just after the postman has asked whether ada has mail: it asks once more",
                    "the postman has gone to sleep all the same, and ada's mail waits for ever");
            return true;
        }
    }

    /** The postman is delivering to bob, where something makes its thread wait for a moment. Meanwhile there is mail for ada. */
    private static void ringDuringDelivery(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient ada = new TestClient("ada");
            TestClient bob = new TestClient("bob");
            bob.onDeliver = () -> {
                Thread cyd = inThread("cyd", () -> {
                    ada.put();
                    delivery.ring();
                });
                spinUntilEndedOrWaiting(cyd);
                new CountDownLatch(1).await(1, TimeUnit.MILLISECONDS);
            };
            delivery.add(ada);
            delivery.add(bob);
            bob.put();
            delivery.ring();
            Checks.that(
                    "lost-wakeup",
                    bob.gotAll(),
                    "bob has mail, and there was a ring: the postman comes",
                    "the postman has not come, and bob's mail waits for ever");
            Checks.that(
                    "park-alone",
                    ada.gotAll(),
                    "cyd rings while the postman delivers to bob: after that the postman goes round once more",
                    "the postman has gone to sleep, and ada's mail waits for ever");
        }
    }

    private static void stuck(Checks checks, Staff staff) throws Exception {
        Delivery delivery = new Delivery(staff);
        TestClient eve = new TestClient("eve");
        eve.reads = new CountDownLatch(1);
        try {
            delivery.add(eve);
            eve.put();
            for (int ring = 1; ring <= RINGS && eve.visits.get() == 0; ring++) {
                checks.within("holds-lock", delivery::ring);
                Checks.comesTrue(() -> eve.visits.get() > 0);
            }
            Checks.that("not-delivered", eve.visits.get() > 0, "the postman comes to eve", "it does not");
            checks.within("holds-lock", delivery::ring);
            checks.within("holds-lock", () -> {
                TestClient ada = new TestClient("ada");
                delivery.add(ada);
                delivery.remove(ada);
            });
        } finally {
            eve.reads.countDown();
        }
        delivery.close();
    }

    private static void list(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient ada = new TestClient("ada");
            TestClient bob = new TestClient("bob");
            TestClient cyd = new TestClient("cyd");
            TestClient dan = new TestClient("dan");
            delivery.add(ada);
            delivery.add(bob);
            delivery.add(cyd);
            CountDownLatch deliversToAda = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            ada.onDeliver = () -> {
                deliversToAda.countDown();
                goOn.await();
            };
            ada.put();
            for (int ring = 1; ring <= RINGS && deliversToAda.getCount() > 0; ring++) {
                delivery.ring();
                Checks.comesTrue(() -> deliversToAda.getCount() == 0);
            }
            Thread joining = inThread("dan", () -> {
                delivery.add(dan);
                delivery.remove(cyd);
            });
            Checks.comesTrue(() -> !joining.isAlive()); // not while the postman holds a lock that they need
            goOn.countDown();
            ada.getsAllFrom(delivery);
            Checks.comesTrue(() -> !joining.isAlive()); // a postman with that lock has let go of it after the round
            List<TestClient> clients = List.of(ada, bob, dan);
            clients.forEach(TestClient::put);
            cyd.put();
            for (TestClient client : clients) {
                Checks.that(
                        "list-changes",
                        client.getsAllFrom(delivery),
                        "dan joins and cyd leaves during a round; after it all clients that are here get their mail",
                        client.name + " gets nothing any more; of the factory's threads " + staff.alive()
                                + " are alive");
            }
            Checks.that(
                    "not-removed",
                    cyd.delivered.get() == 0,
                    "nothing is delivered to cyd after remove(cyd)",
                    "cyd's mail was delivered");
        }
    }

    private static void broken(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestClient eve = new TestClient("eve");
            TestClient ada = new TestClient("ada");
            eve.broken = true;
            delivery.add(eve);
            delivery.add(ada);
            eve.put();
            for (int i = 1; i <= 3; i++) {
                ada.put();
                Checks.that(
                        "dies",
                        ada.getsAllFrom(delivery),
                        "eve's connection is broken, and ada gets her mail",
                        "ada gets nothing; of the factory's threads " + staff.alive() + " are alive");
            }
            Checks.that(
                    "visits-again",
                    eve.visits.get() == 1,
                    "eve has failed once and is visited no more",
                    "deliver() was called there " + eve.visits.get() + " times");
        }
    }

    private static void close(Checks checks, Staff staff) throws Exception {
        Delivery delivery = new Delivery(staff);
        TestClient ada = new TestClient("ada");
        delivery.add(ada);
        ada.put();
        ada.getsAllFrom(delivery);
        checks.within("holds-lock", delivery::close);
        Checks.that(
                "goes-on",
                Checks.comesTrue(() -> staff.alive() == 0),
                "after close() the postman's thread ends",
                staff.alive() + " of the factory's threads live on");
    }

    /** Waiting is what it does when it needs a lock that the postman holds. */
    private static void spinUntilEndedOrWaiting(Thread thread) {
        while (thread.getState() == Thread.State.RUNNABLE && cpuOf(thread) < MOST_CPU_NANOS) {
            Thread.yield(); // a wait of another kind could take away the postman's wake-up
        }
    }

    private static long cpuOf(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    private static Thread inThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** What a client does while the postman delivers. */
    private interface Deed {
        void run() throws InterruptedException;
    }

    /** A client without a socket. Knows which thread came to it, and how often. */
    private static final class TestClient implements Delivery.Client {
        final String name;
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger delivered = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        final AtomicInteger shortSleeps = new AtomicInteger();
        final AtomicInteger visits = new AtomicInteger();
        volatile Runnable onLook = () -> {};
        volatile Deed onDeliver = () -> {};
        volatile CountDownLatch reads = new CountDownLatch(0);
        volatile boolean broken;
        volatile Thread deliveredBy;
        private volatile long lastLook = System.nanoTime();

        TestClient(String name) {
            this.name = name;
        }

        void put() {
            waiting.incrementAndGet();
        }

        @Override
        public boolean hasMail() {
            looks.incrementAndGet();
            long now = System.nanoTime();
            shortSleeps.addAndGet(now - lastLook < SHORT_SLEEP_NANOS ? 1 : 0);
            lastLook = now;
            boolean mail = waiting.get() > 0;
            if (!mail) {
                onLook.run();
            }
            return mail; // as it was when it looked
        }

        @Override
        public void deliver() throws IOException {
            visits.incrementAndGet();
            if (broken) {
                throw new IOException("Broken pipe");
            }
            int mail = waiting.get();
            deliveredBy = Thread.currentThread();
            try {
                onDeliver.run();
                reads.await(); // as a write does when the client does not read
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            delivered.addAndGet(mail);
            waiting.addAndGet(-mail);
        }

        /** Whether the outbox becomes empty, with three rings at most: what is asked here is not whether one is lost. */
        boolean getsAllFrom(Delivery delivery) throws InterruptedException {
            for (int ring = 1; ring <= RINGS && waiting.get() > 0; ring++) {
                delivery.ring();
                gotAll();
            }
            return waiting.get() == 0;
        }

        /** Whether the outbox becomes empty. */
        boolean gotAll() throws InterruptedException {
            return Checks.comesTrue(A_WHILE, () -> waiting.get() == 0);
        }
    }

    /** Makes threads of one kind, and knows them all. */
    private static final class Staff implements ThreadFactory {
        final Set<Thread> all = ConcurrentHashMap.newKeySet();
        private final ThreadFactory factory;

        Staff(boolean virtual) throws ReflectiveOperationException {
            factory = virtual ? virtualThreads() : Thread::new;
        }

        /** {@code Thread.ofVirtual().factory()}, which Java 17 does not know. */
        private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        }

        @Override
        public Thread newThread(Runnable task) {
            Thread thread = factory.newThread(task);
            thread.setDaemon(true);
            thread.setName("postman");
            all.add(thread);
            return thread;
        }

        long alive() {
            return all.stream().filter(Thread::isAlive).count();
        }
    }
}
