import static java.nio.charset.StandardCharsets.UTF_8;

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
                int here = connections.getOrDefault(address, 0);
                if (here == most) {
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
            count(address, -1);
            lock.lock();
            try {
                connections.remove(address, 0);
            } finally {
                lock.unlock();
            }
        }

        private void count(Object address, int more) {
            lock.lock();
            try {
                connections.merge(address, more, Integer::sum);
            } finally {
                lock.unlock();
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final InputStream in;
        private final byte[] buffer;
        private int filled; // that many bytes of the buffer have come and were not taken yet

        public Lines(InputStream in, int longest) {
            this.in = in;
            this.buffer = new byte[longest + 1];
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            int lineEnd = findLineEnd();
            while (lineEnd < 0) {
                if (filled == buffer.length) {
                    throw new Exceeded("a line of more than " + (buffer.length - 1) + " bytes");
                }
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return null;
                }
                filled += count;
                lineEnd = findLineEnd();
            }
            return takeLine(lineEnd);
        }

        private int findLineEnd() {
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    return i;
                }
            }
            return -1;
        }

        private String takeLine(int lineEnd) {
            String line = new String(buffer, 0, lineEnd, UTF_8);
            filled -= lineEnd + 1;
            System.arraycopy(buffer, lineEnd + 1, buffer, 0, filled);
            return line;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final long each;
        private final long full;
        private final LongSupplier clock;
        private long saved; // time that has not been spent on tokens; a token costs `each` of it
        private long last; // when that was computed

        public Bucket(int most, long each, LongSupplier clock) {
            this.each = each;
            this.full = most * each;
            this.clock = clock;
            this.saved = full;
            this.last = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            saved = Math.min(full, saved + (now - last));
            last = now;
            if (saved < each) {
                return false;
            }
            saved -= each;
            return true;
        }
    }
}
