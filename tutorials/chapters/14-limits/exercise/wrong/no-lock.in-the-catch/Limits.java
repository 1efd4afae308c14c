import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
        private final Map<Object, Integer> connections;
        private final Lock lock;

        public Admission(int most, Map<Object, Integer> connections, Lock lock) {
            this.most = most;
            this.connections = connections;
            this.lock = lock;
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public boolean enter(Object address) {
            try {
                return locked(() -> countUp(address));
            } catch (RuntimeException e) {
                throw new IllegalStateException("cannot count " + address + " in " + connections, e);
            }
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            try {
                locked(() -> countDown(address));
            } catch (RuntimeException e) {
                throw new IllegalStateException("cannot take " + address + " out of " + connections, e);
            }
        }

        private <T> T locked(Supplier<T> work) {
            lock.lock();
            try {
                return work.get();
            } finally {
                lock.unlock();
            }
        }

        private boolean countUp(Object address) {
            int now = connections.getOrDefault(address, 0);
            if (now >= most) {
                return false;
            }
            connections.put(address, now + 1);
            return true;
        }

        private Integer countDown(Object address) {
            int left = connections.get(address) - 1;
            return left == 0 ? connections.remove(address) : connections.put(address, left);
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
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                if (line.size() == longest) {
                    throw new Exceeded("a line of more than " + longest + " bytes");
                }
                line.write(b);
            }
            return null;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final int most;
        private final long each;
        private final LongSupplier clock;
        private int tokens;
        private long since; // the token that drips in has begun to form then

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            tokens = most;
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            if (tokens < most) {
                long drops = (now - since) / each;
                tokens = (int) Math.min(most, tokens + drops);
                since += drops * each;
            }
            if (tokens == most) {
                since = now; // a full bucket does not drip
            }
            if (tokens == 0) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
