import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** An echo server with one thread for all. ada comes and is silent, then bob comes and speaks. */
public class OneAtATime {
    private static final int PATIENCE_MILLIS = 2000;

    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serveAll(server), "server");
        thread.setDaemon(true); // the program ends although this thread never does
        thread.start();

        Socket ada = new Socket(server.getInetAddress(), server.getLocalPort());
        System.out.println("ada comes in and says nothing.");
        Socket bob = new Socket(server.getInetAddress(), server.getLocalPort());
        System.out.println("bob comes in. bob.isConnected() is " + bob.isConnected() + ".");
        new PrintWriter(bob.getOutputStream(), true, UTF_8).println("hello");
        System.out.println("bob has written hello, without an exception.");
        System.out.println("bob " + hears(bob));
        ada.close();
        System.out.println("ada leaves.");
        System.out.println("bob " + hears(bob));
    }

    // begin server
    private static void serveAll(ServerSocket server) {
        while (true) {
            try (Socket client = server.accept()) {
                echo(client);
            } catch (IOException e) {
                System.out.println(e.getMessage());
            }
        }
    }
    // end server

    private static void echo(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(line);
        }
    }

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
