import chatlab.tutorials.grading.Checks;
import chatlab.tutorials.grading.Exercise;
import chatlab.tutorials.grading.Hold;
import chatlab.tutorials.grading.MemorySocket;
import chatlab.tutorials.grading.Races;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Checks a Farewell. Bob ends in several ways; ada speaks, and the others listen. */
public final class Check implements Exercise {
    private static final String GONE = "bob has left";
    private static final String HELLO = "ada: <hello>";

    /** Where bob and the speaker stand in the list decides what a loop over it does. */
    private static final List<String> ORDERS =
            List.of("ada bob cyd dan", "bob ada cyd", "ada cyd bob dan", "cyd dan ada bob", "bob ada");

    @Override
    public void check(Checks checks) throws Exception {
        checks.step("heard", this::heard);
        checks.step("closes", () -> ends(Room::bobCloses, "bob closes his connection"));
        checks.step("reset", () -> ends(Room::bobIsReset, "bob's connection is reset"));
        checks.step("handler", this::handler);
        checks.step("failing-write", this::failingWrite);
        checks.step("reaches", this::reaches);
        checks.step("stays", this::stays);
        checks.step("meanwhile", this::meanwhile);
        checks.step("once", this::once);
        checks.step("present", this::present);
        checks.step("serve-ends", this::serveEnds);
    }

    private void heard() throws Exception {
        Room room = new Room("");
        room.enter("ada");
        room.enter("cyd");
        room.enter("bob");
        Checks.equal(
                List.of("cyd has joined", "bob has joined"), room.guest("ada").heard());
        Checks.equal(List.of("bob has joined"), room.guest("cyd").heard());
        room.forget();
        List<String> expected = new ArrayList<>();
        for (String line : List.of("hello", "", " a b ", "\u00fc \u20ac \ud83d\ude00")) {
            room.guest("bob").socket.clientSends(line);
            expected.add(("bob: <" + line + ">").stripTrailing());
        }
        for (Guest guest : List.of(room.guest("ada"), room.guest("cyd"))) {
            Checks.comesTrue(() -> guest.heard().size() >= expected.size());
            Checks.equal(expected, guest.heard());
        }
        Checks.that(
                room.guest("bob").heard().isEmpty(),
                "bob hears nothing of this",
                room.guest("bob").heard());
    }

    private void ends(Races.Call<Room> way, String when) throws Exception {
        for (String names : ORDERS) {
            Room room = new Room(names);
            if (names.startsWith("ada")) {
                room.guest("bob").socket.breakClose();
            }
            way.in(room);
            room.checkGoodbye("ada", when);
            room.checkGoodbye(names.contains("cyd") ? "cyd" : "ada", when);
        }
    }

    private void handler() throws Exception {
        for (Map.Entry<String, Throwable> fatal : Room.FATAL.entrySet()) {
            boolean isEvil = fatal.getValue() instanceof Evil;
            String when = "at bob's line the handler throws "
                    + (isEvil ? "an exception whose getMessage() throws one, too" : fatal.getValue());
            for (boolean failsToClose : new boolean[] {false, true}) {
                Room room = new Room("ada bob cyd");
                if (failsToClose) {
                    room.guest("bob").socket.breakClose();
                }
                room.guest("bob").socket.clientSends(fatal.getKey());
                room.checkGoodbye("ada", when);
                room.checkGoodbye("cyd", when);
            }
        }
    }

    private void failingWrite() throws Exception {
        int round = 0;
        for (String names : List.of("ada bob cyd dan", "bob ada cyd", "cyd dan ada bob", "cyd bob ada")) {
            for (String event : List.of("says a line", "joins", "closes her connection")) {
                Room room = new Room(event.equals("joins") ? names : names + " eve");
                room.breaks("bob", round++);
                room.eve(event);
                Guest cyd = room.guest("cyd");
                boolean isOver = event.equals("closes her connection");
                if (!isOver || Checks.comesTrue(() -> cyd.heard().contains("eve has left"))) { // so bob is written to
                    room.checkGoodbye("cyd", "bob cannot be written to, and eve " + event);
                }
            }
        }
    }

