import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Client;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.NoLine;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Checks a Farewell: bob ends in several ways, and the others must hear of it once. */
public final class Check implements Exercise {
    private Checks checks;

    @Override
    public void check(Checks checks) {
        this.checks = checks;
        checks.step("goodbye", this::goodbye);
        checks.step("reset", this::reset);
        checks.step("exception", this::exception);
        checks.step("failing-write", this::failingWrite);
        checks.step("two-failing-writes", this::twoFailingWrites);
    }

    private void goodbye() throws Exception {
        try (Room room = new Room()) {
            Guest ada = room.enter("ada");
            Guest bob = room.enter("bob");
            Guest cyd = room.enter("cyd");
            bob.client.send("hello");
            hears(ada, "bob: hello");
            hears(cyd, "bob: hello");
            bob.client.close();
            String line = ada.line();
            Checks.that(
                    "spins-at-the-end",
                    line == null || !line.startsWith("bob:"),
                    Checks.quoted("bob has left"),
                    Checks.quoted(line) + ", although bob has said nothing more");
            Checks.equal("not-told", "bob has left", line);
            hearsFarewell("not-told", cyd, "bob");
            checkGone(room, bob);
            checkOnce(cyd, ada, "bob");
            checkPresent(room, "ada", "cyd");
        }
    }

    private void reset() throws Exception {
        try (Room room = new Room()) {
            Guest ada = room.enter("ada");
            Guest bob = room.enter("bob");
            Guest cyd = room.enter("cyd");
            bob.client.reset();
            hearsFarewell("reset-forgotten", ada, "bob");
            checkGone(room, bob);
            checkOnce(cyd, ada, "bob");
            checkPresent(room, "ada", "cyd");
        }
    }

    private void exception() throws Exception {
        try (Room room = new Room()) {
            Guest ada = room.enter("ada");
            Guest bob = room.enter("bob");
            Guest cyd = room.enter("cyd");
            bob.client.send(Room.FATAL);
            hearsFarewell("exception-forgotten", ada, "bob");
            checkGone(room, bob);
            checkOnce(cyd, ada, "bob");
            checkPresent(room, "ada", "cyd");
        }
    }

    private void failingWrite() throws Exception {
        try (Room room = new Room()) {
            Guest bob = room.enter("bob");
            Guest cyd = room.enter("cyd");
            Guest dan = room.enter("dan");
            Guest ada = room.enter("ada");
            bob.socket.broken = true;
            ada.client.send("hello");
            List<String> expected = List.of("ada: hello", "bob has left");
            checkHeard(room, cyd, expected);
            checkGone(room, bob);
            checkOnce(ada, cyd, "bob");
            checkPresent(room, "cyd", "dan", "ada");
        }
    }

    private void twoFailingWrites() throws Exception {
        try (Room room = new Room()) {
            Guest bob = room.enter("bob");
            Guest eve = room.enter("eve");
            Guest dan = room.enter("dan");
            Guest ada = room.enter("ada");
            bob.socket.broken = true;
            eve.socket.broken = true;
            ada.client.send("hello");
            checkHeard(room, dan, List.of("ada: hello", "bob has left", "eve has left"));
            checkGone(room, bob);
            checkGone(room, eve);
            checkOnce(ada, dan, "bob");
            checkPresent(room, "dan", "ada");
        }
    }

    private static void hears(Guest guest, String line) throws IOException {
        Checks.equal("not-told", line, guest.line());
    }

    private void hearsFarewell(String key, Guest guest, String who) throws Exception {
        String farewell = who + " has left";
        checks.within(key, () -> {
            try {
                Checks.equal(key, farewell, guest.line());
            } catch (NoLine e) {
                throw Checks.wrong(key, guest.name + " hears " + Checks.quoted(farewell), e.getMessage());
            }
        });
    }

    /** What is heard after a write has failed, in any order. */
    private void checkHeard(Room room, Guest guest, List<String> lines) throws Exception {
        List<String> missing = new ArrayList<>(lines);
        while (!missing.isEmpty()) {
            String key = missing.contains("ada: hello") ? "others-missed-it" : "write-error-swallowed";
            checks.within(key, () -> {
                String line = lineUnlessAdaHasGone(room, guest, key, missing);
                if (!missing.remove(line)) {
                    throw Checks.wrong(
                            lines.contains(line) ? "announced-twice" : key,
                            guest.name + " hears " + missing,
                            Checks.quoted(line));
                }
            });
        }
    }

    private static String lineUnlessAdaHasGone(Room room, Guest guest, String key, List<String> missing)
            throws IOException, InterruptedException {
        try {
            String line = guest.line();
            if ("ada has left".equals(line)) {
                room.awaitEnd("ada");
                throw blameForAda(room);
            }
            return line;
        } catch (NoLine e) {
            if (room.hasEnded("ada")) {
                throw blameForAda(room);
            }
            throw Checks.wrong(key, guest.name + " hears " + missing, e.getMessage());
        }
    }

