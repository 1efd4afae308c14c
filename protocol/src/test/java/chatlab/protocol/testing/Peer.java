package chatlab.protocol.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The test's end of a connection. The test says line by line what it sends and what it expects, and so reads like a transcript.
 *
 * <p>Everything that waits gives up after {@link HangLimit}, and the test fails.
 */
public final class Peer implements Closeable {
    private static final int AHEAD = 8192;

    private final Socket socket;
    private final InputStream in;

    /** Read ahead, since a call of the system for each byte would take most of the time of a test. */
    private final byte[] ahead = new byte[AHEAD];

    private int next;
    private int end;

    /** Takes over a socket that is connected. */
    public Peer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(HangLimit.MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Connects to this port of this machine. */
    public static Peer connect(int port) throws IOException {
        return new Peer(new Socket(InetAddress.getByName("127.0.0.1"), port));
    }

    /** Connects as a rich client of this name, and reads all lines up to its own JOIN. */
    public static Peer rich(int port, String name) throws IOException {
        Peer peer = connect(port);
        peer.send("/proto 1 " + name);
        peer.skipTo("JOIN room=\\S+ name=" + name + " .*");
        return peer;
    }

    /** Connects as a plain client of this name, and reads all lines until it is in the lobby. */
    public static Peer plain(int port, String name) throws IOException {
        Peer peer = connect(port);
        peer.send("/nick " + name, "/ping in"); // the name comes first, then the room
        peer.skipTo("\\* You are now " + name + "\\.");
        peer.skipTo("\\* pong in");
        return peer;
    }

    /** Sends lines, each with its LF, in one packet if they fit. */
    public void send(String... lines) throws IOException {
        sendBytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes as they are, one for each char of {@code text} up to U+00FF. */
    public void sendRaw(String text) throws IOException {
        sendBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void sendBytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** All lines up to {@code last}. */
    public List<String> linesUntil(String last) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = readLine(); !last.equals(line); line = readLine()) {
            assertThat(line).as("before " + last).isNotNull();
            lines.add(line);
        }
        return lines;
    }

    /** The next line, or null when the other side has closed. */
    public String readLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (next < end || readAhead()) {
            int from = next;
            while (next < end && ahead[next] != '\n') {
                next++;
            }
            line.write(ahead, from, next - from);
            if (next < end) {
                next++;
                return line.toString(StandardCharsets.UTF_8);
            }
        }
        assertThat(line.size()).as("bytes of a last line without its end").isZero();
        return null;
    }

    /** False when the other side has closed. */
    private boolean readAhead() throws IOException {
        int read = in.read(ahead);
        next = 0;
        end = Math.max(0, read);
        return read > 0;
    }

    /** All lines until the other side closes. */
    public List<String> readAll() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = readLine(); line != null; line = readLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** The next lines must be these. */
    public void expect(String... lines) throws IOException {
        for (String line : lines) {
            assertThat(readLine()).as("the next line").isEqualTo(line);
        }
    }

    /** The next line must match as a whole; returns it. */
    public String expectMatch(String regex) throws IOException {
        String line = readLine();
        assertThat(line).as("the next line").isNotNull().matches(regex);
        return line;
    }

    /** The next line must be {@code /verb@tag rest}, where {@code command} is {@code /verb rest}; returns the tag. */
    public String expectTagged(String command) throws IOException {
        int verbEnd = (command + " ").indexOf(' ');
        String line = readLine();
        assertThat(line).as("the next line").isNotNull().startsWith(command.substring(0, verbEnd) + "@");
        int tagEnd = (line + " ").indexOf(' ');
        assertThat(line.substring(0, verbEnd) + line.substring(tagEnd)).isEqualTo(command);
        return line.substring(verbEnd + 1, tagEnd);
    }

    /** Reads over lines until one matches as a whole; returns that one. */
    public String skipTo(String regex) throws IOException {
        Predicate<String> matches = Pattern.compile(regex).asMatchPredicate();
        List<String> skipped = new ArrayList<>();
        for (String line = readLine(); line != null; line = readLine()) {
            if (matches.test(line)) {
                return line;
            }
            skipped.add(line);
        }
        throw new AssertionError("closed before a line like " + regex + " came; there were " + skipped);
    }

    /** The other side must close without another line. */
    public void expectEnd() throws IOException {
        assertThat(readLine()).as("the end of what the other side sends").isNull();
    }

    /** Sends nothing more, and can still read. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes so that the other side sees "Connection reset". */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Its input lacks what this peer has read ahead. */
    public Socket socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
