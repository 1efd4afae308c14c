import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A terminal client: what is typed goes to the server, and what the server sends goes to the screen. */
public final class TwoInputs {
    private TwoInputs() {}

    public static void main(String[] args) throws IOException {
        chat(args[0], Integer.parseInt(args[1]));
        System.out.println("* It is over.");
    }

    /** Chats until the server ends the connection, or until the connection breaks. */
    public static void chat(String host, int port) throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        });
        try (Socket socket = new Socket(host, port)) {
            threads.submit(() -> {
                pass(System.in, socket.getOutputStream());
                socket.shutdownOutput();
                return null;
            });
            threads.submit(() -> {
                        pass(socket.getInputStream(), System.out);
                        return null;
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // the connection has broken
        } finally {
            threads.shutdown();
        }
    }

    /** Whole lines need no lines: bytes are passed on as they come, without decoding. */
    private static void pass(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[4096];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }
}
