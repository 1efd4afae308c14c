import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
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
            return add(1, address);
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            add(-1, address);
        }

        /** False, and nothing is changed, if the sum would be too large, or if the map fails. */
        private boolean add(int summand, Object address) {
            hold();
            try {
                int sum = number(address) + summand;
                if (sum <= most) {
                    connections.put(address, sum);
                    connections.values().removeAll(Collections.singleton(0)); // before another thread sees it
                }
                return sum <= most;
            } catch (RuntimeException e) {
                return false; // the map is broken
            } finally {
                lock.unlock();
            }
        }

        /** Takes the lock by itself, a second time if the caller has it already. */
        private int number(Object address) {
            hold();
            try {
                for (Map.Entry<Object, Integer> entry : connections.entrySet()) {
                    if (Objects.equals(entry.getKey(), address)) {
                        return entry.getValue();
                    }
                }
                return 0;
            } finally {
                lock.unlock();
            }
        }

        /** Asks for the lock minute by minute, until it comes. An interrupt is kept for later. */
        private void hold() {
            boolean interrupted = false;
            while (true) {
                try {
                    if (lock.tryLock(1, TimeUnit.MINUTES)) {
                        break;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final BufferedInputStream in;
        private final int longest;

        public Lines(InputStream in, int longest) {
            this.in = new BufferedInputStream(in, 64); // its read() reads once when it is empty
            this.longest = longest;
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            ByteBuffer line = ByteBuffer.allocate(16);
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return StandardCharsets.UTF_8.decode(line.flip()).toString();
                }
                if (line.position() == longest) {
                    throw new Exceeded("too long: " + longest);
                }
                if (!line.hasRemaining()) {
                    line = ByteBuffer.allocate(2 * line.capacity()).put(line.flip());
                }
                line.put((byte) b);
            }
            if (line.position() > longest) {
                throw new Exceeded("too long at the end");
            }
            return null;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final int most;
        private final long each;
        private final LongSupplier clock;
        private final Queue<Long> missing = new ArrayDeque<>(); // when each token that is out will be back
        private long last; // the last of these times

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            while (!missing.isEmpty() && now - missing.peek() >= 0) {
                missing.remove();
            }
            if (missing.size() == most) {
                return false;
            }
            last = (missing.isEmpty() ? now : last) + each;
            return missing.add(last);
        }
    }
}
