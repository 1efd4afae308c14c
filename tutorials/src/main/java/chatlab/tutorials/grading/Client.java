package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client of the student's server, over a real socket on the loopback address. For one thread. */
public final class Client implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Socket socket;
    private final PatientLines lines;

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new PatientLines(socket);
    }

    /** Connects to 127.0.0.1, within three seconds. */
    public static Client connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket.connect(new InetSocketAddress(loopback, port), (int) PATIENCE.toMillis());
            return new Client(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a line, with "\n" at its end, in UTF-8. */
    public void send(String line) throws IOException {
        sendRaw((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these bytes and nothing else. */
    public void sendRaw(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Nothing more will be sent; it can still receive. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /**
     * The next line, without its end; null at the end of the stream, however the other side has ended it.
     *
     * @throws NoLine when none has come within three seconds. What has come of it by then is kept: it may be asked again
     */
    public String line() throws IOException {
        return line(PATIENCE);
    }

    /** As {@link #line()}, with a patience of one's own. */
    public String line(Duration patience) throws IOException {
        return lines.next(patience);
    }

    /** Whether nothing comes for so long, neither a byte nor the end. */
    public boolean silentFor(Duration time) throws IOException {
        return lines.silentFor(time);
    }

    /** This end's port. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Ends the connection the hard way: the other side sees "Connection reset", not the end of the stream. */
    public void reset() throws IOException {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException e) {
            // it is closed by now
        }
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
