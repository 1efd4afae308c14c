package chatlab.swing.net;

import java.awt.EventQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A clock that can be put forward. It also lists the threads that have touched the chat and must not. */
final class TestClock extends Clock {
    final Queue<Throwable> strangers = new ConcurrentLinkedQueue<>();

    private volatile Duration ahead = Duration.ZERO;

    void putForward(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        if (!EventQueue.isDispatchThread()) {
            strangers.add(new Throwable(Thread.currentThread() + " asks for the time"));
        }
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
