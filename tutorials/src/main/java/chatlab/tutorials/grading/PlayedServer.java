package chatlab.tutorials.grading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** The server's end of a connection to the student's client. */
public final class PlayedServer implements Closeable {
    private final Socket socket;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream(); // has a lock of its own
    private Thread reader; // guarded by this
    private volatile boolean ended;

    /** Of a client that has connected. */
    public PlayedServer(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
    }

    /** Sends this, and a line end behind it. */
    public void says(String text) throws IOException {
        sends(text + "\n");
    }

    /** Sends exactly this: lines, or a part of one. */
    public void sends(String text) throws IOException {
        try {
            socket.getOutputStream().write(text.getBytes(UTF_8));
        } catch (SocketException e) {
            // the client has hung up: the line will be missed on the screen
        }
    }

    /** Sends the end of the stream, and can still hear. */
    public void ends() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            // the client has hung up
        }
    }

    /** Resets the connection: the client sees "Connection reset". */
    public void breaks() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** All that has come. The reading begins with the first question: a thread that reads makes proofs slower. */
    public synchronized String heard() {
        if (reader == null) {
            reader = new Thread(this::read, "server");
            reader.setDaemon(true);
            reader.start();
        }
        return heard.toString(UTF_8);
    }

    /** How many lines of it are complete. */
    public long lines() {
        return heard().chars().filter(c -> c == '\n').count();
    }

    /** Whether the client has told that no more will come, or the connection is gone. */
    public boolean hasEnded() {
        heard();
        return ended;
    }

    private void read() {
        try {
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                heard.write(b);
            }
        } catch (IOException e) {
            // an end like any other
        }
        ended = true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
