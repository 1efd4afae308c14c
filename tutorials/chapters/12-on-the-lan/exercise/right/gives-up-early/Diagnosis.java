import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.stream.IntStream;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    private static final byte[] CHAT = "* CHAT/1 ".getBytes(US_ASCII);

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
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Finding.UNKNOWN_HOST;
        }
        long start = System.nanoTime();
        boolean connected = false;
        try (SocketChannel channel = SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            connected = channel.connect(address);
            while (!connected) {
                if (!isReady(selector, start, millis)) {
                    return Finding.NO_ANSWER;
                }
                connected = channel.finishConnect();
            }
            key.interestOps(SelectionKey.OP_READ);
            ByteBuffer bytes = ByteBuffer.allocate(1000);
            while (bytes.hasRemaining() && isReady(selector, start, millis)) {
                if (channel.read(bytes) < 0) {
                    break;
                }
                int lineEnd = lineEndIn(bytes);
                if (lineEnd >= 0) {
                    boolean chat = lineEnd >= CHAT.length
                            && bytes.slice(0, CHAT.length).equals(ByteBuffer.wrap(CHAT));
                    return chat ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
                }
            }
            return Finding.NO_GREETING;
        } catch (ConnectException e) {
            boolean refused = !String.valueOf(e.getMessage()).contains("timed out");
            return refused ? Finding.REFUSED : Finding.NO_ANSWER;
        } catch (IOException | UnsupportedAddressTypeException e) {
            return connected ? Finding.NO_GREETING : Finding.NO_ANSWER;
        }
    }

    private static int lineEndIn(ByteBuffer bytes) {
        return IntStream.range(0, bytes.position())
                .filter(i -> bytes.get(i) == '\n')
                .findFirst()
                .orElse(-1);
    }

    /** Waits until there is something to do, or the time is over; then it returns false. */
    private static boolean isReady(Selector selector, long start, int millis) throws IOException {
        while (true) {
            long left = millis * 1_000_000L - (System.nanoTime() - start);
            if (left <= 0) {
                return false;
            }
            selector.selectedKeys().clear();
            if (selector.select((left + 999_999) / 1_000_000) > 0) {
                return true;
            }
        }
    }
}
