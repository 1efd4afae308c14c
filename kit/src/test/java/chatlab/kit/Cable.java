package chatlab.kit;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The cable between a client and the server, which a test can pull out and put in again: the client connects to the port of the
 * cable. Remembers the lines of the server.
 */
final class Cable implements Closeable {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final int serverPort;
    private final ServerSocket listener;
    private final SeenLines wire;

    /** Both ends of the connections that are open, and whether there can be others. Guarded by this. */
    private final Set<Socket> ends = new HashSet<>();

    private boolean isIn = true;

    Cable(int serverPort, String name) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 50, HERE);
        this.wire = new SeenLines("the cable of " + name);
        start(this::acceptAll, "cable of " + name);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The lines that the server has sent. */
    SeenLines wire() {
        return wire;
    }

    /** The connection breaks without a goodbye, and there is no other one, until {@link #putIn}. */
    synchronized void pullOut() throws IOException {
        isIn = false;
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    synchronized void putIn() {
        isIn = true;
    }

    private void acceptAll() {
        try (listener) {
            while (true) { // until the listener is closed
                Socket client = listener.accept();
                try {
                    connect(client);
                } catch (IOException e) {
                    client.close(); // no server listens
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    private synchronized void connect(Socket client) throws IOException {
        if (!isIn) {
            client.close();
            return;
        }
        Socket server = new Socket(HERE, serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        ends.add(client);
        ends.add(server);
        start(() -> copy(client, server, new ByteArrayOutputStream()), "cable to the server");
        start(() -> copy(server, client, new LinesOf(wire)), "cable to the client");
    }

    private void copy(Socket from, Socket to, OutputStream seen) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            byte[] bytes = new byte[8192];
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                seen.write(bytes, 0, n);
                to.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException e) {
            // one of them is closed
        } finally {
            forget(from, to);
        }
    }

    private synchronized void forget(Socket from, Socket to) {
        ends.remove(from);
        ends.remove(to);
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        pullOut();
    }

    /** Adds whole lines to what was seen. */
    private static final class LinesOf extends OutputStream {
        private final SeenLines seen;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LinesOf(SeenLines seen) {
            this.seen = seen;
        }

        @Override
        public void write(int b) {
            if (b == '\n') {
                seen.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
