package chatlab.client;

import chatlab.protocol.Endpoint;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/**
 * Opens connections to one server, whichever of its addresses answers.
 *
 * <p>One thread at a time opens; any thread may close it, which ends an attempt under way. Connections that are open
 * stay open.
 */
public final class Connector implements Closeable {
    private static final Words WORDS = new Words(Connector.class);
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Endpoint server;
    private final int timeoutMillis;

    /** The attempt under way. Guarded by this. */
    private Socket trying = new Socket();

    /** Guarded by this. */
    private boolean closed;

    /** Gives each address five seconds to answer. Does not connect yet. */
    public Connector(Endpoint server) {
        this(server, TIMEOUT_MILLIS);
    }

    /** Gives each address so many milliseconds to answer; 0 is as long as the system does. Does not connect yet. */
    public Connector(Endpoint server, int timeoutMillis) {
        this.server = server;
        this.timeoutMillis = timeoutMillis;
    }

    /** The server that it connects to. */
    public Endpoint server() {
        return server;
    }

    /**
     * A new connection, which the caller closes. Looks the host up each time, so a computer that got another address is
     * found again. Blocks until an address answers or all have failed. May be called any number of times.
     *
     * @throws UserError where there is no such computer, none of its addresses takes the connection, or this was closed
     */
    public ChatConnection open() throws UserError {
        try {
            IOException failure = null;
            for (InetAddress address : InetAddress.getAllByName(server.host())) {
                try {
                    return open(address);
                } catch (IOException e) {
                    failure = failure instanceof ConnectException ? failure : e; // "refused" says the most
                }
            }
            throw failure;
        } catch (IOException e) {
            throw new UserError(sentence(e));
        }
    }

    private ChatConnection open(InetAddress address) throws IOException {
        Socket socket = new Socket();
        synchronized (this) {
            if (closed) {
                throw new IOException("closed");
            }
            trying = socket;
        }
        try {
            socket.connect(new InetSocketAddress(address, server.port()), timeoutMillis);
            if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
                // TCP can connect a port that no program listens at with itself: the system chose it for our end
                throw new ConnectException("Connection refused");
            }
            return new ChatConnection(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    // begin sentence
    private String sentence(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnknownHostException) {
            return WORDS.get("connect.unknown", Text.clean(server.host()));
        } else if (e instanceof SocketTimeoutException || message.contains("timed out")) {
            return WORDS.get("connect.timeout", server);
        } else if (message.contains("refused")) {
            return WORDS.get("connect.refused", server);
        } else if (message.contains("unreachable") || message.contains("No route")) {
            return WORDS.get("connect.unreachable", server);
        }
        return WORDS.get("connect.failed", server, Text.clean(message));
    }
    // end sentence

    /** Ends an attempt of any thread, too; it fails then, and so do all later ones. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            trying.close();
        } catch (IOException e) {
            // it is of no use any more
        }
    }
}
