import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Two ways to bind a server, two ways to get to this machine, and two ways not to get anywhere. */
public class WhoCanReach {
    /** Windows repeats an attempt that is refused, for about two seconds. */
    private static final int PATIENCE_MILLIS = 3_000;

    public static void main(String[] args) throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        InetAddress other = otherAddress();

        System.out.println("A server bound to 127.0.0.1:");
        try (ServerSocket server = new ServerSocket(0, 50, loopback)) {
            tryBoth(server, loopback, other);
        }
        System.out.println("A server bound to 0.0.0.0:");
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("0.0.0.0"))) {
            tryBoth(server, loopback, other);
        }
        System.out.println("A port without a listener:");
        try (Socket owner = new Socket()) {
            owner.bind(new InetSocketAddress(loopback, 0));
            System.out.println("  " + attempt(new Socket(), owner.getLocalSocketAddress()));
        }
        System.out.println("A port that does not answer:");
        silence(loopback);
    }

    private static void tryBoth(ServerSocket server, InetAddress loopback, InetAddress other) throws IOException {
        for (InetAddress address : List.of(loopback, other)) {
            try (Socket socket = new Socket()) {
                InetSocketAddress target = new InetSocketAddress(address, server.getLocalPort());
                System.out.println("  by " + address.getHostAddress() + ": " + attempt(socket, target));
            }
        }
    }

    // begin attempt
    private static String attempt(Socket socket, SocketAddress target) {
        try {
            socket.connect(target, PATIENCE_MILLIS);
            return "connected";
        } catch (SocketTimeoutException e) {
            return "gave up after " + PATIENCE_MILLIS / 1000 + " s without an answer";
        } catch (ConnectException e) {
            return "refused";
        } catch (IOException e) {
            return e.getMessage();
        }
    }
    // end attempt

    /** No thread accepts, so the queue of connections fills up; then the system keeps silent, as a firewall does. */
    private static void silence(InetAddress loopback) throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
            String result = "connected";
            while (result.equals("connected") && sockets.size() < 20) {
                sockets.add(new Socket());
                result = attempt(sockets.get(sockets.size() - 1), server.getLocalSocketAddress());
            }
            System.out.println("  " + result);
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** Where your neighbours find this machine. On a machine without a network 127.0.0.2 stands in for that. */
    private static InetAddress otherAddress() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (address instanceof Inet4Address && !address.isLoopbackAddress()) {
                    return address;
                }
            }
        }
        InetAddress standIn = InetAddress.getByName("127.0.0.2");
        try (ServerSocket trial = new ServerSocket(0, 1, standIn)) {
            return trial.getInetAddress();
        } catch (IOException e) {
            return InetAddress.getByName("::1"); // macOS has no 127.0.0.2
        }
    }
}
