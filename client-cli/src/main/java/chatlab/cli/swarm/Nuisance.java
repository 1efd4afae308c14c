package chatlab.cli.swarm;

import chatlab.client.Endpoint;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One with bad manners: connects, does for some seconds what no client should do, and goes on with something else. */
final class Nuisance implements Runnable {
    private static final int LONGEST_SECONDS = 5;

    private final Endpoint server;
    private final Random random;
    private final CountDownLatch end;

    Nuisance(Endpoint server, long seed, CountDownLatch end) {
        this.server = server;
        this.random = new Random(seed);
        this.end = end;
    }

    /** What it does, a little at a time. False when it wants a new connection. */
    private enum Manner {
        READS_NOTHING {
            @Override
            boolean doALittle(Socket socket, Random random) throws IOException {
                return write(socket, "/history 0\n");
            }
        },
        READS_A_BYTE_NOW_AND_THEN {
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

        abstract boolean doALittle(Socket socket, Random random) throws IOException;

        private static boolean write(Socket socket, String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        }

        long pauseMillis() {
            return this == FLOODS || this == COMES_AND_GOES ? 1 : 50;
        }
    }

    @Override
    public void run() {
        Manner[] manners = Manner.values();
        try {
            while (end.getCount() > 0) {
                long nanos = TimeUnit.SECONDS.toNanos(1 + random.nextInt(LONGEST_SECONDS));
                misbehave(manners[random.nextInt(manners.length)], System.nanoTime() + nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void misbehave(Manner manner, long until) throws InterruptedException {
        while (until - System.nanoTime() > 0 && !end.await(manner.pauseMillis(), TimeUnit.MILLISECONDS)) {
            try (Socket socket = new Socket(server.host(), server.port())) {
                while (until - System.nanoTime() > 0
                        && manner.doALittle(socket, random)
                        && !end.await(manner.pauseMillis(), TimeUnit.MILLISECONDS)) {
                    // a little more of it
                }
            } catch (IOException e) {
                // the server has had enough, and is right
            }
        }
    }
}
