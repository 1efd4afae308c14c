package chatlab.tutorials.grading;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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
    private final Map<Thread, Stop> before = new ConcurrentHashMap<>();
    private final Map<Thread, Stop> after = new ConcurrentHashMap<>();
    private final AtomicInteger waits = new AtomicInteger();

    /** A place at which one thread is stopped. */
    public static final class Stop {
        private final CountDownLatch end = new CountDownLatch(1);
        private volatile boolean stopped;

        /** Whether the thread has come there. */
        public boolean isStopped() {
            return stopped;
        }

        /** From now on the thread is not stopped there. */
        public void end() {
            end.countDown();
        }

        private void pass() {
            boolean interrupted = false;
            stopped = true;
            while (end.getCount() > 0) {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Stops this thread when it wants the lock, and does not have it. */
    public Stop stopBefore(Thread thread) {
        return before.computeIfAbsent(thread, key -> new Stop());
    }

    /** Stops this thread when it has given the lock away; not in {@code await}. */
    public Stop stopAfter(Thread thread) {
        return after.computeIfAbsent(thread, key -> new Stop());
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
        Stop stop = after.get(Thread.currentThread());
        if (stop != null && !lock.isHeldByCurrentThread()) {
            stop.pass();
        }
    }

    private void passBefore() {
        Stop stop = before.get(Thread.currentThread());
        if (stop != null && !lock.isHeldByCurrentThread()) {
            stop.pass();
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
