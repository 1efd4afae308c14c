import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
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
            return underLock(() -> {
                int here = connections.containsKey(address) ? connections.get(address) : 0;
                return here < most && set(address, here + 1);
            });
        }

        private boolean underLock(BooleanSupplier body) {
            lock.lock();
            try {
                return body.getAsBoolean();
            } finally {
                lock.unlock();
            }
        }

        private boolean set(Object address, int count) {
            connections.put(address, count);
            return true;
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            underLock(() -> {
                int here = connections.remove(address);
                return here > 1 && set(address, here - 1);
            });
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final InputStream in;
        private final int longest;

        public Lines(InputStream in, int longest) {
            this.in = in;
            this.longest = longest;
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            byte[] line = new byte[longest];
            for (int length = 0; ; length++) {
                int b = in.read();
                if (b < 0) {
                    return null;
                } else if (b == '\n') {
                    return new String(line, 0, length, UTF_8);
                } else if (length == longest) {
                    throw new Exceeded("more than " + longest);
                }
                line[length] = (byte) b;
            }
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final int most;
        private final double each;
        private final LongSupplier clock;
        private double saved; // nanoseconds, which are whole numbers
        private long then;

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            this.saved = most * this.each;
            this.then = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            saved = Math.min(most * each, saved + (now - then));
            then = now;
            if (saved < each) {
                return false;
            }
            saved -= each;
            return true;
        }
    }
}
