package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A listener that accepts nothing, with a full queue: so the system drops what comes, as a firewall does. Some systems refuse
 * instead, see {@link #isFull}.
 */
public final class FullDoor implements Closeable {
    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    private final List<SocketChannel> waiting = new ArrayList<>();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private final long start = System.nanoTime();
    private volatile long millisToConnect;

    public FullDoor() throws Exception {
        try {
            for (int i = 0; i < 6; i++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(listener.getLocalSocketAddress());
            }
            Thread.sleep(20);
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** Whether an attempt to connect gets no answer now. */
    public boolean isFull() {
        try {
            int unanswered = 0;
            for (SocketChannel channel : waiting) {
                unanswered += channel.finishConnect() ? 0 : 1;
            }
            return unanswered > 1;
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How long after the beginning the last client was accepted that was not there from the beginning; 0 for none. */
    public long millisToConnect() {
        return millisToConnect;
    }

    /** From then on connections are accepted, and nothing is sent. Comes back with an exception when the door is closed. */
    public void openAfter(int millis) throws Exception {
        Thread.sleep(millis);
        List<SocketAddress> mine = new ArrayList<>();
        for (SocketChannel channel : waiting) {
            mine.add(channel.getLocalAddress());
            channel.close();
        }
        while (true) {
            Socket client = listener.accept();
            accepted.add(client);
            if (!mine.contains(client.getRemoteSocketAddress())) {
                millisToConnect = (System.nanoTime() - start) / 1_000_000;
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (SocketChannel channel : waiting) {
            channel.close();
        }
        for (Socket client : accepted) {
            client.close();
        }
    }
}
