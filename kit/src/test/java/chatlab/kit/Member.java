package chatlab.kit;

import chatlab.protocol.BadLineException;
import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of many clients in a room. A thread of its own reads every line as soon as it arrives. */
final class Member implements Closeable {
    private static final Pattern PLAIN = Pattern.compile("<(\\S+)(?: [-\\d :]+)?> (.*)");

    private final Socket socket;
    private final String name;
    private final SeenLines seen;
    private final Thread reader;
    private Event.Hello hello;

    private Member(int port, String name) throws IOException {
        this.socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
        this.name = name;
        this.seen = new SeenLines(name);
        this.reader = new Thread(this::read, "member " + name);
        socket.setTcpNoDelay(true);
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects, and waits for nothing. */
    static Member knocking(int port, String name) throws IOException {
        return new Member(port, name);
    }

    /** Enters as a rich client. */
    static Member rich(int port, String name) throws IOException, InterruptedException {
        Member member = new Member(port, name);
        try {
            member.comeIn("");
            return member;
        } catch (AssertionError | IOException | InterruptedException e) {
            member.close();
            throw e;
        }
    }

    /** Enters as a plain client. */
    static Member plain(int port, String name) throws IOException, InterruptedException {
        Member member = new Member(port, name);
        try {
            member.send("/nick " + name);
            member.expect("\\* You are now " + name + "\\.");
            member.send("/who"); // to know that the room was entered
            member.expect("\\* .* in lobby: .*");
            return member;
        } catch (AssertionError | IOException | InterruptedException e) {
            member.close();
            throw e;
        }
    }

    /** Enters as a rich client. The token, if there is one, proves that the name belongs to it. */
    void comeIn(String token) throws IOException, InterruptedException {
        expect("\\* CHAT/1 .*");
        send(("/proto 1 " + name + " " + token).strip());
        hello = (Event.Hello) Event.parse(expect("HELLO .*")).orElseThrow();
        expect("JOIN room=\\S+ name=" + name + " .*");
    }

    private void read() {
        try (socket) {
            LineReader lines = new LineReader(socket.getInputStream(), Chat1.SERVER_LINE);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                seen.add(line);
                if (line.matches("PING( :.*)?")) {
                    send("/pong"); // a test may take long on a busy machine
                }
            }
        } catch (IOException e) {
            // closed, or the server was killed
        } catch (BadLineException e) {
            seen.add("a line that cannot be read: " + e.code());
        } finally {
            seen.end();
        }
    }

    String name() {
        return name;
    }

    /** The address that the server sees. */
    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    /** The greeting of the server to a rich member. */
    Event.Hello hello() {
        return hello;
    }

    SeenLines seen() {
        return seen;
    }

    void send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Skips to the next line that matches as a whole; returns that one. */
    String expect(String regex) throws InterruptedException {
        return seen.expect(regex);
    }

    /** The history after this message; its END must not report a gap. */
    List<Event.Msg> history(long after) throws IOException, InterruptedException {
        List<Event.Msg> before = messages();
        send("/history@past after=" + after);
        expect("END re=past");
        List<Event.Msg> told = new ArrayList<>(messages());
        told.subList(0, before.size()).clear();
        told.removeIf(message -> !message.old());
        return told;
    }

    /** All messages that were seen, for a rich member. */
    List<Event.Msg> messages() {
        List<Event.Msg> messages = new ArrayList<>();
        for (String line : seen.all()) {
            Optional<Event> event = Event.parse(line);
            if (event.isPresent() && event.get() instanceof Event.Msg message) {
                messages.add(message);
            }
        }
        return messages;
    }

    /** All messages that this member has seen, each as {@code name: text}. */
    List<String> said() {
        List<String> said = new ArrayList<>();
        if (hello != null) {
            messages().forEach(message -> said.add(message.from() + ": " + message.text()));
            return said;
        }
        for (String line : seen.all()) {
            Matcher message = PLAIN.matcher(line);
            if (message.matches()) {
                said.add(message.group(1) + ": " + message.group(2));
            }
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static void closeAll(List<Member> members) throws IOException {
        for (Member member : members) {
            member.close();
        }
    }
}
