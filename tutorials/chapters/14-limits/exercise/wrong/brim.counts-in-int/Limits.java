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
                int count = connections.getOrDefault(address, 0);
                if (count >= most) {
                    return false;
                }
                connections.put(address, count + 1);
                return true;
            } finally {
                lock.unlock();
            }
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            lock.lock();
            try {
                int count = connections.get(address);
                if (count == 1) {
                    connections.remove(address);
                } else {
                    connections.put(address, count - 1);
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
        private final byte[] chunk = new byte[4096];
        private int position;
        private int filled;

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
            for (int next = nextByte(); next != '\n'; next = nextByte()) {
                if (next < 0) {
                    return null;
                }
                if (line.size() == longest) {
                    throw new Exceeded("a line of more than " + longest + " bytes");
                }
                line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        private int nextByte() throws IOException {
            if (position == filled) {
                position = 0;
                filled = Math.max(0, in.read(chunk));
                if (filled == 0) {
                    return -1;
                }
            }
            return chunk[position++] & 0xff;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final int most;
        private final long each;
        private final LongSupplier clock;
        private int tokens;
        private long since; // the last drip, or when it was full

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            this.tokens = most;
            this.since = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            int drips = (int) ((now - since) / each);
            if (drips >= most - tokens) {
                tokens = most;
                since = now;
            } else {
                tokens += drips;
                since += drips * each;
            }
            if (tokens <= 0) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
