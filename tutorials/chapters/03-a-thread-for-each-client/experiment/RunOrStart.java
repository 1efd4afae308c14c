import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Two servers that make a Thread for each client. One calls run() on it, the other one start(). */
public class RunOrStart {
    private static final int PATIENCE_MILLIS = 2000;

    public static void main(String[] args) throws IOException {
        System.out.println("With run():");
        adaAndBobCome(false);
        System.out.println("With start():");
        adaAndBobCome(true);
    }

    private static void adaAndBobCome(boolean start) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> acceptAll(server, start), "acceptor");
        acceptor.setDaemon(true); // the program may end while this thread waits
        acceptor.start();
        Socket ada = new Socket(server.getInetAddress(), server.getLocalPort());
        System.out.println("  ada comes in. She " + hears(ada));
        Socket bob = new Socket(server.getInetAddress(), server.getLocalPort());
        System.out.println("  bob comes in. He " + hears(bob));
    }

    private static void acceptAll(ServerSocket server, boolean start) {
        try {
            for (int number = 1; ; number++) {
                // begin thread
                Socket client = server.accept();
                Thread thread = new Thread(() -> serve(client), "client " + number);
                if (start) {
                    thread.start();
                } else {
                    thread.run();
                }
                // end thread
            }
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }

    // begin serve
    private static void serve(Socket client) {
        try (client) {
            PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
            out.println("the thread \"" + Thread.currentThread().getName() + "\" serves you");
            client.getInputStream().read(); // waits until the client writes something or leaves
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
    // end serve

    private static String hears(Socket client) throws IOException {
        client.setSoTimeout(PATIENCE_MILLIS);
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            return "hears: " + in.readLine();
        } catch (SocketTimeoutException e) {
            return "has heard nothing for 2 seconds.";
        }
    }
}
