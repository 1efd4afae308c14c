package chatlab.server.web;

import chatlab.protocol.testing.HangLimit;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A browser that shows the wall: reads the stream byte by byte from its socket, with the frames of HTTP around the events. */
public final class WallClient implements Closeable {
    private final Socket socket = new Socket();
    private final StringBuilder received = new StringBuilder();
    private int status;

    private WallClient() {}

    /** Asks for the stream, and reads nothing yet. */
    public static WallClient connect(int port, String... headers) throws IOException {
        WallClient client = new WallClient();
        client.socket.setReceiveBufferSize(16 * 1024);
        client.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client.socket.setSoTimeout(HangLimit.MILLIS);
        String request = "GET /wall/events HTTP/1.1\r\nHost: localhost\r\n";
        for (String header : headers) {
            request += header + "\r\n";
        }
        client.socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    public static WallClient withToken(int port, String token) throws IOException {
        return connect(port, "Authorization: Bearer " + token);
    }

    /** The status of the answer. */
    public int status() throws IOException {
        if (status == 0) {
            String head = line();
            status = Integer.parseInt(head.split(" ")[1]);
            while (!head.isEmpty()) {
                head = line();
            }
        }
        return status;
    }

    /** The next picture, which must be JSON. An empty line that only shows life is left out. */
    public JsonObject picture() throws IOException {
        status();
        String chunks = "";
        while (!chunks.endsWith("\n\n")) {
            chunks += chunk();
            if (chunks.equals(":\n\n")) {
                chunks = "";
            }
        }
        String json = chunks.replaceFirst("^data: ", "").strip();
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }

    /** Reads pictures until one is as wanted, and returns it. */
    public JsonObject until(Predicate<JsonObject> wanted) throws IOException {
        long begun = System.nanoTime();
        JsonObject picture = picture();
        while (!wanted.test(picture)) {
            if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(HangLimit.MILLIS)) {
                throw new AssertionError("no picture is as wanted; the last one: " + picture);
            }
            picture = picture();
        }
        return picture;
    }

    /** Reads to the end of the stream, which a reset may be. */
    public void awaitEnd() {
        try {
            status();
            while (true) {
                chunk();
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the stream does not end", e);
        } catch (IOException e) {
            // this is the end
        }
    }

    /** All that has been read. */
    public String received() {
        return received.toString();
    }

    /** RFC 9112, section 7.1. */
    private String chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        if (length == 0) {
            throw new IOException("the stream has ended");
        }
        String text = new String(bytes(length), StandardCharsets.UTF_8);
        received.append(text);
        line();
        return text;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 2 || line.charAt(line.length() - 1) != '\n') {
            line.append((char) bytes(1)[0]);
        }
        received.append(line);
        return line.substring(0, line.length() - 2);
    }

    private byte[] bytes(int count) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("the stream has ended");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
