package chatlab.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteWatchTest {
    private static final int PATIENCE = 20_000;

    private final AtomicLong now = new AtomicLong(-1);
    private final WriteWatch watch = new WriteWatch(PATIENCE, now::get);

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private void pass(long millis) {
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        watch.look();
    }

    /** A stream in which each write takes so long. */
    private OutputStream slow(long millis) {
        return watch.watch(unwatched(millis));
    }

    private OutputStream unwatched(long millis) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("a byte alone");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                pass(millis);
            }
        };
    }

    @Test
    void slowAnswerGoesOnAsLongAsEachWriteEndsInTime() throws IOException {
        OutputStream out = slow(PATIENCE);
        for (int i = 0; i < 100; i++) {
            out.write(new byte[10]);
            pass(PATIENCE + 1); // between two writes the thread waits for its pace, not for the browser
        }
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void writeThatTakesTooLongInterruptsItsThread() throws IOException {
        slow(PATIENCE + 1).write(new byte[10]);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** The HTTP server keeps the last bytes of an answer until its stream is closed. */
    @Test
    void closingAnAnswerWhoseLastBytesTakeTooLongInterruptsItsThread() throws IOException {
        OutputStream out = watch.watch(new BufferedOutputStream(unwatched(PATIENCE + 1)));
        out.write(new byte[10]);
        assertThat(Thread.interrupted()).isFalse();
        out.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void threadIsNotInterruptedAfterAWriteThatFailed() {
        OutputStream out = watch.watch(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("the browser has gone");
            }
        });
        try {
            out.write(new byte[1]);
        } catch (IOException e) {
            pass(PATIENCE + 1);
        }
        assertThat(now.get()).isPositive();
        assertThat(Thread.interrupted()).isFalse();
    }
}
