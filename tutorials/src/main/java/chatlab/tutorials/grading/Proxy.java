package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A proxy between a client and a server on the loopback address. It does what a network may do: cut, join, delay, stall, reset. The same seed cuts at the same places. Connect to {@link #port()}.
 */
public final class Proxy implements Closeable {
    private final int serverPort;
    private final ServerSocket listener;
    private final ProxyFaults faults;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private Proxy(int serverPort, ProxyFaults faults) throws IOException {
        this.serverPort = serverPort;
        this.faults = faults;
        this.listener = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        inBackground("proxy", this::accept);
    }

    /** Passes bytes on as they come. */
    public static Proxy to(int serverPort) throws IOException {
        return new Proxy(serverPort, new ProxyFaults(ProxyFaults.Cutting.NONE, 0, Duration.ZERO));
    }

    /** Passes on in pieces of one to five bytes, each of them a packet of its own. */
    public static Proxy splitting(int serverPort, long seed) throws IOException {
        return new Proxy(serverPort, new ProxyFaults(ProxyFaults.Cutting.SPLIT, seed, Duration.ZERO));
    }

    /** Collects until nothing has come for 50 ms, and passes that on at once. */
    public static Proxy merging(int serverPort) throws IOException {
        return new Proxy(serverPort, new ProxyFaults(ProxyFaults.Cutting.MERGE, 0, Duration.ZERO));
    }

    /** Passes bytes on after this delay. */
    public static Proxy delaying(int serverPort, Duration delay) throws IOException {
        return new Proxy(serverPort, new ProxyFaults(ProxyFaults.Cutting.NONE, 0, delay));
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Stops to read and to pass on, like a machine that sleeps. */
    public void stall() {
        faults.stall();
    }

    /** Goes on after {@link #stall()}. */
    public void resume() {
        faults.resume();
    }

    /** Resets all connections, on both sides: "Connection reset". */
    public void reset() throws IOException {
        for (Socket socket : sockets) {
            if (!socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        faults.resume();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                sockets.add(client);
                connect(client);
            }
        } catch (IOException e) {
            // closed
        }
    }

    /** If the server cannot be reached, this connection ends, and not the proxy. */
    private void connect(Socket client) throws IOException {
        try {
            Socket server = new Socket(listener.getInetAddress(), serverPort);
            sockets.add(server);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            inBackground("proxy to server", new Pump(client, server, faults, 0));
            inBackground("proxy to client", new Pump(server, client, faults, 1));
        } catch (IOException e) {
            client.close();
        }
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
