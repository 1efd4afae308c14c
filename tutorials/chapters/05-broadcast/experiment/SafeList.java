import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.List;

/** One thread broadcasts, another one lets people join and leave; the list of clients is "thread-safe". */
public class SafeList {
    private static final int TRIALS = 20;
    private static final int LINES = 1_000;

    /** The clients that stay. All of them write into one real socket; its reader does not matter here. */
    private static final int CLIENTS = 5;

    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket listener = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket socket = server.accept()) {
            Thread reader = new Thread(() -> readAll(listener), "listener");
            reader.setDaemon(true);
            reader.start();
            PrintWriter out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            System.out.println("A synchronizedList, and a loop over it:");
            report(out, SafeList::broadcast);
            System.out.println("The same, with synchronized (clients) around the loop:");
            report(out, SafeList::broadcastWithLock);
        }
    }

    private interface Broadcast {
        void send(List<PrintWriter> clients, String line);
    }

    // begin loop
    private static void broadcast(List<PrintWriter> clients, String line) {
        for (PrintWriter client : clients) {
            client.println(line);
        }
    }
    // end loop

    private static void broadcastWithLock(List<PrintWriter> clients, String line) {
        synchronized (clients) {
            for (PrintWriter client : clients) {
                client.println(line);
            }
        }
    }

    private static void report(PrintWriter out, Broadcast broadcast) throws InterruptedException {
        int failed = 0;
        RuntimeException cause = null;
        for (int i = 0; i < TRIALS; i++) {
            RuntimeException thrown = trial(out, broadcast);
            if (thrown != null) {
                failed++;
                cause = thrown;
            }
        }
        System.out.println("  failed in " + failed + " of " + TRIALS + " trials");
        if (cause != null) {
            System.out.println("  with " + cause);
        }
    }

    /** What has ended the broadcasting, or null when all lines were sent. */
    private static RuntimeException trial(PrintWriter out, Broadcast broadcast) throws InterruptedException {
        // begin list
        List<PrintWriter> clients = Collections.synchronizedList(new ArrayList<>());
        // end list
        clients.addAll(Collections.nCopies(CLIENTS, out));
        Thread visitor = new Thread(() -> joinAndLeave(clients, out), "visitor");
        visitor.start();
        try {
            for (int i = 0; i < LINES; i++) {
                broadcast.send(clients, "client 1: this is line " + i);
            }
            return null;
        } catch (ConcurrentModificationException e) {
            return e;
        } finally {
            visitor.interrupt();
            visitor.join();
        }
    }

    private static void joinAndLeave(List<PrintWriter> clients, PrintWriter out) {
        while (!Thread.currentThread().isInterrupted()) {
            clients.add(out);
            Thread.yield();
            clients.remove(out);
            Thread.yield();
        }
    }

    private static void readAll(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // the experiment is over
        }
    }
}
