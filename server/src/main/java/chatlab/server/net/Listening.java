package chatlab.server.net;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Endpoint;
import chatlab.server.support.CannotStartException;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/** Opens the socket that the server listens on. */
public final class Listening {
    /** Connections that the system keeps until they are accepted: for a class that connects at the same moment. */
    private static final int BACKLOG = 4096;

    /** Ports below this one are for administrators. */
    private static final int FIRST_FREE_PORT = 1024;

    private Listening() {}

    /**
     * Listens on one address of this machine, or on all: those of IPv4, and with {@code ::} those of IPv6, too. IPv6 is not the
     * default because a ban is weak there: one laptop has many addresses.
     *
     * @throws CannotStartException if that is not possible; the message says why and what to do
     */
    public static ServerSocket open(Endpoint place) throws CannotStartException {
        String host = place.host().equals(Endpoint.ALL_ADDRESSES) ? "0.0.0.0" : place.host();
        InetSocketAddress endpoint = new InetSocketAddress(resolve(host), place.port());
        try {
            ServerSocket socket = unbound(endpoint.getAddress());
            try {
                socket.bind(endpoint, BACKLOG);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStartException(explain(e, endpoint));
        }
    }

    /** Closes the socket of a server that cannot start. */
    public static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // the program ends anyway
        }
    }

    /** A ServerSocket on all addresses accepts both versions, on most systems. A channel can be limited to IPv4. */
    private static ServerSocket unbound(InetAddress address) throws IOException {
        boolean allOfVersion4 = address.isAnyLocalAddress() && address instanceof Inet4Address;
        return allOfVersion4
                ? ServerSocketChannel.open(StandardProtocolFamily.INET).socket()
                : new ServerSocket();
    }

    private static InetAddress resolve(String host) throws CannotStartException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStartException(WORDS.get("start.unknown-host", host));
        }
    }

    private static String explain(IOException error, InetSocketAddress endpoint) {
        String port = String.valueOf(endpoint.getPort());
        String message = String.valueOf(error.getMessage());
        if (!isOurs(endpoint.getAddress())) {
            return WORDS.get("start.not-ours", endpoint.getAddress().getHostAddress());
        }
        if (message.contains("ermission") && endpoint.getPort() < FIRST_FREE_PORT) {
            return WORDS.get("start.privileged", port);
        }
        if (error instanceof BindException) { // the message may be in any language
            String another = port.equals("8082") ? "8083" : "8082";
            String host = endpoint.getAddress().isAnyLocalAddress()
                    ? "0.0.0.0"
                    : endpoint.getAddress().getHostAddress();
            return WORDS.get("start.in-use", port, host, another);
        }
        return WORDS.get("start.failed", port, message);
    }

    private static boolean isOurs(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true;
        }
    }
}
