package chatlab.server;

import chatlab.protocol.testing.Peer;
import chatlab.server.delivery.Connection;
import chatlab.server.log.Console;
import chatlab.server.session.Shared;
import chatlab.server.support.CannotStartException;
import chatlab.server.support.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A server in this process on a free port, and its clients, which are closed with it. */
public final class TestServer implements AutoCloseable {
    /** Addresses of two other machines, for {@link #connectFrom}. */
    public static final InetAddress LAB = address(3);

    public static final InetAddress NEXT_DOOR = address(4);

    /** As an instructor may choose it. */
    public static final String KEY = "open-sesame-1001";

    /** The time limits that a test does not set: on a busy machine, too, they are longer than the test. */
    private static final String TEN_MINUTES = "600000";

    private static final List<String> LIMITS = List.of(
            "--join-millis",
            "--line-millis",
            "--hint-millis",
            "--ping-millis",
            "--grace-millis",
            "--last-words-millis",
            "--worn-millis");

    private static final Pattern TOKEN = Pattern.compile(".* token=(\\S+) .*");

    public final ChatServer server;
    public final FakeScreen screen;
    private final List<Peer> peers = Collections.synchronizedList(new ArrayList<>());
    private boolean keyboardIsThere;

    private TestServer(ChatServer server, FakeScreen screen) {
        this.server = server;
        this.screen = screen;
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 1, 2, (byte) last});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Nobody enters without having said something, no lost client has left, and no person has had its name for long, unless
     * {@code options} set these times.
     */
    public static TestServer start(String... options) throws CannotStartException {
        return startAt(0, options);
    }

    /** The same at this port. */
    static TestServer startAt(int port, String... options) throws CannotStartException {
        FakeScreen screen = new FakeScreen();
        return new TestServer(ChatServer.start(settings(port, options), screen), screen);
    }

    /** The settings that {@link #start} uses. */
    public static Settings settings(String... options) {
        return settings(0, options);
    }

    private static Settings settings(int port, String... options) {
        List<String> arguments = new ArrayList<>(List.of("127.0.0.1", String.valueOf(port)));
        arguments.addAll(Arrays.asList(options));
        addDefault(arguments, "--transcript", "none");
        addDefault(arguments, "--discovery", "off");
        for (String limit : LIMITS) {
            addDefault(arguments, limit, TEN_MINUTES);
        }
        Settings settings = new Settings();
        new CommandLine(settings).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments.toArray(String[]::new));
        return settings;
    }

    private static void addDefault(List<String> arguments, String option, String value) {
        if (arguments.stream().noneMatch(argument -> argument.equals(option) || argument.startsWith(option + "="))) {
            arguments.add(option);
            arguments.add(value);
        }
    }

    public int port() {
        return server.port();
    }

    /** How many people are in the rooms. */
    public int countPeople() {
        int[] people = new int[1];
        server.services()
                .hall()
                .inOrder(() -> people[0] = server.services().hall().rooms().countPeople());
        return people[0];
    }

    /** A client that has connected and has read nothing yet. */
    public Peer connect() throws IOException {
        return keep(Peer.connect(port()));
    }

    /** The same, but the server sees it come from {@code address}. Not while other clients connect. */
    public Peer connectFrom(InetAddress address) throws IOException {
        try (ServerSocket door = new FarDoor(address)) {
            Peer peer = keep(Peer.connect(door.getLocalPort()));
            server.reception().admit(door.accept());
            return peer;
        }
    }

    private static final class FarDoor extends ServerSocket {
        private final InetAddress address;

        FarDoor(InetAddress address) throws IOException {
            super(0, 1, InetAddress.getByName("127.0.0.1"));
            this.address = address;
        }

        @Override
        public Socket accept() throws IOException {
            Socket socket = new Socket() {
                @Override
                public InetAddress getInetAddress() {
                    return address;
                }
            };
            implAccept(socket);
            return socket;
        }
    }

    /** A rich client that has read all up to its own JOIN. */
    public Peer rich(String name) throws IOException {
        return keep(Peer.rich(port(), name));
    }

    /** The same from {@code address}. */
    public Peer richFrom(InetAddress address, String name) throws IOException {
        Peer peer = connectFrom(address);
        peer.send("/proto 1 " + name);
        peer.skipTo("JOIN .* name=" + name + " .*");
        return peer;
    }

    /** A plain client that is in the lobby and has read all up to then. */
    public Peer plain(String name) throws IOException {
        return keep(Peer.plain(port(), name));
    }

    /** A rich client that has the instructor's rights. */
    public Peer instructor(String name) throws IOException {
        Peer peer = rich(name);
        type("op " + name);
        peer.skipTo("WHO name=" + name + " room=lobby state=op");
        return peer;
    }

    /** The instructor types at the server itself. */
    public void type(String line) {
        if (!keyboardIsThere) {
            keyboardIsThere = true;
            Thread keyboard = new Thread(new Keyboard(server, screen), "keyboard");
            keyboard.setDaemon(true);
            keyboard.start();
        }
        screen.type(line);
    }

    /** Comes with a name and perhaps a token, and reads up to HELLO. */
    public Arrival arrive(String nameAndToken) throws IOException {
        return arrive(connect(), nameAndToken);
    }

    /** The same over this connection. */
    public Arrival arrive(Peer peer, String nameAndToken) throws IOException {
        peer.send("/proto 1 " + nameAndToken);
        Matcher hello = TOKEN.matcher(peer.skipTo("HELLO .*"));
        hello.matches();
        return new Arrival(peer, hello.group(), hello.group(1));
    }

    /** A client that has read its HELLO, with the token in it. */
    public record Arrival(Peer peer, String hello, String token) {}

    private Peer keep(Peer peer) {
        peers.add(peer);
        return peer;
    }

    public Shared services() {
        return server.services();
    }

    public Console console() {
        return server.console();
    }

    @Override
    public void close() throws IOException {
        for (Peer peer : peers) {
            peer.close();
        }
        services().connections().get().forEach(Connection::close); // a reader may wait long before it sees the end
        server.close();
        screen.unplug();
    }
}
