import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ada and bob speak at the same time, each in a thread of the server; cyd and dan listen. Three ways to broadcast. */
public class TwoSpeakers {
    private static final int LINES = 5_000;

    /** Torn lines are rare, so we go on until there is one, but not for ever. */
    private static final int MANY_LINES = 500_000;

    /** Set by the listener that hears a torn line: then we have seen it, and the speakers stop. */
    private static final AtomicBoolean torn = new AtomicBoolean();

    private interface Broadcast {
        void send(List<PrintWriter> clients, String name, String text);
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        System.out.println("Three pieces for each line, no lock:");
        run(TwoSpeakers::inPieces, MANY_LINES);
        System.out.println("One println for each line, no lock:");
        run(TwoSpeakers::inLines, LINES);
        System.out.println("One println for each line, one lock for the whole broadcast:");
        run(TwoSpeakers::withLock, LINES);
    }

    // begin pieces
    private static void inPieces(List<PrintWriter> clients, String name, String text) {
        for (PrintWriter client : clients) {
            client.print(name);
            client.print(": ");
            client.println(text);
        }
    }
    // end pieces

    private static void inLines(List<PrintWriter> clients, String name, String text) {
        for (PrintWriter client : clients) {
            client.println(name + ": " + text);
        }
    }

    private static void withLock(List<PrintWriter> clients, String name, String text) {
        synchronized (clients) {
            for (PrintWriter client : clients) {
                client.println(name + ": " + text);
            }
        }
    }

    private static void run(Broadcast broadcast, int lines)
            throws IOException, InterruptedException, ExecutionException {
        torn.set(false);
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Socket cyd = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket toCyd = server.accept();
                Socket dan = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket toDan = server.accept()) {
            FutureTask<List<String>> cydHears = listen(cyd);
            FutureTask<List<String>> danHears = listen(dan);
            List<PrintWriter> clients = List.of(writerTo(toCyd), writerTo(toDan));
            Thread ada = speak("ada", lines, clients, broadcast);
            Thread bob = speak("bob", lines, clients, broadcast);
            ada.join();
            bob.join();
            toCyd.shutdownOutput();
            toDan.shutdownOutput();
            report(cydHears.get(), danHears.get());
        }
    }

    private static PrintWriter writerTo(Socket socket) throws IOException {
        return new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    private static Thread speak(String name, int lines, List<PrintWriter> clients, Broadcast broadcast) {
        Thread thread = new Thread(
                () -> {
                    for (int i = 1; i <= lines && !torn.get(); i++) {
                        broadcast.send(clients, name, "line " + i);
                    }
                },
                name);
        thread.start();
        return thread;
    }

    private static FutureTask<List<String>> listen(Socket socket) {
        FutureTask<List<String>> task = new FutureTask<>(() -> hear(socket));
        new Thread(task, "listener").start();
        return task;
    }

    private static List<String> hear(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (isTorn(line)) {
                torn.set(true);
            }
        }
        return lines;
    }

    private static boolean isTorn(String line) {
        return !line.matches("(ada|bob): line \\d+");
    }

    private static void report(List<String> cyd, List<String> dan) {
        if (torn.get()) {
            List<String> unlucky = cyd.stream().anyMatch(TwoSpeakers::isTorn) ? cyd : dan;
            String line =
                    unlucky.stream().filter(TwoSpeakers::isTorn).findFirst().orElseThrow();
            System.out.println("  line " + (unlucky.indexOf(line) + 1) + " was torn: " + line);
        } else {
            System.out.println("  none of " + cyd.size() + " lines was torn");
            System.out.println("  cyd and dan heard " + (cyd.equals(dan) ? "the same order" : "different orders"));
        }
    }
}
