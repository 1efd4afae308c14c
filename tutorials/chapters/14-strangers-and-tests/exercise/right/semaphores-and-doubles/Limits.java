import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** What a server allows to strangers: so many connections, so long a line, so much talk. */
public final class Limits {
    /** A client does what no chat client does: hang up on it. */
    public static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1;

        public Exceeded(String words) {
            super(words);
        }
    }

    /** So many connections for each address. Many threads use it at the same time. */
    public static final class Admission {
        private final int most;
        private final Map<Object, Semaphore> free = new ConcurrentHashMap<>();

        public Admission(int most) {
            this.most = most;
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public boolean enter(Object address) {
            return free.computeIfAbsent(address, a -> new Semaphore(most)).tryAcquire();
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            free.get(address).release();
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
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    return line.toString(UTF_8);
                }
                if (line.size() == longest) {
                    throw new Exceeded("more than " + longest + " bytes");
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
        private double tokens;
        private long last;

        /** It is full, with {@code most} tokens. It gets one more in each {@code each} nanoseconds of {@code clock}. */
        public Bucket(int most, long each, LongSupplier clock) {
            this.most = most;
            this.each = each;
            this.clock = clock;
            this.tokens = most;
            this.last = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. Never waits. */
        public boolean take() {
            long now = clock.getAsLong();
            tokens = Math.min(most, tokens + (double) (now - last) / each);
            last = now;
            if (tokens < 1) {
                return false;
            }
            tokens = tokens - 1;
            return true;
        }
    }
}
