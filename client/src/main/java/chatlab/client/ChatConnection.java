package chatlab.client;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.LineReader;
import chatlab.protocol.Utf8;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/** A connection to a server. One thread reads from it, any thread may send, close it or ask how much waits. */
public final class ChatConnection implements Closeable {
    private final Socket socket;
    private final InputStream in;
    private final LineReader lines;

    /** Guarded by {@code sending}: a line, and a paste with all its lines, goes out in one piece. */
    private final OutputStream out;

    private final Object sending = new Object();

    /**
     * Takes over a socket that is connected; closing this closes it.
     *
     * @throws IOException where the socket is not connected, or not any more
     */
    public ChatConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.lines = new LineReader(in, Chat1.SERVER_LINE);
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /**
     * The next line without its end, or null when the server has closed. Blocks until there is one. For the thread that
     * reads.
     *
     * @throws BadLineException for a line that is too long or not UTF-8; reading may go on
     * @throws java.net.SocketTimeoutException after the time of {@link #setTimeout}; nothing is lost, reading may go on
     * @throws IOException where the connection is lost or closed by {@link #close}, or the server sends an endless line
     */
    public String readLine() throws IOException, BadLineException {
        return lines.readLine();
    }

    /** Whether {@link #readLine} has an answer without waiting. For the thread that reads. */
    public boolean hasLine() {
        return lines.hasLine();
    }

    /**
     * How many bytes have arrived at this machine and were not read yet. The bytes that {@link #readLine} has fetched
     * beyond its line do not count; {@link #hasLine} tells of them.
     *
     * @throws IOException where this connection was closed by {@link #close}
     */
    public int bytesWaiting() throws IOException {
        return in.available();
    }

    /**
     * How many milliseconds {@link #readLine} waits for bytes before it throws a SocketTimeoutException; 0, as at the
     * beginning, is for ever. A wait under way is not changed.
     *
     * @throws SocketException where this connection was closed by {@link #close}
     */
    public void setTimeout(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    /**
     * Sends lines, each given without its end, in one piece: no other thread's line comes between them. Blocks while
     * the server does not read.
     *
     * @throws IOException where the connection is lost or closed; some of the bytes may have gone out
     */
    public void send(List<String> lines) throws IOException {
        write(Utf8.encode(String.join("\n", lines) + "\n"));
    }

    /** Sends one line, as {@link #send(List)} does. */
    public void send(String line) throws IOException {
        send(List.of(line));
    }

    /**
     * Sends bytes as they are, in one piece, for a client that has a thread of its own for that. Blocks while the
     * server does not read.
     *
     * @throws IOException where the connection is lost or closed; some of the bytes may have gone out
     */
    public void write(byte[] bytes) throws IOException {
        synchronized (sending) {
            out.write(bytes);
        }
    }

    /**
     * Tells the server that nothing more will come, and goes on listening.
     *
     * @throws IOException where the connection is lost or closed
     */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Whether this side has closed it. */
    public boolean isClosed() {
        return socket.isClosed();
    }

    /** Ends a blocked read or write of any thread, too. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // the socket is not used any more
        }
    }
}
