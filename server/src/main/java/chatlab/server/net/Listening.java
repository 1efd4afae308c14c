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

/** Opens the server's socket, or says in a sentence why that is not possible. */
public final class Listening {
    /** Connections that the system holds for us until they are accepted: a whole class that comes at once. */
    private static final int BACKLOG = 4096;

    private static final int FIRST_FREE_FOR_ALL = 1024;

    private Listening() {}

    /**
     * Listens on one address of this machine, or on all of them. All are those of IPv4, unless {@code ::} is asked for: with
     * IPv6 a laptop has so many addresses that no ban holds.
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

    /** A plain ServerSocket on all addresses takes both versions, on most systems. A channel can be told not to. */
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
        if (message.contains("ermission") && endpoint.getPort() < FIRST_FREE_FOR_ALL) {
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
