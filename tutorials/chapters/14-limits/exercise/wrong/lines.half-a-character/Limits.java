import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
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
        private static final int LONGEST_CHARACTER = 4;

        private final InputStream in;
        private final int longest;
        private final ByteBuffer bytes;
        private final CharBuffer characters;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);

        public Lines(InputStream in, int longest) {
            this.in = in;
            this.longest = longest;
            bytes = ByteBuffer.allocate(longest + LONGEST_CHARACTER);
            characters = CharBuffer.allocate(longest + LONGEST_CHARACTER);
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            int length = 0;
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return null;
                }
                length++;
                if (length > longest) {
                    throw new Exceeded("a line of more than " + longest + " bytes");
                }
                bytes.put((byte) b);
            }
            return decode();
        }

        private String decode() {
            bytes.flip();
            characters.clear();
            decoder.decode(bytes, characters, false);
            bytes.compact(); // bytes that are not a whole character yet stay in the buffer
            return characters.flip().toString();
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