    private void reaches() throws Exception {
        int round = 0;
        for (String names : List.of("bob cyd ada dan", "cyd bob ada dan", "ada cyd bob dan", "ada dan cyd bob")) {
            Room room = new Room(names);
            room.breaks("bob", round++);
            room.guest("ada").socket.clientSends("hello");
            room.checkHeardOnce(HELLO, "when bob cannot be written to", List.of("cyd", "dan"));
            Room other = new Room(names);
            other.breaks("bob", round++);
            other.enter("eve");
            other.checkHeardOnce("eve has joined", "when bob cannot be written to", List.of("cyd", "dan", "ada"));
        }
        for (String names : List.of("bob eve ada cyd", "ada bob cyd eve", "cyd ada eve bob", "ada bob eve cyd")) {
            Room room = new Room(names);
            room.breaks("bob", round++);
            room.breaks("eve", round++);
            room.guest("ada").socket.clientSends("hello");
            room.checkHeardOnce(HELLO, "when bob and eve cannot be written to", List.of("cyd"));
        }
    }

    private void stays() throws Exception {
        int round = 0;
        for (String names : ORDERS) {
            for (String event : List.of("says a line", "closes her connection", "joins")) {
                Room room = new Room(event.equals("joins") ? names : names + " eve");
                room.breaks("bob", round++);
                room.eve(event);
                room.settle();
                Set<String> stay = new TreeSet<>(room.guests.keySet());
                stay.remove("bob");
                if (event.equals("closes her connection")) {
                    stay.remove("eve");
                }
                room.checkStay(stay, "bob cannot be written to, and eve " + event);
            }
        }
        for (Races.Call<Room> way : List.<Races.Call<Room>>of(Room::bobCloses, Room::bobIsReset, Room::bobIsFatal)) {
            Room room = new Room("ada bob cyd");
            way.in(room);
            room.settle();
            room.checkStay(Set.of("ada", "cyd"), "bob has ended");
        }
        newBobStays();
    }

    /** The old bob's thread comes out of its read only when a new bob is here. */
    private void newBobStays() throws Exception {
        Room room = new Room("ada bob cyd");
        Guest old = room.guest("bob");
        old.socket.holdReader();
        old.socket.breakOutput();
        room.guest("ada").socket.clientSends("hello");
        Checks.comesTrue(room.guest("ada").socket::isQuiet);
        boolean isGone = !room.farewell.present().contains("bob"); // many answers leave this to bob's own thread
        if (isGone) {
            room.enter("bob");
        }
        old.socket.releaseReader();
        room.settle();
        Checks.comesTrue(old.socket::isQuiet);
        if (isGone) {
            room.forget();
            room.guest("ada").socket.clientSends("hello");
            room.settle();
            room.checkStay(Set.of("ada", "bob", "cyd"), "the old bob has ended, and a new bob has come");
            room.checkHeardOnce(HELLO, "when the old bob has ended", List.of("bob"));
        }
    }

    private void meanwhile() throws Exception {
        Races<Room> races = new Races<>(() -> new Room("bob ada cyd dan"), room -> room.hold);
        Races.Verdict<Room> verdict = (room, thrown) -> {
            room.settle();
            room.checkHeardOnce(HELLO, "while others join and end", List.of("cyd", "dan"));
            room.checkStay(Set.of("ada", "cyd", "dan"), "others join and end while ada says a line");
        };
        races.add("first", Room::adaSays, "second", room -> room.enterNow("eve"), verdict);
        races.add("first", Room::adaSays, "second", Room::bobIsFatal, verdict);
        races.add("first", Room::bobIsFatal, "second", Room::adaSays, verdict);
        races.run();
    }

    private void once() throws Exception {
        Races<Room> races = new Races<>(() -> new Room("cyd bob ada dan", "bob"), room -> room.hold);
        Races.Verdict<Room> verdict = (room, thrown) -> {
            room.settle();
            for (String name : List.of("ada", "cyd", "dan")) {
                Guest guest = room.guest(name);
                List<String> threads = guest.writersOf(GONE);
                Checks.that(
                        Set.copyOf(threads).size() > 1 ? "announced-twice" : "",
                        threads.size() <= 1,
                        "one thread cannot write to bob, while his own one ends: " + name + " hears "
                                + Checks.quoted(GONE) + " only once",
                        threads.size() + " times, from the threads " + threads);
            }
        };
        races.add("first", Room::adaSays, "second", Room::bobIsFatal, verdict);
        races.add("first", Room::bobIsFatal, "second", Room::adaSays, verdict);
        races.add("first", Room::adaSays, "second", room -> room.says("cyd"), verdict);
        races.run();
    }

