import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Four ways to end, and two servers. Which clients are still in the server's list afterwards? */
public class Ghosts {
    /** The clients that are here. Guarded by itself. */
    private static final List<String> clients = new ArrayList<>();

    private interface Serve {
        void run(String name, Socket socket) throws IOException;
    }

    /** What ends a client: it is given the client's own socket, and the server's. */
    private interface End {
        void of(Socket client, Socket atServer) throws IOException;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.out.println("leave() after the loop, as in chapter 5:");
        tryAll(Ghosts::leaveAfterTheLoop);
        System.out.println("leave() in finally:");
        tryAll(Ghosts::leaveInFinally);
    }

    private static void leaveAfterTheLoop(String name, Socket socket) throws IOException {
        join(name);
        talk(socket);
        leave(name);
    }

    // begin finally
    private static void leaveInFinally(String name, Socket socket) throws IOException {
        join(name);
        try {
            talk(socket);
        } finally {
            leave(name);
        }
    }
    // end finally

    // begin talk
    private static void talk(Socket socket) throws IOException {
        Reader characters = new InputStreamReader(socket.getInputStream(), UTF_8);
        BufferedReader in = new BufferedReader(characters);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int dice = Integer.parseInt(line); // the line may be anything
            System.out.println("rolls " + dice + " dice");
        }
    }
    // end talk

    private static void join(String name) {
        synchronized (clients) {
            clients.add(name);
        }
    }

    private static void leave(String name) {
        synchronized (clients) {
            clients.remove(name);
        }
    }

    private static void tryAll(Serve serve) throws IOException, InterruptedException {
        tell("closes its socket", serve, (client, atServer) -> client.close());
        tell("is cut off (reset)", serve, (client, atServer) -> {
            client.setSoLinger(true, 0);
            client.close();
        });
        tell("sends \"six\" for a number", serve, (client, atServer) -> {
            client.getOutputStream().write("six\n".getBytes(UTF_8));
        });
        tell("is closed by another thread", serve, (client, atServer) -> atServer.close());
    }

    private static void tell(String what, Serve serve, End end) throws IOException, InterruptedException {
        clients.clear();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket atServer = server.accept()) {
            Thread thread = new Thread(() -> run(serve, atServer), "client");
            thread.setUncaughtExceptionHandler((dead, exception) -> {}); // we do not want to see it here
            thread.start();
            end.of(client, atServer);
            thread.join();
            System.out.printf("  %-29s%s%n", what, clients.isEmpty() ? "gone" : "a ghost stays in the list");
        }
    }

    private static void run(Serve serve, Socket socket) {
        try (socket) {
            serve.run("ada", socket);
        } catch (IOException e) {
            // the thread ends, as in the chat
        }
    }
}
