import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
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
        private final Map<Object, Integer> connections = new HashMap<>(); // guarded by this

        public Admission(int most) {
            this.most = most;
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public synchronized boolean enter(Object address) {
            int here = connections.getOrDefault(address, 0);
            if (here == most) {
                return false;
            }
            connections.put(address, here + 1);
            return true;
        }

        /** Takes back what one successful {@code enter} has counted. */
        public synchronized void leave(Object address) {
            int here = connections.remove(address);
            if (here > 1) {
                connections.put(address, here - 1);
            }
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        private final BufferedReader in;
        private final int longest;

        public Lines(InputStream in, int longest) {
            this.in = new BufferedReader(new InputStreamReader(in, UTF_8));
            this.longest = longest;
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            String line = in.readLine();
            if (line != null && line.getBytes(UTF_8).length > longest) {
                throw new Exceeded("a line of more than " + longest + " bytes");
            }
            return line;
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        private final long each;
        private final long full;
        private final LongSupplier clock;
        private long saved; // time that has not been spent on tokens; a token costs `each` of it
        private long last; // when that was reckoned

        /** It is full, with {@code most} tokens. It gets one more in each {@code each} nanoseconds of {@code clock}. */
        public Bucket(int most, long each, LongSupplier clock) {
            this.each = each;
            this.full = most * each;
            this.clock = clock;
            this.saved = full;
            this.last = clock.getAsLong();
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. Never waits. */
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
