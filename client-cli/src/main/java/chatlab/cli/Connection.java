package chatlab.cli;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.LineReader;
import chatlab.protocol.Utf8;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/** A connection to a server. One thread reads from it, any thread may send. */
final class Connection implements Closeable {
    private final Socket socket;
    private final LineReader lines;

    /** Guarded by {@code sending}: a line, and a paste with all its lines, goes out in one piece. */
    private final OutputStream out;

    private final Object sending = new Object();

    Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.lines = new LineReader(socket.getInputStream(), Chat1.SERVER_LINE);
        this.out = socket.getOutputStream();
        socket.setTcpNoDelay(true);
    }

    /** The next line, or null when the server has closed. For the thread that reads. */
    String readLine() throws IOException, BadLineException {
        return lines.readLine();
    }

    /** Whether {@link #readLine} has an answer without waiting. For the thread that reads. */
    boolean hasLine() {
        return lines.hasLine();
    }

    /** How long {@link #readLine} waits before it throws a SocketTimeoutException; 0 is for ever. */
    void setPatience(int millis) throws SocketException {
        socket.setSoTimeout(millis);
    }

    void send(List<String> lines) throws IOException {
        byte[] bytes = Utf8.encode(String.join("\n", lines) + "\n");
        synchronized (sending) {
            out.write(bytes);
        }
    }

    void send(String line) throws IOException {
        send(List.of(line));
    }

    /** Tells the server that nothing more will come, and goes on listening. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Ends a blocked read or write of any thread, too. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no use any more, which is what was wanted
        }
    }
}