    private void present() throws Exception {
        Map<String, Races.Call<Room>> ways = new LinkedHashMap<>();
        ways.put("closed his connection", Room::bobCloses);
        ways.put("been reset", Room::bobIsReset);
        ways.put("made the handler throw an exception", Room::bobIsFatal);
        for (Map.Entry<String, Races.Call<Room>> way : ways.entrySet()) {
            Room room = new Room("ada bob cyd");
            room.checkPresent("ada", "bob", "cyd");
            way.getValue().in(room);
            Checks.comesTrue(() -> !room.guest("bob").thread.isAlive());
            if (!room.guest("bob").thread.isAlive()) {
                room.checkPresent("ada", "cyd");
            }
            room.enter("bob");
            room.checkPresent("ada", "bob", "cyd");
        }
    }

    private void serveEnds() throws Exception {
        for (Races.Call<Room> way : List.<Races.Call<Room>>of(
                Room::bobCloses, Room::bobIsReset, Room::bobIsEvil, Room::bobIsFatalWithAnError, Room::bobBreaks)) {
            Room room = new Room("ada bob cyd");
            way.in(room);
            Guest bob = room.guest("bob");
            boolean ended = Checks.comesTrue(() -> !bob.thread.isAlive() && bob.socket.isClosedNow());
            Checks.that(
                    ended,
                    "serve() for bob is over, and his socket is closed",
                    bob.state() + ", and his socket is " + (bob.socket.isClosedNow() ? "closed" : "open"));
        }
    }

    /** One client. */
    private static final class Guest {
        final MemorySocket socket;
        final Thread thread;
        private volatile String thrown;

        Guest(Room room, String name) {
            this.socket = new MemorySocket(room.hold);
            this.thread = new Thread(
                    () -> {
                        try {
                            room.farewell.serve(name, socket);
                        } catch (Throwable e) {
                            thrown = e instanceof Evil ? "what the handler has thrown" : e.toString();
                        } finally {
                            socket.served();
                        }
                    },
                    name);
            thread.setDaemon(true);
        }

        List<String> heard() {
            return socket.heard();
        }

