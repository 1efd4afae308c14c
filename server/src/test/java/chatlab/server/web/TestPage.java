package chatlab.server.web;

import chatlab.protocol.testing.HangLimit;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import chatlab.server.support.Threads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import picocli.CommandLine;

/** The page of a room in this process, and raw requests to it. The kit that it serves is in the folder that the test gives. */
final class TestPage implements AutoCloseable {
    /** What the page has said to the instructor. */
    final List<String> notes;

    final LabPage page;
    private final ServerSocket room;
    private final Scheduler scheduler;

    private TestPage(LabPage page, ServerSocket room, Scheduler scheduler, List<String> notes) {
        this.page = page;
        this.room = room;
        this.scheduler = scheduler;
        this.notes = notes;
    }

    static TestPage start(Path kit, String... options) throws Exception {
        return start(kit, new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), options);
    }

    /** The page of a room on this socket, which is closed with it. */
    static TestPage start(Path kit, ServerSocket room, String... options) throws Exception {
        return start(kit, room, new PictureFeed(TestPage::emptyRoom), options);
    }

    /** A page that ends an answer after a write of so many milliseconds. */
    static TestPage impatient(Path kit, int patience) throws Exception {
        ServerSocket room = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        return start(kit, room, new PictureFeed(TestPage::emptyRoom), patience, "--web", "0");
    }

    static TestPage start(Path kit, ServerSocket room, PictureFeed feed, String... options) throws Exception {
        return start(kit, room, feed, HangLimit.MILLIS, options);
    }

    private static TestPage start(Path kit, ServerSocket room, PictureFeed feed, int patience, String... options)
            throws Exception {
        Settings settings = new Settings();
        new CommandLine(settings).parseArgs(options);
        List<String> notes = new CopyOnWriteArrayList<>();
        Threads threads = new Threads(Threads.Kind.PLATFORM, notes::add);
        LabPage page = LabPage.open(settings, room, threads, notes::add, new KitFiles(kit), feed, patience);
        Scheduler scheduler = new Scheduler(notes::add);
        page.start(scheduler);
        return new TestPage(page, room, scheduler, notes);
    }

    private static WallState emptyRoom() {
        return new WallState(
                0, Map.of("accept", "waiting"), List.of(), List.of(), null, new WallState.Course(0, List.of()));
    }

    /** Writes a file of random bytes into the folder. */
    static byte[] put(Path folder, String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(name.hashCode()).nextBytes(bytes);
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), bytes);
        return bytes;
    }

    String host() {
        return "127.0.0.1:" + page.port();
    }

    int roomPort() {
        return room.getLocalPort();
    }

    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new InetSocketAddress(room.getInetAddress(), page.port()));
        socket.setSoTimeout(HangLimit.MILLIS);
        return socket;
    }

    Answer get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1", "Host: " + host());
    }

    /** Sends these lines, and an empty one. */
    Answer ask(String... lines) throws IOException {
        return send((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends these bytes and nothing more, and reads to the end. */
    Answer send(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return Answer.read(socket.getInputStream());
        }
    }

    @Override
    public void close() throws IOException {
        page.close();
        scheduler.close();
        room.close();
    }

    /** An answer, or status 0 if there was none. The names of the headers are in small letters. */
    record Answer(int status, Map<String, String> headers, byte[] body) {
        static Answer read(InputStream in) throws IOException {
            byte[] all = readAll(in);
            String text = new String(all, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, Map.of(), all);
            }
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new LinkedHashMap<>();
            for (String line : List.of(lines).subList(1, lines.length)) {
                String[] parts = line.split(": ?", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            byte[] body = Arrays.copyOfRange(all, end + 4, all.length);
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), Collections.unmodifiableMap(headers), body);
        }

        /** A server that refuses a request may reset the connection, and what it has answered may be lost. */
        private static byte[] readAll(InputStream in) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            byte[] chunk = new byte[16 * 1024];
            try {
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    all.write(chunk, 0, count);
                }
            } catch (SocketException e) {
                // reset
            } catch (IOException e) {
                throw new AssertionError("no answer and no end", e);
            }
            return all.toByteArray();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
