import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** An echo server that numbers each client's lines, for many clients at once. */
public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();

    /** Listens on a free port of 127.0.0.1. */
    public ThreadedEcho() throws IOException {
        server.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getLocalPort();
    }

    /** Gives each client a thread with a name. Returns when the server was closed. */
    public void acceptAll() throws IOException {
        ThreadPoolExecutor crew = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), this::daemon);
        LongAdder arrivals = new LongAdder();
        try {
            Stream.generate(this::next).takeWhile(socket -> socket != GONE).forEach(socket -> {
                arrivals.increment();
                String badge = "client " + arrivals;
                CompletableFuture.runAsync(() -> wearing(badge, () -> serve(socket)), crew);
            });
        } finally {
            crew.shutdown(); // those at work go on
        }
    }

    private static final Socket GONE = new Socket();

    private Socket next() {
        while (true) {
            try {
                return server.accept();
            } catch (SocketException e) {
                if (server.isClosed()) {
                    return GONE;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "off duty");
        thread.setDaemon(true);
        return thread;
    }

    private static void wearing(String badge, Runnable work) {
        Thread me = Thread.currentThread();
        String before = me.getName();
        me.setName(badge);
        try {
            work.run();
        } finally {
            me.setName(before);
        }
    }

    /** Sends each line back with its number, until the client has ended its output. */
    private void serve(Socket client) {
        int[] count = {0};
        try (client;
                OutputStream bytes = client.getOutputStream();
                Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                Stream<String> lines = new BufferedReader(
                                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                        .lines()) {
            client.setTcpNoDelay(true);
            lines.sequential().map(line -> ++count[0] + ": " + line + "\r\n").forEach(answer -> {
                try {
                    out.append(answer).flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            System.err.println(e);
        }
    }

    /** No more clients can come. Clients that are connected stay connected. */
    @Override
    public void close() throws IOException {
        server.close();
    }
}
