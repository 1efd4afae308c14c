package chatlab.server;

import chatlab.protocol.Endpoint;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.UnknownHostException;

/** Opens the server's socket, or says in a sentence why that is not possible. */
final class Listening {
    /** Connections that the system holds for us until they are accepted: a whole class that comes at once. */
    private static final int BACKLOG = 4096;

    private static final int FIRST_FREE_FOR_ALL = 1024;

    private Listening() {}

    /** Listens on one address of this machine, or on all of them. */
    static ServerSocket open(Endpoint place) throws CannotStartException {
        InetSocketAddress endpoint = place.host().equals(Endpoint.ALL_ADDRESSES)
                ? new InetSocketAddress(place.port())
                : new InetSocketAddress(resolve(place.host()), place.port());
        try {
            ServerSocket socket = new ServerSocket();
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

    private static InetAddress resolve(String host) throws CannotStartException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new CannotStartException(Words.get("start.unknown-host", host));
        }
    }

    private static String explain(IOException error, InetSocketAddress endpoint) {
        String port = String.valueOf(endpoint.getPort());
        String message = String.valueOf(error.getMessage());
        if (!isOurs(endpoint.getAddress())) {
            return Words.get("start.not-ours", endpoint.getAddress().getHostAddress());
        }
        if (message.contains("ermission") && endpoint.getPort() < FIRST_FREE_FOR_ALL) {
            return Words.get("start.privileged", port);
        }
        if (error instanceof BindException) { // the message may be in any language
            String another = port.equals("8082") ? "8083" : "8082";
            String host = endpoint.getAddress().isAnyLocalAddress()
                    ? "0.0.0.0"
                    : endpoint.getAddress().getHostAddress();
            return Words.get("start.in-use", port, host, another);
        }
        return Words.get("start.failed", port, message);
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