    /** She has only said something, and now she is gone. */
    private static Error blameForAda(Room room) {
        String expected = "bob, who cannot be written to, leaves; ada stays";
        for (Throwable thrown : room.thrown) {
            if (thrown instanceof ConcurrentModificationException) {
                return Checks.wrong("removed-in-the-loop", expected, "ada has left; her thread was ended by " + thrown);
            }
        }
        return Checks.wrong("wrong-one-left", expected, "ada has left");
    }

    /** The thread of this client has ended, and its socket is closed. */
    private static void checkGone(Room room, Guest guest) throws InterruptedException {
        boolean ended = room.awaitEnd(guest.name);
        Checks.that(
                "left-open",
                ended && guest.socket.isClosed(),
                "the server closes " + guest.name + "'s socket",
                ended ? "serve() has come back, and the socket is open" : "serve() has not come back for him");
    }

    /** After everything that was to come, the next line that is heard is the one that the speaker sends now. */
    private static void checkOnce(Guest speaker, Guest listener, String who) throws IOException {
        speaker.client.send("anything else?");
        String line = listener.line();
        Checks.that(
                "announced-twice",
                !(who + " has left").equals(line),
                listener.name + " hears " + Checks.quoted(who + " has left") + " once",
                listener.name + " hears it twice");
        Checks.equal("not-told", speaker.name + ": anything else?", line);
    }

    private static void checkPresent(Room room, String... names) {
        Checks.equal("still-in-the-list", List.of(names), room.farewell.present());
    }

    /** A person in the room: the client, and the server's end of the same connection. */
    private static final class Guest {
        final String name;
        final Client client;
        final FragileSocket socket;

        Guest(String name, Client client, FragileSocket socket) {
            this.name = name;
            this.client = client;
            this.socket = socket;
        }

        void hearsOfJoining(String who) throws IOException {
            String line = client.line();
            while (isJoining(line) && !line.startsWith(who)) {
                line = client.line();
            }
            Checks.equal("not-told", who + " has joined", line);
        }

        /** Without lines about joining: a client that is in the list before the last one is announced hears of that, too. */
        String line() throws IOException {
            String line = client.line();
            while (isJoining(line)) {
                line = client.line();
            }
            return line;
        }

        private static boolean isJoining(String line) {
            return line != null && line.endsWith(" has joined");
        }
    }

    /** A server around the student's class. */
    private static final class Room implements AutoCloseable {
        static final String FATAL = "divide by zero";

        final Farewell farewell = new Farewell(Room::handle);
        final Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        private final List<Guest> guests = new ArrayList<>();
        private final List<Thread> threads = new ArrayList<>();
        private final FragileServerSocket server = new FragileServerSocket();

        Room() throws IOException {}

        private static String handle(String line) {
            if (FATAL.equals(line)) {
                throw new ArithmeticException("/ by zero");
            }
            return line;
        }

        /** Comes back when the others have been told. */
        Guest enter(String name) throws Exception {
            Client client = Client.connect(server.getLocalPort());
            FragileSocket socket = server.accept();
            Thread thread = new Thread(() -> farewell.serve(name, socket), name);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((dead, exception) -> thrown.add(exception));
            thread.start();
            threads.add(thread);
            awaitPresent(name);
            for (Guest other : guests) {
                other.hearsOfJoining(name);
            }
            Guest guest = new Guest(name, client, socket);
            guests.add(guest);
            return guest;
        }

        private void awaitPresent(String name) throws InterruptedException {
            Checks.that(
                    "still-in-the-list",
                    Checks.comesTrue(() -> farewell.present().contains(name)),
                    "present() names " + name + " once serve() was called",
                    farewell.present());
        }

        boolean awaitEnd(String name) throws InterruptedException {
            return Checks.comesTrue(() -> hasEnded(name));
        }

        boolean hasEnded(String name) {
            return !thread(name).isAlive();
        }

        private Thread thread(String name) {
            return threads.stream()
                    .filter(thread -> thread.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (Guest guest : guests) {
                guest.client.close();
            }
        }
    }

    private static final class FragileServerSocket extends ServerSocket {
        FragileServerSocket() throws IOException {
            super(0, 10, InetAddress.getLoopbackAddress());
        }

        @Override
        public FragileSocket accept() throws IOException {
            FragileSocket socket = new FragileSocket();
            implAccept(socket);
            return socket;
        }
    }

    /** Once it is broken, nothing can be written to it. It does not tell who reads from it. */
    private static final class FragileSocket extends Socket {
        volatile boolean broken;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    checkWhole();
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    checkWhole();
                    out.write(bytes, offset, length);
                }
            };
        }

        private void checkWhole() throws SocketException {
            if (broken) {
                throw new SocketException("Broken pipe");
            }
        }
    }
}
