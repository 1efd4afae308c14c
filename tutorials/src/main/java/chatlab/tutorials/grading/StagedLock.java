package chatlab.tutorials.grading;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for the student's class. It makes interleavings happen instead of hoping for them: a thread can be stopped before it
 * takes the lock, or after it has given the lock away, and waiting threads can be woken for no reason.
 */
public final class StagedLock implements Lock {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Condition> conditions = new CopyOnWriteArrayList<>();
    private final Map<Thread, Gate> before = new ConcurrentHashMap<>();
    private final Map<Thread, Gate> after = new ConcurrentHashMap<>();
    private final AtomicInteger waits = new AtomicInteger();

    /** Stops this thread, until the gate is opened, when it wants the lock and does not have it. */
    public Gate stopBefore(Thread thread) {
        return before.computeIfAbsent(thread, key -> new Gate());
    }

    /** Stops this thread when it has given the lock away; not in {@code await}. */
    public Gate stopAfter(Thread thread) {
        return after.computeIfAbsent(thread, key -> new Gate());
    }

    /** Whether the thread that asks holds it. */
    public boolean isHeldByMe() {
        return lock.isHeldByCurrentThread();
    }

    /** Wakes all threads that wait, without a reason: a spurious wake-up. */
    public void wakeForNothing() {
        lock.lock();
        try {
            conditions.forEach(Condition::signalAll);
        } finally {
            lock.unlock();
        }
    }

    /** How often a thread has begun to wait for a signal. */
    public int waits() {
        return waits.get();
    }

    @Override
    public void lock() {
        passBefore();
        lock.lock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        passBefore();
        lock.lockInterruptibly();
    }

    @Override
    public boolean tryLock() {
        passBefore();
        return lock.tryLock();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        passBefore();
        return lock.tryLock(time, unit);
    }

    @Override
    public void unlock() {
        lock.unlock();
        Gate gate = after.get(Thread.currentThread());
        if (gate != null && !lock.isHeldByCurrentThread()) {
            gate.enter();
        }
    }

    private void passBefore() {
        Gate gate = before.get(Thread.currentThread());
        if (gate != null && !lock.isHeldByCurrentThread()) {
            gate.enter();
        }
    }

    @Override
    public Condition newCondition() {
        Condition condition = lock.newCondition();
        conditions.add(condition);
        return new Counted(condition);
    }

    private final class Counted implements Condition {
        private final Condition condition;

        Counted(Condition condition) {
            this.condition = condition;
        }

        @Override
        public void await() throws InterruptedException {
            waits.incrementAndGet();
            condition.await();
        }

        @Override
        public void awaitUninterruptibly() {
            waits.incrementAndGet();
            condition.awaitUninterruptibly();
        }

        @Override
        public long awaitNanos(long nanos) throws InterruptedException {
            waits.incrementAndGet();
            return condition.awaitNanos(nanos);
        }

        @Override
        public boolean await(long time, TimeUnit unit) throws InterruptedException {
            waits.incrementAndGet();
            return condition.await(time, unit);
        }

        @Override
        public boolean awaitUntil(Date deadline) throws InterruptedException {
            waits.incrementAndGet();
            return condition.awaitUntil(deadline);
        }

        @Override
        public void signal() {
            condition.signal();
        }

        @Override
        public void signalAll() {
            condition.signalAll();
        }
    }
}