        List<String> writersOf(String line) {
            List<String> lines = socket.heard();
            List<String> writers = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).equals(line)) {
                    writers.add(socket.writers().get(i));
                }
            }
            return writers;
        }

        boolean isHere() {
            return thread.isAlive() && !socket.isClosedNow();
        }

        /** What has become of serve(). */
        String state() {
            return "serve() for " + thread.getName()
                    + (thread.isAlive() ? " goes on" : thrown == null ? " has returned" : " has thrown " + thrown);
        }
    }

    /** What is written down about it at its end is written down in vain. */
    private static final class Evil extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    /** A chat, and its clients. */
    private static final class Room {
        static final Map<String, Throwable> FATAL = Map.of(
                "runtime", new ArithmeticException("runtime"),
                "error", new StackOverflowError("error"),
                "assertion", new AssertionError("assertion"),
                "memory", new OutOfMemoryError("memory"),
                "checked", new IOException("checked"),
                "throwable", new Throwable("throwable"),
                "evil", new Evil());

        static final List<Supplier<IOException>> FAILURES = List.of(
                () -> new SocketException("Broken pipe"),
                () -> new SocketTimeoutException("timed out"),
                () -> new IOException("no way"),
                () -> new InterruptedIOException("interrupted"),
                () -> new EOFException("no more"));

        final Hold hold = new Hold();
        final Farewell farewell = new Farewell(Room::handle);
        final Map<String, Guest> guests = Collections.synchronizedMap(new LinkedHashMap<>());

        Room(String names) {
            this(names, "");
        }

        /** @param broken the client that cannot be written to, or nothing */
        Room(String names, String broken) {
            for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
                enter(name);
            }
            forget();
            if (!broken.isEmpty()) {
                guest(broken).socket.breakOutput();
            }
        }

        private static String handle(String line) {
            if (line != null && FATAL.containsKey(line)) {
                Room.<RuntimeException>raise(FATAL.get(line));
            }
            return "<" + line + ">";
        }

        /** Java lets each exception through here, also an exception that a handler cannot declare. */
        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void raise(Throwable thrown) throws T {
            throw (T) thrown;
        }

        Guest guest(String name) {
            return guests.get(name);
        }

        void enter(String name) {
            Guest guest = new Guest(this, name);
            guests.put(name, guest);
            guest.thread.start();
            try {
                Checks.comesTrue(guest.socket::isQuiet);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void eve(String event) {
            switch (event) {
                case "joins" -> enter("eve");
                case "says a line" -> guest("eve").socket.clientSends("hello");
                default -> guest("eve").socket.clientCloses();
            }
        }

        /** The client can no longer be written to. How this shows differs from round to round. */
        void breaks(String name, int round) {
            guest(name).socket.breakOutput(FAILURES.get(round % FAILURES.size()));
            if (round % 2 == 1) {
                guest(name).socket.breakClose();
            }
        }

        /** The same, for a race. */
        void enterNow(String name) throws InterruptedException {
            Guest guest = new Guest(this, name);
            guests.put(name, guest);
            guest.thread.start();
            guest.socket.awaitQuiet();
        }

        void forget() {
            guests.values().forEach(guest -> guest.socket.forget());
        }

        void settle() throws InterruptedException {
            List<Guest> all = new ArrayList<>(guests.values());
            Checks.comesTrue(() -> all.stream().allMatch(guest -> guest.socket.isQuiet()));
        }

        void says(String name) throws InterruptedException {
            guest(name).socket.clientSends("hello");
            guest(name).socket.awaitQuiet();
        }

        void adaSays() throws InterruptedException {
            says("ada");
        }

        void bobCloses() throws InterruptedException {
            guest("bob").socket.clientCloses();
            guest("bob").socket.awaitQuiet();
        }

        void bobIsReset() throws InterruptedException {
            guest("bob").socket.resets();
            guest("bob").socket.awaitQuiet();
        }

        void bobIsFatal() throws InterruptedException {
            guest("bob").socket.clientSends("runtime");
            guest("bob").socket.awaitQuiet();
        }

        void bobIsEvil() throws InterruptedException {
            guest("bob").socket.clientSends("evil");
            guest("bob").socket.awaitQuiet();
        }

        void bobIsFatalWithAnError() throws InterruptedException {
            guest("bob").socket.clientSends("error");
            guest("bob").socket.awaitQuiet();
        }

        void bobBreaks() throws InterruptedException {
            breaks("bob", 1);
            adaSays();
        }

        void checkGoodbye(String listener, String when) throws InterruptedException {
            Guest guest = guest(listener);
            Checks.that(
                    Checks.comesTrue(() -> guest.heard().contains(GONE)),
                    when + ": " + listener + " hears " + Checks.quoted(GONE),
                    listener + " hears " + guest.heard() + ", and "
                            + guest("bob").state());
        }

        void checkHeardOnce(String line, String when, List<String> names) throws InterruptedException {
            for (String name : names) {
                Checks.comesTrue(() -> guest(name).heard().contains(line));
                Checks.that(
                        Collections.frequency(guest(name).heard(), line) == 1,
                        when + ", " + name + " hears " + Checks.quoted(line) + " once",
                        name + " hears " + guest(name).heard());
            }
        }

        void checkStay(Set<String> names, String when) {
            for (String name : new TreeSet<>(names)) {
                Checks.that(
                        guest(name).isHere(),
                        when + ": " + name + " stays",
                        guest(name).state() + ", and the socket is "
                                + (guest(name).socket.isClosedNow() ? "closed" : "open"));
            }
        }

        void checkPresent(String... names) {
            List<String> seen = farewell.present().stream().sorted().collect(Collectors.toList());
            Checks.that(
                    seen.equals(List.of(names)), "present() names " + List.of(names), "it names " + farewell.present());
        }
    }
}
