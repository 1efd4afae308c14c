import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
        private final Map<Object, Integer> connections;
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
                int now = connections.getOrDefault(address, 0);
                if (now >= most) {
                    return false;
                }
                connections.put(address, now + 1);
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            lock.lock();
            try {
                connections.computeIfPresent(address, (key, now) -> now > 1 ? now - 1 : null);
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
        private final long start;
        private int tokens;
        private long last; // the token that drips in has begun to form then

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            start = clock.getAsLong();
            tokens = most;
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            dripIn(age());
            if (tokens == 0) {
                return false;
            }
            tokens--;
            return true;
        }

        /** How old the bucket is. The clock itself may be negative, or overflow; its difference to the start may not. */
        private long age() {
            return clock.getAsLong() - start;
        }

        private void dripIn(long now) {
            if (now > last) {
                long drops = (now - last) / each;
                if (drops >= most - tokens) {
                    tokens = most;
                    last = now; // a full bucket does not drip
                } else {
                    tokens += (int) drops;
                    last += drops * each;
                }
            }
        }
    }
}
