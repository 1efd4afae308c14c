package chatlab.cli.swarm;

import chatlab.protocol.Endpoint;
import chatlab.protocol.Utf8;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A rude person: connects, misbehaves in one manner for some seconds, and goes on with the next manner. */
final class Nuisance implements Runnable, Closeable {
    private static final int LONGEST_SECONDS = 5;
    private static final int CONNECT_MILLIS = 5_000;

    private final Endpoint server;
    private final String room;
    private final List<Manner> manners;
    private final Random random;
    private final CountDownLatch end;

    /** The socket in use. Guarded by this. */
    private Socket current = new Socket();

    Nuisance(Endpoint server, String room, Set<Manner> manners, long seed, CountDownLatch end) {
        this.server = server;
        this.room = room;
        this.manners = List.copyOf(manners);
        this.random = new Random(seed);
        this.end = end;
    }

    @Override
    public void run() {
        try {
            while (end.getCount() > 0) {
                long nanos = TimeUnit.SECONDS.toNanos(1 + random.nextInt(LONGEST_SECONDS));
                misbehave(manners.get(random.nextInt(manners.size())), System.nanoTime() + nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void misbehave(Manner manner, long until) throws InterruptedException {
        while (until - System.nanoTime() > 0 && !end.await(manner.pauseMillis(), TimeUnit.MILLISECONDS)) {
            try (Socket socket = next()) {
                socket.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MILLIS);
                socket.getOutputStream().write(Utf8.encode("/join " + room + "\n"));
                while (until - System.nanoTime() > 0
                        && manner.doALittle(socket, random)
                        && !end.await(manner.pauseMillis(), TimeUnit.MILLISECONDS)) {
                    // the condition does the work
                }
            } catch (IOException e) {
                // the server has closed the connection, and may
            }
        }
    }

    private synchronized Socket next() throws IOException {
        current = new Socket();
        if (end.getCount() == 0) {
            current.close(); // close() may have run before
        }
        return current;
    }

    /** Ends a connection attempt or a write under way: a server that does not read blocks a write for ever. */
    @Override
    public synchronized void close() {
        try {
            current.close();
        } catch (IOException e) {
            // the socket is not used any more
        }
    }
}
