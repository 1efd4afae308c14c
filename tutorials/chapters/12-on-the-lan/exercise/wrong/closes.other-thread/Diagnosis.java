import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds out why there is no way to a chat server, or that there is one. */
public final class Diagnosis {
    /** What can be the matter. */
    public enum Finding {
        UNKNOWN_HOST,
        NO_ANSWER,
        REFUSED,
        NO_GREETING,
        OTHER_SERVICE,
        CHAT_SERVER
    }

    private Diagnosis() {}

    /** Takes at most so many milliseconds for connecting and reading together, and leaves nothing open. */
    public static Finding of(String host, int port, int millis) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return Finding.UNKNOWN_HOST;
        }
        long deadline = System.nanoTime() + millis * 1_000_000L;
        FutureTask<Socket> attempt = new FutureTask<>(() -> new Socket(address, port));
        Thread thread = new Thread(attempt, "connects");
        thread.setDaemon(true);
        thread.start();
        Socket connected;
        try {
            connected = attempt.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return e.getCause() instanceof ConnectException ? Finding.REFUSED : Finding.NO_ANSWER;
        } catch (TimeoutException | InterruptedException e) {
            return Finding.NO_ANSWER; // the other thread still tries
        }
        try (Socket socket = connected) {
            String greeting = firstLine(socket, deadline);
            return greeting.startsWith("* CHAT/1 ") ? Finding.CHAT_SERVER : Finding.OTHER_SERVICE;
        } catch (IOException e) {
            return Finding.NO_GREETING;
        }
    }

    private static String firstLine(Socket socket, long deadline) throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new SocketTimeoutException("no whole line in time");
            }
            socket.setSoTimeout((int) left);
            int next = in.read();
            if (next < 0) {
                throw new IOException("the end, and no whole line");
            }
            if (next == '\n') {
                return line.toString(UTF_8);
            }
            line.write(next);
        }
    }
}
