import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The same suite, once on platform threads and once on virtual ones, where this Java has them. */
public final class Check implements Exercise {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int IDLE = 500;

    /** More than anybody needs for one postman, and fewer than a thread for each door. */
    private static final int MOST_THREADS = 4;

    /** In 0.6 seconds without mail. A postman who looks every 50 ms is one who does not sleep. */
    private static final int MOST_LOOKS = 10;

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
        Duration limit = Duration.ofSeconds(12);
        checks.step(kind + ".first", limit, () -> first(checks, new Staff(virtual)));
        checks.step(kind + ".list", limit, () -> list(new Staff(virtual)));
        checks.step(kind + ".many", limit, () -> many(checks, new Staff(virtual)));
        checks.step(kind + ".asleep", limit, () -> asleep(new Staff(virtual)));
        checks.step(kind + ".wake", limit, () -> wake(checks, virtual));
        checks.step(kind + ".stuck", limit, () -> stuck(checks, new Staff(virtual)));
        checks.step(kind + ".broken", limit, () -> broken(new Staff(virtual)));
        checks.step(kind + ".close", limit, () -> close(checks, new Staff(virtual)));
    }

    private static void first(Checks checks, Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestDoor ada = new TestDoor("ada");
            delivery.add(ada);
            ada.put();
            Checks.that(
                    "not-delivered",
                    ada.getsAllFrom(delivery),
                    "ada's mail was taken to her after ring()",
                    "three seconds later it was still in her outbox; threads made by the factory: " + staff.all.size()
                            + ", of these alive: " + staff.alive());
            Checks.that(
                    "never-looks",
                    ada.looks.get() > 0,
                    "the postman asks hasMail() at a door before he delivers there",
                    "deliver() was called at ada's door, and nobody has asked whether she has mail");
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
            List<TestDoor> doors = new ArrayList<>();
            for (int i = 1; i <= IDLE + 1; i++) {
                TestDoor door = new TestDoor("client " + i);
                doors.add(door);
                delivery.add(door);
            }
            TestDoor active = doors.get(IDLE);
            active.put();
            Checks.that(
                    "pool",
                    active.getsAllFrom(delivery),
                    IDLE + " clients have no mail, and " + active.name + " gets its own",
                    "three seconds later it had nothing; threads made by the factory: " + staff.all.size());
            doors.forEach(TestDoor::put);
            for (TestDoor door : doors) {
                Checks.that(
                        "pool",
                        door.getsAllFrom(delivery),
                        "one broadcast reaches all " + doors.size() + " clients",
                        door.name + " got nothing; threads made by the factory: " + staff.all.size());
            }
            Checks.that(
                    "thread-each",
                    staff.all.size() <= MOST_THREADS,
                    "one thread for all " + doors.size() + " clients",
                    staff.all.size() + " threads");
        }
    }

    private static void asleep(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestDoor ada = new TestDoor("ada");
            delivery.add(ada);
            ada.put();
            ada.getsAllFrom(delivery);
            int before = ada.looks.get();
            TimeUnit.MILLISECONDS.sleep(600);
            int looks = ada.looks.get() - before;
            Checks.that(
                    "spins",
                    looks <= MOST_LOOKS,
                    "nobody rings, so the postman sleeps",
                    "he has asked hasMail() " + looks + " times in 0.6 seconds");
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
     * He looks, finds nothing, and before he has gone to sleep there is mail and somebody rings. False when he goes to
     * sleep before he has looked so often.
     */
    private static boolean ringDuringLook(Staff staff, int look) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestDoor ada = new TestDoor("ada");
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
            long patience = look == 1 ? PATIENCE.toMillis() : 300; // after a ring he looks at least once
            if (!done.await(patience, TimeUnit.MILLISECONDS) && looksLeft.getAndSet(Integer.MIN_VALUE) > 0) {
                Checks.that(
                        "lost-wakeup",
                        look > 1,
                        "after a ring the postman looks at ada's door",
                        "three seconds later he has not");
                return false;
            }
            Checks.that(
                    "lost-wakeup",
                    ada.gotAll(),
                    "bob rings just after the postman has looked at ada's door: he looks once more",
                    "he has gone to sleep all the same, and ada's mail waits for ever");
            return true;
        }
    }

    /** He is at bob's door, where something makes his thread wait for a moment. Meanwhile there is mail for ada. */
    private static void ringDuringDelivery(Staff staff) throws Exception {
        try (Delivery delivery = new Delivery(staff)) {
            TestDoor ada = new TestDoor("ada");
            TestDoor bob = new TestDoor("bob");
            bob.onDeliver = () -> {
                Thread cyd = inThread("cyd", () -> {
                    ada.put();
                    delivery.ring();
                });
                spinUntilEndedOrWaiting(cyd);
                new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            };
            delivery.add(ada);
            delivery.add(bob);
            bob.put();
            delivery.ring();
            Checks.that(
                    "lost-wakeup",
                    bob.gotAll(),
                    "bob has mail, and somebody rings: the postman comes",
                    "he has not come, and bob's mail waits for ever");
            Checks.that(
                    "park-alone",
                    ada.gotAll(),
                    "cyd rings while the postman is at bob's door: after that he goes round once more",
                    "he has gone to sleep, and ada's mail waits for ever");
        }
    }

    private static void stuck(Checks checks, Staff staff) throws Exception {
        Delivery delivery = new Delivery(staff);
        TestDoor eve = new TestDoor("eve");
        eve.reads = new CountDownLatch(1);
        try {
            delivery.add(eve);
            eve.put();
            while (eve.visits.get() == 0) {
                checks.within("holds-lock", PATIENCE, delivery::ring);
                TimeUnit.MILLISECONDS.sleep(5);
            }
            checks.within("holds-lock", PATIENCE, delivery::ring);
            checks.within("holds-lock", PATIENCE, () -> {
                TestDoor ada = new TestDoor("ada");
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
            TestDoor ada = new TestDoor("ada");
            TestDoor bob = new TestDoor("bob");
            TestDoor cyd = new TestDoor("cyd");
            TestDoor dan = new TestDoor("dan");
            delivery.add(ada);
            delivery.add(bob);
            delivery.add(cyd);
            AtomicBoolean first = new AtomicBoolean(true);
            ada.onDeliver = () -> {
                if (first.getAndSet(false)) {
                    Thread joining = inThread("dan", () -> {
                        delivery.add(dan);
                        delivery.remove(cyd);
                    });
                    joining.join(1000);
                }
            };
            ada.put();
            ada.getsAllFrom(delivery);
            List<TestDoor> doors = List.of(ada, bob, dan);
            doors.forEach(TestDoor::put);
            cyd.put();
            for (TestDoor door : doors) {
                Checks.that(
                        "list-changes",
                        door.getsAllFrom(delivery),
                        "dan joins and cyd leaves during a round; after it all who are here get their mail",
                        door.name + " gets nothing any more; of the factory's threads " + staff.alive() + " are alive");
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
            TestDoor eve = new TestDoor("eve");
            TestDoor ada = new TestDoor("ada");
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
                    "eve's door has failed once and is visited no more",
                    "deliver() was called there " + eve.visits.get() + " times");
        }
    }

    private static void close(Checks checks, Staff staff) throws Exception {
        Delivery delivery = new Delivery(staff);
        TestDoor ada = new TestDoor("ada");
        delivery.add(ada);
        ada.put();
        ada.getsAllFrom(delivery);
        checks.within("holds-lock", PATIENCE, delivery::close);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (staff.alive() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        Checks.that(
                "goes-on",
                staff.alive() == 0,
                "after close() the postman's thread ends",
                "three seconds later " + staff.alive() + " of the factory's threads are alive");
    }

    /** Waiting is what it does when it needs a lock that the postman holds. */
    private static void spinUntilEndedOrWaiting(Thread thread) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (thread.getState() == Thread.State.RUNNABLE && System.nanoTime() < deadline) {
            Thread.yield(); // a wait of another kind could take away the postman's wake-up
        }
    }

    private static Thread inThread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Something that a door does on the way. */
    private interface Deed {
        void run() throws InterruptedException;
    }

    /** A client without a socket. Knows who came to the door, and how often. */
    private static final class TestDoor implements Delivery.Door {
        final String name;
        final AtomicInteger waiting = new AtomicInteger();
        final AtomicInteger delivered = new AtomicInteger();
        final AtomicInteger looks = new AtomicInteger();
        final AtomicInteger visits = new AtomicInteger();
        volatile Runnable onLook = () -> {};
        volatile Deed onDeliver = () -> {};
        volatile CountDownLatch reads = new CountDownLatch(0);
        volatile boolean broken;
        volatile Thread deliveredBy;

        TestDoor(String name) {
            this.name = name;
        }

        void put() {
            waiting.incrementAndGet();
        }

        @Override
        public boolean hasMail() {
            looks.incrementAndGet();
            boolean mail = waiting.get() > 0;
            if (!mail) {
                onLook.run();
            }
            return mail; // as it was when he looked
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

        /** The same, with a ring now and then: what is asked here is not whether one is lost. */
        boolean getsAllFrom(Delivery delivery) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (waiting.get() > 0 && System.nanoTime() < deadline) {
                delivery.ring();
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return waiting.get() == 0;
        }

        /** Whether the outbox is empty within three seconds. */
        boolean gotAll() throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (waiting.get() > 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            return waiting.get() == 0;
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
