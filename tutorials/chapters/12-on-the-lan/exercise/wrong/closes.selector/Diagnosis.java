import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    private static final int MAX_LINE = 1_000;

    /** What can be the matter. */
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private Diagnosis() {}

    /** Takes at most so many milliseconds for connecting and reading together, and leaves nothing open. */
    public static Finding of(String host, int port, int millis) {
        InetSocketAddress server = new InetSocketAddress(host, port);
        if (server.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        long end = System.nanoTime() + millis * 1_000_000L;
        try (SocketChannel channel = SocketChannel.open()) {
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            try {
                boolean connected = channel.connect(server);
                if (!connected && (!await(key, end) || !channel.finishConnect())) {
                    return Finding.NO_ANSWER;
                }
            } catch (ConnectException e) {
                return Finding.REFUSED;
            }
            key.interestOps(SelectionKey.OP_READ);
            return listen(channel, key, end);
        } catch (IOException e) {
            return Finding.NO_ANSWER;
        }
    }

    private static Finding listen(SocketChannel channel, SelectionKey key, long end) {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_LINE);
        try {
            while (bytes.hasRemaining() && await(key, end)) {
                if (channel.read(bytes) == -1) {
                    return Finding.NO_GREETING;
                }
                String text = new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
                if (text.contains("\n")) {
                    return text.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
                }
            }
        } catch (IOException e) {
            // broken
        }
        return Finding.NO_GREETING;
    }

    /** Waits until the channel can go on, and says whether it can before the time is over. */
    private static boolean await(SelectionKey key, long end) throws IOException {
        Selector selector = key.selector();
        long left = end - System.nanoTime();
        while (left > 0) {
            if (selector.select((left + 999_999) / 1_000_000) > 0) {
                selector.selectedKeys().clear();
                return true;
            }
            left = end - System.nanoTime();
        }
        return false;
    }
}
