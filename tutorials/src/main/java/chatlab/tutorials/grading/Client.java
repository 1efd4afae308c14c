package chatlab.tutorials.grading;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A client of the student's server, over a real socket on the loopback address. For one thread. */
public final class Client implements Closeable {
    /** Where too many wait to be accepted, the system tries again: after one second, after three, and after seven. */
    private static final int CONNECT_MS = 15_000;

    private final Socket socket;
    private final PatientLines lines;

    private Client(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new PatientLines(socket);
    }

    /** Connects to 127.0.0.1. */
    public static Client connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket.connect(new InetSocketAddress(loopback, port), CONNECT_MS);
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
     * @throws NoLine when it is proven that none will come: nothing moves any more. What has come of it by then is kept
     */
    public String line() throws IOException {
        return lines.next();
    }

    /** Waits until something comes, or until nothing moves any more. True if then nothing has come, not even the end. */
    public boolean isSilent() throws IOException {
        return lines.isSilent();
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
