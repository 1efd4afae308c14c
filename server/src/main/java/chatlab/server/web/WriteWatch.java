package chatlab.server.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Ends an answer whose browser takes nothing of it any more. Each write has its own time, so a slow download may last as long as
 * it gets on. Safe for use by several threads.
 */
final class WriteWatch {
    private final long patience;
    private final LongSupplier clock;
    private final Set<Write> writes = ConcurrentHashMap.newKeySet();

    /** {@code patience}: milliseconds that one write may take. {@code clock} is like {@code nanoTime}. */
    WriteWatch(int patience, LongSupplier clock) {
        this.patience = TimeUnit.MILLISECONDS.toNanos(patience);
        this.clock = clock;
    }

    /** Looks at each write that is going on, and ends a write that takes too long. Does not block. */
    void look() {
        long now = clock.getAsLong();
        writes.forEach(write -> write.endIfOver(now));
    }

    /** The same stream, whose writes of whole arrays are watched, and what it sends when it is flushed or closed. */
    OutputStream watch(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                WriteWatch.this.watch(() -> out.write(bytes, offset, length));
            }

            /** Also called by close: the last bytes of an answer may still be in the buffer of the HTTP server. */
            @Override
            public void flush() throws IOException {
                WriteWatch.this.watch(out::flush);
            }
        };
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void watch(Writing writing) throws IOException {
        Write write = new Write();
        writes.add(write);
        try {
            writing.run();
        } finally {
            writes.remove(write);
            write.end();
        }
    }

    /** One write of the thread that makes this object. */
    private final class Write {
        private final Thread thread = Thread.currentThread();
        private final long begun = clock.getAsLong();

        /** Guarded by this object: after it the thread does something else, and must not be interrupted. */
        private boolean over;

        /** A thread that writes to a channel closes that when it is interrupted (java.nio.channels). */
        synchronized void endIfOver(long now) {
            if (!over && now - begun > patience) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            over = true;
        }
    }
}
