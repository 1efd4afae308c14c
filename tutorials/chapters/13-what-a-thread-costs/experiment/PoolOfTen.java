import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An echo server that serves its clients with a pool of ten threads. Eleven clients come. */
public class PoolOfTen {
    private static final int CLIENTS = 11;

    public static void main(String[] args) throws IOException, InterruptedException {
        // begin pool
        ExecutorService pool = Executors.newFixedThreadPool(10);
        // end pool
        List<Caller> callers = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread accept = new Thread(() -> acceptAll(server, pool), "accept");
            accept.setDaemon(true);
            accept.start();
            for (int i = 1; i <= CLIENTS; i++) {
                Caller caller = new Caller(server.getLocalPort());
                callers.add(caller);
                System.out.println("client " + i + " is connected, says hello, hears: " + caller.say("hello"));
            }
            System.out.println("Workers that wait in read() for their own client: " + workersInRead() + " of 10");
            callers.get(0).socket.close();
            System.out.println("client 1 has left. client 11 hears: "
                    + callers.get(CLIENTS - 1).hear());
        }
        for (Caller caller : callers) {
            caller.socket.close();
        }
        pool.shutdown();
    }

    private static void acceptAll(ServerSocket server, ExecutorService pool) {
        try {
            // begin accept
            while (true) {
                Socket client = server.accept();
                pool.execute(() -> echo(client));
            }
            // end accept
        } catch (IOException e) {
            // the experiment is over
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // this client is gone
        }
    }

    private static int workersInRead() {
        int count = 0;
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            if (entry.getKey().getName().startsWith("pool-")) {
                for (StackTraceElement frame : entry.getValue()) {
                    if (frame.getClassName().startsWith("java.net.Socket$")
                            && frame.getMethodName().equals("read")) {
                        count++;
                        break;
                    }
                }
            }
        }
        return count;
    }

    /** A client that does not wait for ever. */
    private static final class Caller {
        private final Socket socket;
        private final BufferedReader in;

        Caller(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(2000);
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String say(String words) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write((words + "\n").getBytes(StandardCharsets.UTF_8));
            return hear();
        }

        String hear() throws IOException {
            try {
                return in.readLine();
            } catch (SocketTimeoutException e) {
                return "nothing for two seconds";
            }
        }
    }
}
