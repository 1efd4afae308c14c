import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;

/** What a server allows to strangers: so many connections, so long a line, so much talk. */
public final class Limits {
    /** A client goes beyond a limit: its connection ends. */
    public static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        public Exceeded(String words) {
            super(words);
        }
    }

    /** So many connections for each address. Many threads use it at the same time. */
    public static final class Admission {
        private final int most;
        private final Map<Object, Integer> connections; // guarded by lock
        private final Lock lock;

        public Admission(int most, Map<Object, Integer> connections, Lock lock) {
            this.most = most;
            this.connections = connections;
            this.lock = lock;
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public boolean enter(Object address) {
            lock.lock();
            try {
                boolean free = connections.merge(address, 1, Integer::sum) <= most;
                if (!free) {
                    leave(address); // the lock is held a second time meanwhile
                }
                return free;
            } finally {
                lock.unlock();
            }
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            lock.lock();
            try {
                connections.compute(address, (key, here) -> here == 1 ? null : here - 1);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final InputStream in;
        private final int longest;

        public Lines(InputStream in, int longest) {
            this.in = new BufferedInputStream(in);
            this.longest = longest;
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = in.read();
            while (next != '\n') {
                if (next < 0) {
                    return null;
                }
                line.write(next);
                if (line.size() > longest) {
                    throw new Exceeded("too long");
                }
                next = in.read();
            }
            return line.toString(UTF_8);
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final LongSupplier clock;
        private final long each;
        private final long burst;
        private long paidUntil;

        public Bucket(int most, long each, LongSupplier clock) {
            this.clock = clock;
            this.each = each;
            this.burst = most * each;
            this.paidUntil = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            if (now - paidUntil > 0) {
                paidUntil = now;
            }
            boolean free = paidUntil + each - now <= burst;
            paidUntil += free ? each : 0;
            return free;
        }
    }
}
