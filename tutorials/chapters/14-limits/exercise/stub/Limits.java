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
        public Admission(int most, Map<Object, Integer> connections, Lock lock) {
            // your turn
        }

        /** Counts a connection from this address. False, and nothing is counted, if it would be one too many. */
        public boolean enter(Object address) {
            return true; // your turn
        }

        /** Takes back what one successful {@code enter} has counted. */
        public void leave(Object address) {
            // your turn
        }
    }

    /** Reads lines that have at most so many bytes before their line end. One thread uses it. */
    public static final class Lines {
        public Lines(InputStream in, int longest) {
            // your turn
        }

        /**
         * The next line, without its end; null at the end of the stream.
         *
         * @throws Exceeded as soon as more bytes have come than a line may have
         */
        public String next() throws IOException {
            return null; // your turn
        }
    }

    /** A token bucket: how fast one client may talk. One thread uses it, the client's reader. */
    public static final class Bucket {
        public Bucket(int most, long each, LongSupplier clock) {
            // your turn
        }

        /** Takes a token for one line. False, and nothing is taken, if there is none. */
        public boolean take() {
            return true; // your turn
        }
    }
}
