import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** With a channel that never waits, and a selector that does. */
public final class Diagnosis {
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private static final int LONGEST = 1_000;
    private static final String START = "* CHAT/1 ";

    private final SocketChannel channel;
    private final Selector selector;
    private final Instant end;

    private Diagnosis(SocketChannel channel, Selector selector, Instant end) {
        this.channel = channel;
        this.selector = selector;
        this.end = end;
    }

    public static Finding of(String host, int port, int millis) throws IOException {
        InetSocketAddress server = new InetSocketAddress(host, port);
        if (server.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        Instant end = Instant.now().plusMillis(millis);
        try (SocketChannel channel = SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            return new Diagnosis(channel, selector, end).find(server);
        }
    }

    private Finding find(InetSocketAddress server) throws IOException {
        try {
            if (!channel.connect(server)) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                if (!isReady() || !channel.finishConnect()) {
                    return Finding.NO_ANSWER;
                }
            }
        } catch (ConnectException e) {
            return Finding.REFUSED;
        } catch (IOException e) {
            return Finding.NO_ANSWER;
        }
        channel.register(selector, SelectionKey.OP_READ);
        ByteBuffer line = ByteBuffer.allocate(LONGEST);
        try {
            while (isReady() && channel.read(line) >= 0) {
                String text = new String(line.array(), 0, line.position(), StandardCharsets.ISO_8859_1);
                if (text.indexOf('\n') >= 0 || !line.hasRemaining()) {
                    boolean isShort = text.indexOf('\n') >= 0 && text.indexOf('\n') < START.length();
                    return text.startsWith(START) && !isShort ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
                }
            }
        } catch (IOException e) {
            // broken off
        }
        return Finding.NO_GREETING;
    }

    /** False when the time is over. */
    private boolean isReady() throws IOException {
        long left = Duration.between(Instant.now(), end).toMillis();
        return left > 0 && selector.select(left) > 0 && selector.selectedKeys().removeIf(key -> true);
    }
}
