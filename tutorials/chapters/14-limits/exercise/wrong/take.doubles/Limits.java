import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
                Integer here = connections.get(address);
                if (here == null) {
                    here = 0;
                }
                if (here >= most) {
                    return false;
                }
                connections.put(address, here + 1);
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            lock.lock();
            try {
                int left = connections.get(address) - 1;
                if (left == 0) {
                    connections.remove(address);
                } else {
                    connections.put(address, left);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final InputStream in;
        private final int longest;
        private byte[] buffer = new byte[1024];
        private int filled; // that many bytes have come and were not taken yet

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
            int end = findEnd();
            while (end < 0 && filled <= longest) {
                if (filled == buffer.length) {
                    buffer = Arrays.copyOf(buffer, 2 * filled);
                }
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return null;
                }
                filled += count;
                end = findEnd();
            }
            if (end < 0 || end > longest) {
                throw new Exceeded("a line of more than " + longest + " bytes");
            }
            return take(end);
        }

        private int findEnd() {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        private String take(int end) {
            String line = new String(buffer, 0, end, StandardCharsets.UTF_8);
            filled -= end + 1;
            System.arraycopy(buffer, end + 1, buffer, 0, filled);
            return line;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final int most;
        private final long each;
        private final LongSupplier clock;
        private double tokens;
        private long last; // the time of the last take

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            this.tokens = most;
            this.last = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            tokens = Math.min(most, tokens + (double) (now - last) / each);
            last = now;
            if (tokens < 1) {
                return false;
            }
            tokens -= 1;
            return true;
        }
    }
}
