package chatlab.cli.conform;

import chatlab.protocol.BadLineException;
import chatlab.protocol.LineReader;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One connection to a program under test. Records its bytes, and waits for a line only as long as it was told to. */
final class TestedConnection implements Closeable {
    private final Socket socket;
    private final String who;
    private final Traffic traffic;
    private final LineReader lines;
    private byte lastByte;
    private boolean endedWithCr;

    /** Takes over the socket. {@code who} names the connection in the record; a line has so many bytes at most. */
    TestedConnection(Socket socket, String who, Traffic traffic, int maxBytes) throws IOException {
        this.socket = socket;
        this.who = who;
        this.traffic = traffic;
        socket.setTcpNoDelay(true); // each write is a packet
        this.lines = new LineReader(new Recorded(socket.getInputStream()), maxBytes);
    }

    private final class Recorded extends FilterInputStream {
        Recorded(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            byte[] bytes = new byte[Math.max(0, count)];
            System.arraycopy(buffer, offset, bytes, 0, bytes.length);
            traffic.add(who + "<", bytes, bytes.length);
            for (byte b : bytes) {
                endedWithCr = b == '\n' ? lastByte == '\r' : endedWithCr;
                lastByte = b;
            }
            return count;
        }
    }

    void send(byte[] packet) throws IOException {
        traffic.add(who + ">", packet, packet.length);
        socket.getOutputStream().write(packet);
    }

    /** Sends each byte in a packet of its own. */
    void sendSingly(byte[] bytes) throws IOException {
        for (byte b : bytes) {
            send(new byte[] {b});
        }
    }

    /**
     * The next line, or null where the other side has closed or reset the connection.
     *
     * @throws SocketTimeoutException where the line is not complete after {@code patience}; a later call goes on
     * @throws BadLineException for a line that is too long or not UTF-8
     */
    String receive(Duration patience) throws IOException, BadLineException {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!lines.hasLine()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new SocketTimeoutException();
                }
                socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
                if (!lines.readMore()) {
                    traffic.note(who + " is closed");
                    return null;
                }
            }
        } catch (SocketException e) {
            traffic.note(who + " is reset");
            return null;
        }
        return lines.readLine();
    }

    /** Whether the last line end that came was CR LF. */
    boolean endedWithCr() {
        return endedWithCr;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
