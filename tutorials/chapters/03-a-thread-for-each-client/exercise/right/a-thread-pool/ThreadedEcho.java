import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Scanner;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

public final class ThreadedEcho implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket server = new ServerSocket();
    private final ExecutorService threads =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 0, TimeUnit.SECONDS, new SynchronousQueue<>());

    public ThreadedEcho() throws IOException {
        server.bind(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void acceptAll() throws IOException {
        try {
            for (int number = 1; ; number++) {
                Socket client = server.accept();
                String name = "client " + number;
                threads.execute(() -> {
                    Thread.currentThread().setName(name);
                    serve(client);
                });
            }
        } catch (SocketException e) {
            if (!server.isClosed()) {
                throw e;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            Scanner in = new Scanner(client.getInputStream(), UTF_8);
            OutputStream out = client.getOutputStream();
            for (int number = 1; in.hasNextLine(); number++) {
                out.write((number + ": " + in.nextLine() + "\n").getBytes(UTF_8));
            }
        } catch (IOException e) {
            System.out.println(Thread.currentThread().getName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
