import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Socket;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One thread alone, the porter, has the list of the clients and writes to them. All other threads ask it, and wait for it. */
public final class Farewell {
    private final UnaryOperator<String> handler;

    /** Only the porter touches it: from a socket to its client's name. */
    private final Map<Socket, String> hall = new IdentityHashMap<>();

    private final ExecutorService porter = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "porter");
        thread.setDaemon(true);
        return thread;
    });

    public Farewell(UnaryOperator<String> handler) {
        this.handler = handler;
    }

    public void serve(String name, Socket socket) {
        try {
            ask(() -> {
                hall.put(socket, name);
                announce(socket, name + " has joined");
                return null;
            });
            try (Reader in = new InputStreamReader(socket.getInputStream(), UTF_8)) {
                talk(name, socket, in);
            }
        } catch (IOException e) {
            System.err.println(name + ": " + e);
        } finally {
            ask(() -> {
                remove(socket);
                return null;
            });
        }
    }

    private void talk(String name, Socket socket, Reader in) throws IOException {
        String line;
        while ((line = nextLine(in)) != null) {
            String words = handler.apply(line);
            ask(() -> {
                announce(socket, name + ": " + words);
                return null;
            });
        }
    }

    /** A line ends with \n or \r\n. A last one without an end counts, too. */
    private static String nextLine(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        int last = line.length() - 1;
        if (c == '\n' && last >= 0 && line.charAt(last) == '\r') {
            line.setLength(last);
        }
        return line.toString();
    }

    public List<String> present() {
        return ask(() -> new ArrayList<>(hall.values()));
    }

    private <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, porter).join(); // join() does not care about interrupt()
    }

    /** In the porter's thread. */
    private void remove(Socket socket) {
        String name = hall.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed all the same
        }
        if (name != null) {
            announce(socket, name + " has left");
        }
    }

    /** In the porter's thread. Goes through a copy: clients that cannot be written to leave after that. */
    private void announce(Socket about, String line) {
        List<Socket> lost = new ArrayList<>();
        for (Socket socket : List.copyOf(hall.keySet())) {
            if (socket != about && !write(socket, line)) {
                lost.add(socket);
            }
        }
        lost.forEach(this::remove);
    }

    private static boolean write(Socket socket, String line) {
        try {
            socket.getOutputStream().write((line + "\n").getBytes(UTF_8));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
