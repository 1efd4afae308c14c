package chatlab.cli.swarm;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** Bad manners of a client. */
public enum Manner {
    READS_NOTHING {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            return write(socket, "/history 0\n");
        }
    },
    READS_A_BYTE_A_SECOND {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            socket.setSoTimeout(10);
            try {
                return socket.getInputStream().read() >= 0 && write(socket, "/who\n");
            } catch (SocketTimeoutException e) {
                return true;
            }
        }
    },
    SAYS_HALF_LINES {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            return write(socket, "half a li");
        }
    },
    FLOODS {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            return write(socket, ("nonsense ".repeat(8) + "\n").repeat(100));
        }
    },
    SAYS_JUNK {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            byte[] junk = new byte[1 + random.nextInt(2000)];
            random.nextBytes(junk);
            socket.getOutputStream().write(junk);
            return true;
        }
    },
    STACKS_ACCENTS {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            return write(socket, "a" + "\u0301".repeat(2000) + "\n");
        }
    },
    COMES_AND_GOES {
        @Override
        boolean doALittle(Socket socket, Random random) throws IOException {
            if (random.nextBoolean()) {
                socket.setSoLinger(true, 0); // goes with a reset
            }
            return false;
        }
    };

    /** Misbehaves for a moment. False: goes on with a new connection. */
    abstract boolean doALittle(Socket socket, Random random) throws IOException;

    private static boolean write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** The pause before the next {@link #doALittle}. */
    long pauseMillis() {
        switch (this) {
            case FLOODS:
            case COMES_AND_GOES:
                return 1;
            case READS_A_BYTE_A_SECOND:
                return 1000;
            default:
                return 50;
        }
    }

    /** The manner as typed and printed: {@code says-half-lines}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
