import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
        private final Map<Object, Integer> connections; // guarded by lock
        private final Lock lock;
        private final int most;

        public Admission(int most, Map<Object, Integer> connections, Lock lock) {
            this.most = most;
            this.connections = connections;
            this.lock = lock;
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public boolean enter(Object address) {
            return locked(() -> {
                boolean[] in = {true};
                connections.compute(address, (key, here) -> {
                    if (here == null) {
                        return 1;
                    }
                    in[0] = here < most;
                    return in[0] ? Integer.valueOf(here + 1) : here;
                });
                return in[0];
            });
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            locked(() -> connections.computeIfPresent(address, (key, here) -> here == 1 ? null : (Integer) (here - 1)));
        }

        private <T> T locked(Supplier<T> work) {
            boolean interrupted = Thread.interrupted();
            for (boolean mine = false; !mine; ) {
                try {
                    lock.lockInterruptibly();
                    mine = true;
                } catch (InterruptedException e) {
                    interrupted = true; // once more
                }
            }
            try {
                return work.get();
            } finally {
                lock.unlock();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines extends FilterInputStream {
        private final int longest;
        private byte[] rest = {}; // has come behind the last line

        public Lines(InputStream in, int longest) {
            super(in);
            this.longest = longest;
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            Optional<String> line = whole(0);
            while (line.isEmpty()) {
                byte[] piece = new byte[7];
                int count = in.read(piece);
                if (count == -1) {
                    return null;
                }
                int before = rest.length;
                rest = Arrays.copyOf(rest, before + count);
                System.arraycopy(piece, 0, rest, before, count);
                line = whole(before);
            }
            return line.get();
        }

        /** The first line of the rest, if it is all there. Nothing before `from` is a line end. */
        private Optional<String> whole(int from) throws Exceeded {
            for (int i = from; i < rest.length; i++) {
                if (rest[i] == '\n') {
                    String line = new String(rest, 0, i, UTF_8);
                    rest = Arrays.copyOfRange(rest, i + 1, rest.length);
                    return Optional.of(line);
                } else if (i >= longest) {
                    throw new Exceeded("more than " + longest);
                }
            }
            return Optional.empty();
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        /** Never changed: a take makes a new one. Full means: as many as it may hold. */
        private record Level(int tokens, long rest, long time) {
            Level at(long now, int most, long each) {
                long passed = now - time;
                if (passed >= (most - tokens) * each - rest) {
                    return new Level(most, 0, now);
                }
                long sum = rest + passed;
                return new Level(tokens + Math.toIntExact(sum / each), sum % each, now);
            }
        }

        private final int most;
        private final long each;
        private final LongSupplier clock;
        private Level level;

        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            long now = clock.getAsLong();
            Level full = new Level(most, 0, now);
            level = level == null ? full : level.at(now, most, each);
            if (level.tokens() > 0) {
                level = new Level(level.tokens() - 1, level.rest(), now);
                return true;
            }
            return false;
        }
    }
}
