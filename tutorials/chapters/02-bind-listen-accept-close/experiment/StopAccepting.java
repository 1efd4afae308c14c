import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** One thread waits in accept. Another one tries to stop it: first with interrupt, then with close. */
public class StopAccepting {
    public static void main(String[] args) throws IOException, InterruptedException {
        InetAddress here = InetAddress.getLoopbackAddress();
        ServerSocket server = new ServerSocket(0, 50, here);
        int port = server.getLocalPort();
        Socket ada = new Socket(here, port);
        Socket adasOtherEnd = server.accept();
        System.out.println("ada is in. A thread waits in accept for the next client.");

        // begin stop
        Thread waiter = new Thread(() -> waitForClient(server));
        waiter.start();

        System.out.println("interrupt():");
        waiter.interrupt();
        waiter.join(2000); // until it has ended, but no longer than 2 seconds
        System.out.println("  2 seconds later the thread " + (waiter.isAlive() ? "still waits." : "has ended."));

        System.out.println("close():");
        server.close();
        waiter.join(2000);
        // end stop
        System.out.println("  The thread " + (waiter.isAlive() ? "still waits." : "has ended."));

        new PrintWriter(adasOtherEnd.getOutputStream(), true, UTF_8).println("are you still there, ada?");
        BufferedReader in = new BufferedReader(new InputStreamReader(ada.getInputStream(), UTF_8));
        System.out.println("  ada, who came in before, reads: " + in.readLine());
        System.out.println("  bob, who comes now: " + comeIn(here, port));
        ada.close();
        adasOtherEnd.close();
    }

    // begin wait
    private static void waitForClient(ServerSocket server) {
        try {
            server.accept();
        } catch (IOException e) {
            System.out.println("  accept threw " + e);
        }
    }
    // end wait

    private static String comeIn(InetAddress address, int port) throws IOException {
        try (Socket bob = new Socket(address, port)) {
            return "connected to " + bob.getRemoteSocketAddress();
        } catch (ConnectException e) {
            return e.getMessage();
        }
    }
}
