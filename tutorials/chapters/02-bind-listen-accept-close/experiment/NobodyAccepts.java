import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A server binds and listens, and does not call accept. How far do its clients come? */
public class NobodyAccepts {
    private static final int BACKLOG = 5;
    private static final int PATIENCE_MILLIS = 2000;
    private static final int MOST = 100; // for a system that keeps more clients waiting than it was asked to

    /** The connected clients. They stay connected until the program ends. */
    private static final List<Socket> clients = new ArrayList<>();

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        System.out.println("The server listens with a backlog of 5. It does not call accept.");
        int number = 1;
        while (number <= MOST && comesIn(number, server)) {
            number++;
        }

        System.out.println("Now the server calls accept, once.");
        Socket accepted = server.accept();
        BufferedReader in = new BufferedReader(new InputStreamReader(accepted.getInputStream(), UTF_8));
        System.out.println("  accept comes back at once. There is a line to read: " + in.readLine());
        comesIn(number, server);
    }

    // begin client
    private static boolean comesIn(int number, ServerSocket server) {
        try {
            Socket client = new Socket();
            client.connect(server.getLocalSocketAddress(), PATIENCE_MILLIS);
            client.getOutputStream().write(("hello from client " + number + "\n").getBytes(UTF_8));
            System.out.println("  client " + number + " is connected and has written hello");
            clients.add(client);
            return true;
        } catch (SocketTimeoutException e) {
            System.out.println("  client " + number + " has waited for 2 seconds and gives up");
        } catch (IOException e) {
            System.out.println("  client " + number + ": " + e.getMessage());
        }
        return false;
    }
    // end client
}
