package chatlab.server.classroom;

import static chatlab.server.TestServer.LAB;
import static chatlab.server.TestServer.NEXT_DOOR;
import static org.assertj.core.api.Assertions.assertThat;

import chatlab.protocol.Event;
import chatlab.protocol.Verb;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table of all ways on which a word of a student can reach another screen, and what a mute, the hush and each lock do to it. The
 * word is {@code wombat}: it may be a text, a name, a room and a reason.
 */
class WaysOfWordsTest {
    private static final String WORD = "wombat";

    /** What an instructor has ordered. */
    private enum Order {
        NONE("ping ready"),
        MUTE("mute eve"),
        HUSH("hush on"),
        PRIVATE("lock private on"),
        ROOMS("lock rooms on"),
        NAMES("lock names on");

        private final String line;

        Order(String line) {
            this.line = line;
        }
    }

    /** The people that read the word. */
    private enum Readers {
        ALL,
        /** The one student that it was for. */
        ONE,
        INSTRUCTORS,
        NOBODY
    }

    /** Eve, as she sends the lines. */
    private enum Sender {
        RICH,
        PLAIN,
        RICH_GUEST,
        PLAIN_GUEST,
        /** Beside eve, from her address. */
        RICH_NEWCOMER,
        PLAIN_NEWCOMER
    }

    private static final EnumSet<Sender> NAMED = EnumSet.of(Sender.RICH, Sender.PLAIN);
    private static final EnumSet<Sender> GUESTS = EnumSet.of(Sender.RICH_GUEST, Sender.PLAIN_GUEST);
    private static final EnumSet<Sender> NEWCOMERS = EnumSet.of(Sender.RICH_NEWCOMER, Sender.PLAIN_NEWCOMER);

    /** Readers where no instructor has ordered anything, and the orders under which no person reads the word. */
    private record Way(
            String row, Set<Verb> verbs, Set<Sender> senders, Readers readers, Set<Order> stops, String lines) {
        Readers under(Order order) {
            return stops.contains(order) ? Readers.NOBODY : readers;
        }

        @Override
        public String toString() {
            return lines.replace("\n", "; ");
        }
    }

    // The rows of the table in the specification
    private static final String TEXT = "a text or paste to the room";
    private static final String PRIVATE_TEXT = "one to a student";
    private static final String STAFF_TEXT = "one to an instructor or `server`; the text of a hand; `did`";
    private static final String NAME = "a new name";
    private static final String FIRST_NAME = "the name that a newcomer or a guest chooses";
    private static final String ROOM = "a room that is opened";
    private static final String REASON = "the reason of `quit`";

    /** Reaches no other person, whatever is ordered: so it is not in the table of the specification. */
    private static final String NOTHING = "";

    private static final List<Way> WAYS = List.of(
            way(TEXT, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "wombat", Verb.SAY),
            way(TEXT, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "/say wombat", Verb.SAY),
            way(TEXT, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "// wombat", Verb.SAY),
            way(TEXT, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "/paste\nwombat\n.", Verb.PASTE),
            way(TEXT, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "/paste\nhi\nwombat\n.", Verb.PASTE),
            way(TEXT, EnumSet.of(Sender.PLAIN), Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "wombat without end"),
            way(
                    PRIVATE_TEXT,
                    NAMED,
                    Readers.ONE,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.PRIVATE),
                    "/msg bob wombat",
                    Verb.MSG),
            way(
                    PRIVATE_TEXT,
                    NAMED,
                    Readers.ONE,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.PRIVATE),
                    "/paste bob\nwombat\n.",
                    Verb.PASTE),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/msg ada wombat", Verb.MSG),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/msg ida wombat", Verb.MSG),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/msg server wombat", Verb.MSG),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/paste ada\nwombat\n.", Verb.PASTE),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/hand wombat", Verb.HAND),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/hand a\n/hand wombat\n/lower", Verb.HAND, Verb.LOWER),
            way(STAFF_TEXT, NAMED, Readers.INSTRUCTORS, none(), "/did wombat k3f9k3f9 3 read", Verb.DID),
            way(STAFF_TEXT, NEWCOMERS, Readers.INSTRUCTORS, none(), "/did wombat k3f9k3f9 3 predicted=b", Verb.DID),
            way(
                    NAME,
                    NAMED,
                    Readers.ALL,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.NAMES),
                    "/nick wombat\n/hand\n/say hi\n/drop\n/join kitchen\n/leave",
                    Verb.NICK,
                    Verb.DROP,
                    Verb.LEAVE),
            way(
                    NAME,
                    NAMED,
                    Readers.ALL,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.NAMES),
                    "/proto 1 wombat",
                    Verb.PROTO),
            way(FIRST_NAME, GUESTS, Readers.ALL, EnumSet.of(Order.MUTE), "/nick wombat", Verb.NICK),
            way(FIRST_NAME, GUESTS, Readers.ALL, EnumSet.of(Order.MUTE), "/proto 1 wombat", Verb.PROTO),
            way(FIRST_NAME, NEWCOMERS, Readers.ALL, EnumSet.of(Order.MUTE), "/nick wombat", Verb.NICK),
            way(FIRST_NAME, NEWCOMERS, Readers.ALL, EnumSet.of(Order.MUTE), "/proto 1 wombat\n/hand", Verb.PROTO),
            way(ROOM, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH, Order.ROOMS), "/join wombat", Verb.JOIN),
            way(
                    ROOM,
                    NEWCOMERS,
                    Readers.ALL,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.ROOMS),
                    "/join wombat",
                    Verb.JOIN),
            way(REASON, NAMED, Readers.ALL, EnumSet.of(Order.MUTE, Order.HUSH), "/quit wombat", Verb.QUIT),
            way(
                    NOTHING,
                    NAMED,
                    Readers.NOBODY,
                    none(),
                    lines(verb -> !verb.isForInstructor()
                            && !EnumSet.of(
                                            Verb.SAY,
                                            Verb.MSG,
                                            Verb.PASTE,
                                            Verb.NICK,
                                            Verb.PROTO,
                                            Verb.JOIN,
                                            Verb.HAND,
                                            Verb.QUIT,
                                            Verb.DID)
                                    .contains(verb)),
                    Verb.WHO,
                    Verb.ROOMS,
                    Verb.LEAVE,
                    Verb.HISTORY,
                    Verb.DROP,
                    Verb.THREADS,
                    Verb.LOWER,
                    Verb.HANDS,
                    Verb.POLL,
                    Verb.VOTE,
                    Verb.CLASS,
                    Verb.HELP,
                    Verb.PING,
                    Verb.PONG,
                    Verb.OP),
            way(
                    NOTHING,
                    NAMED,
                    Readers.NOBODY,
                    none(),
                    lines(Verb::isForInstructor) + "\n/lock private wombat\n/timer 5m wombat\n/poll wombat,b wombat?",
                    instructors()),
            way(
                    NOTHING,
                    NAMED,
                    Readers.NOBODY,
                    none(),
                    "/wombat\n/ping@wombat\n/msg wombat hi\n/paste wombat\nwombat\n.\n/nick wom bat wombat"));

    private static Way way(
            String row, Set<Sender> senders, Readers readers, Set<Order> stops, String lines, Verb... verbs) {
        return new Way(row, Set.of(verbs), senders, readers, stops, lines);
    }

    private static Set<Order> none() {
        return EnumSet.noneOf(Order.class);
    }

    private static Verb[] instructors() {
        return Arrays.stream(Verb.values()).filter(Verb::isForInstructor).toArray(Verb[]::new);
    }

    private static String lines(Predicate<Verb> wanted) {
        return Arrays.stream(Verb.values())
                .filter(wanted)
                .flatMap(verb -> Stream.of("/" + verb.word() + " wombat", "/" + verb.word() + " wombat wombat"))
                .collect(Collectors.joining("\n"));
    }

    /** Events in which a student reads words of another one; which instructors alone read; and which carry none. */
    private static final Set<String> READ_BY_STUDENTS =
            Set.of("MSG", "JOIN", "LEAVE", "NICK", "WHO", "ROOM", "HAND", "GONE");

    private static final Set<String> READ_BY_INSTRUCTORS = Set.of("DID", "THREAD", "NOTE", "UNDO");
    private static final Set<String> WITHOUT_WORDS =
            Set.of("HELLO", "END", "OK", "ERR", "PING", "PONG", "BYE", "POLL", "TIMER", "PREDICTIONS");

    @TempDir
    Path folder;

    @Test
    void eachCommandAndEachEventIsInTheTable() {
        Set<Verb> verbs = EnumSet.noneOf(Verb.class);
        WAYS.forEach(way -> verbs.addAll(way.verbs()));
        assertThat(verbs).containsExactlyInAnyOrder(Verb.values());
        Set<String> events = new TreeSet<>();
        addEvents(Event.class, events);
        Set<String> known = new TreeSet<>(READ_BY_STUDENTS);
        known.addAll(READ_BY_INSTRUCTORS);
        known.addAll(WITHOUT_WORDS);
        assertThat(events).isEqualTo(known);
    }

    private static void addEvents(Class<?> type, Set<String> names) {
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(part -> addEvents(part, names));
        } else {
            names.add(type.getSimpleName().toUpperCase(Locale.ROOT));
        }
    }

    /** The same table for readers of the specification. */
    @Test
    void tableOfTheSpecificationSaysTheSame() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Way way : WAYS) {
            if (!way.row().equals(NOTHING)) {
                String cells = Stream.of(Order.MUTE, Order.HUSH, Order.PRIVATE, Order.ROOMS, Order.NAMES)
                        .map(order -> way.stops().contains(order) ? "stops" : "")
                        .collect(Collectors.joining(" | "));
                String row = "| " + way.row() + " | " + cells + " |";
                assertThat(expected.put(way.row(), row)).as("ways of one row").isIn(null, row);
            }
        }
        List<String> specification = Files.readAllLines(Path.of("../protocol/README.md"));
        int head = specification.indexOf(
                "| words of a student | mute | hush | `lock private` | `lock rooms` | `lock names` |");
        assertThat(head).isPositive();
        List<String> rows = specification.subList(head + 2, head + 2 + expected.size()).stream()
                .map(row -> row.replaceAll(" +", " "))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(expected.values().stream()
                        .map(row -> row.replaceAll(" +", " "))
                        .toList());
    }

    static List<Arguments> ways() {
        List<Arguments> all = new ArrayList<>();
        for (Way way : WAYS) {
            for (Order order : Order.values()) {
                way.senders().forEach(sender -> all.add(Arguments.of(way, order, sender)));
            }
        }
        return all;
    }

    @ParameterizedTest(name = "{1}, {2}: {0}")
    @MethodSource("ways")
    void wordIsReadByThesePeopleAlone(Way way, Order order, Sender sender) throws Exception {
        try (Scene scene = new Scene(folder.resolve("transcript.txt"))) {
            Peer eve = scene.comes(sender);
            scene.order(order, order.line.replace("eve", scene.nameOfEve));
            if (NEWCOMERS.contains(sender)) {
                eve = scene.connect(sender == Sender.RICH_NEWCOMER);
            }
            send(eve, way.lines());
            scene.expect(way.under(order));
        }
    }

    private static void send(Peer eve, String lines) throws Exception {
        if (lines.endsWith(" without end")) {
            eve.sendRaw(lines);
            eve.endOutput();
        } else {
            eve.send((lines + "\n/ping done").split("\n"));
        }
        for (String line = eve.readLine(); line != null; line = eve.readLine()) {
            if (line.matches("PONG :done|\\* pong done")) {
                return;
            }
        }
    }

    private interface Step {
        void run(Scene scene) throws Exception;
    }

    /** What eve does before the order and after it. Under the orders {@code through} all read the word: the specification says so. */
    private record Evasion(String name, Sender sender, Set<Order> orders, Set<Order> through, Step before, Step after) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final EnumSet<Order> SILENCE = EnumSet.of(Order.MUTE, Order.HUSH);
    private static final Step NO_STEP = scene -> {};

    private static final List<Evasion> EVASIONS = List.of(
            evasion("changes its name, then speaks", scene -> scene.eve("/nick other\n/say wombat")),
            evasion("goes to another room, then speaks", scene -> scene.eve("/join kitchen\n/say wombat")),
            evasion("loses the connection and comes back by its token", scene -> {
                scene.eve.reset();
                scene.server.screen.awaitLine(".* eve has lost the connection, .*");
                scene.newClient(LAB, "/proto 1 eve " + scene.token + "\n/say wombat");
            }),
            evasion(
                    "comes by its token beside the old connection",
                    scene -> scene.newClient(LAB, "/proto 1 eve " + scene.token + "\n/say wombat")),
            evasion("quits and comes back", scene -> {
                scene.eve("/quit");
                scene.newClient(LAB, "/nick eve\n/say wombat");
            }),
            evasion("quits and comes back by its token", scene -> {
                scene.eve("/quit");
                scene.newClient(LAB, "/proto 1 eve " + scene.token + "\n/say wombat");
            }),
            evasion("quits and comes back under another name", scene -> {
                scene.eve("/quit");
                scene.newClient(LAB, "/nick mallory\nwombat");
            }),
            evasion("is kicked and comes back", scene -> {
                scene.server.type("kick eve");
                scene.eve.skipTo("BYE .*");
                scene.newClient(LAB, "/proto 1 eve\n/say wombat");
            }),
            evasion("is given another name", scene -> {
                scene.server.type("rename eve bert");
                scene.eve.skipTo("NOTE code=renamed .*");
                scene.eve("/say wombat");
            }),
            evasion("opens a second client", scene -> scene.newClient(LAB, "/nick mallory\n/say wombat")),
            evasion("opens a second client as a visitor", scene -> scene.newClient(LAB, "/class 3\nwombat")),
            new Evasion(
                    "opens a second client where another student is, too",
                    Sender.RICH,
                    SILENCE,
                    EnumSet.of(Order.MUTE),
                    scene -> scene.server.richFrom(LAB, "sue"),
                    scene -> scene.newClient(LAB, "/nick mallory\n/say wombat")),
            new Evasion(
                    "comes from another address under another name",
                    Sender.RICH,
                    SILENCE,
                    EnumSet.of(Order.MUTE),
                    NO_STEP,
                    scene -> scene.newClient(NEXT_DOOR, "/nick mallory\n/say wombat")),
            new Evasion(
                    "becomes another person, of which it has the token",
                    Sender.RICH,
                    SILENCE,
                    EnumSet.of(Order.MUTE),
                    scene -> scene.otherToken = scene.server
                            .arrive(scene.server.connectFrom(LAB), "mallory")
                            .token(),
                    scene -> scene.eve("/proto 1 mallory " + scene.otherToken + "\n/say wombat")),
            new Evasion(
                    "quits and comes back with the word as its name",
                    Sender.RICH,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.NAMES),
                    EnumSet.of(Order.HUSH, Order.NAMES),
                    NO_STEP,
                    scene -> {
                        scene.eve("/quit");
                        scene.newClient(LAB, "/nick wombat");
                    }),
            new Evasion(
                    "quits as a guest and comes as another guest",
                    Sender.RICH_GUEST,
                    SILENCE,
                    none(),
                    NO_STEP,
                    scene -> {
                        scene.eve("/quit");
                        scene.newClient(LAB, "/say wombat");
                    }),
            new Evasion(
                    "has begun a paste before",
                    Sender.PLAIN,
                    SILENCE,
                    none(),
                    scene -> scene.beginsPaste("/paste"),
                    scene -> scene.eve(".")),
            new Evasion(
                    "has begun a private paste before",
                    Sender.PLAIN,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.PRIVATE),
                    none(),
                    scene -> scene.beginsPaste("/paste bob"),
                    scene -> scene.eve(".")),
            new Evasion(
                    "has begun a paste to an instructor that loses its rights",
                    Sender.PLAIN,
                    EnumSet.of(Order.MUTE, Order.HUSH, Order.PRIVATE),
                    none(),
                    scene -> scene.beginsPaste("/paste ida"),
                    scene -> {
                        scene.server.type("deop ida");
                        scene.ida.skipTo("\\* You are no longer an instructor\\.");
                        scene.eve(".");
                    }),
            new Evasion(
                    "was called under the hush, before another turn",
                    Sender.RICH,
                    EnumSet.of(Order.HUSH),
                    none(),
                    scene -> scene.eve("/hand"),
                    scene -> {
                        scene.ada.send("/next", "/next@n");
                        scene.ada.skipTo("OK re=n .*");
                        scene.eve("/say wombat");
                    }),
            new Evasion(
                    "is called under the hush and speaks with its second client",
                    Sender.RICH,
                    EnumSet.of(Order.HUSH),
                    none(),
                    scene -> scene.eve("/hand"),
                    scene -> {
                        scene.ada.send("/next@n");
                        scene.ada.skipTo("OK re=n .*");
                        scene.newClient(LAB, "/nick mallory\n/say wombat");
                    }));

    /** Of a rich client, under a mute and the hush: no person reads the word. */
    private static Evasion evasion(String name, Step after) {
        return new Evasion(name, Sender.RICH, SILENCE, none(), NO_STEP, after);
    }

    static List<Arguments> evasions() {
        return EVASIONS.stream()
                .flatMap(evasion -> evasion.orders().stream().map(order -> Arguments.of(evasion, order)))
                .toList();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("evasions")
    void noEvasionTakesTheWordFurtherThanTheSpecificationSays(Evasion evasion, Order order) throws Exception {
        try (Scene scene = new Scene(folder.resolve("transcript.txt"))) {
            scene.comes(evasion.sender());
            evasion.before().run(scene);
            scene.order(order, order.line.replace("eve", scene.nameOfEve));
            evasion.after().run(scene);
            scene.expect(evasion.through().contains(order) ? Readers.ALL : Readers.NOBODY);
        }
    }

    /** A class, of which eve is at an address of her own. */
    private static final class Scene implements AutoCloseable {
        final TestServer server;
        private final Path transcript;
        private final Peer ada;
        private final Peer ida;
        private final Peer bob;
        private final Peer cyd;
        private final Peer dan;
        Peer eve;
        String nameOfEve = "eve";
        String token;
        String otherToken;

        Scene(Path transcript) throws Exception {
            this.transcript = transcript;
            this.server = TestServer.start(
                    "--flood=off",
                    "--grace-millis",
                    "0",
                    "--transcript",
                    transcript.toString(),
                    "--key",
                    TestServer.KEY);
            ada = server.instructor("ada");
            ida = server.plain("ida");
            server.type("op ida");
            ida.skipTo("\\* You are an instructor now\\..*");
            bob = server.rich("bob");
            cyd = server.plain("cyd");
            dan = server.rich("dan");
            dan.send("/join@j kitchen");
            dan.skipTo("OK re=j .*");
        }

        Peer connect(boolean rich) throws Exception {
            Peer peer = server.connectFrom(LAB);
            peer.skipTo("\\* CHAT/1 .*");
            if (rich) {
                peer.send("/proto 1");
                peer.skipTo("HELLO .*");
            }
            return peer;
        }

        /** Eve comes in, under her name or as a guest. */
        Peer comes(Sender sender) throws Exception {
            boolean guest = GUESTS.contains(sender);
            eve = server.connectFrom(LAB);
            String greeting = eve.readLine();
            if (guest) {
                nameOfEve = greeting.replaceFirst(".*You are (guest\\d+)\\..*", "$1");
                eve.send(sender == Sender.RICH_GUEST ? "/proto 1" : "", "/say hello", "/ping in");
            } else if (sender == Sender.PLAIN) {
                eve.send("/nick eve", "/ping in");
            } else {
                token = server.arrive(eve, "eve").token();
                eve.send("/ping in");
            }
            eve.skipTo("PONG :in|\\* pong in");
            return eve;
        }

        void eve(String lines) throws Exception {
            send(eve, lines);
        }

        void newClient(InetAddress address, String lines) throws Exception {
            send(server.connectFrom(address), lines);
        }

        void beginsPaste(String line) throws Exception {
            eve.send(line, "wombat");
            eve.skipTo("\\* Go on; .*");
        }

        /** Each instructor gives some of the orders: a rich client, a plain one, and the keyboard of the server. */
        void order(Order order, String line) throws Exception {
            if (order != Order.NONE) {
                switch (order.ordinal() % 3) {
                    case 0 -> ada.send("/" + line);
                    case 1 -> ida.send("/" + line);
                    default -> server.type(line);
                }
                eve.skipTo(".*( code=muted |has muted you|asks for silence|has locked ).*");
            }
            for (Peer peer : List.of(ada, ida, bob, cyd, dan)) { // what was said before is another matter
                linesOf(peer);
            }
        }

        /** Looks at all screens, at those of newcomers, too, and at the file. */
        void expect(Readers readers) throws Exception {
            List<String> asks = List.of("/rooms", "/who", "/history", "/hands", "/poll", "/class 3", "/threads");
            List<String> bobs = linesOf(bob, asks);
            List<String> cyds = linesOf(cyd, asks);
            List<String> newcomers = linesOf(server.rich("zoe"), asks);
            Peer zac = server.connect();
            zac.send("/nick zac");
            newcomers.addAll(linesOf(zac, asks));
            newcomers.addAll(linesOf(dan));
            List<String> instructors = linesOf(ada, List.of("/rooms", "/who", "/history", "/hands", "/progress"));
            assertThat(wordsOf(READ_BY_STUDENTS, bobs))
                    .as("events that bob reads")
                    .isTrue();
            assertThat(wordsOf(
                            READ_BY_STUDENTS,
                            newcomers.stream()
                                    .filter(line -> line.matches("[A-Z]+ .*"))
                                    .toList()))
                    .as("events that newcomers read")
                    .isTrue();
            Set<String> known = new TreeSet<>(READ_BY_STUDENTS);
            known.addAll(READ_BY_INSTRUCTORS);
            assertThat(wordsOf(known, instructors)).as("events that ada reads").isTrue();
            instructors.addAll(linesOf(ida, List.of("/rooms", "/who", "/history", "/hands", "/progress")));
            server.close(); // shows what there is to show
            instructors.addAll(server.screen.shown());
            boolean all = readers == Readers.ALL;
            assertThat(has(bobs)).as("bob, a rich client: %s", bobs).isEqualTo(all || readers == Readers.ONE);
            assertThat(has(cyds)).as("cyd, a plain client: %s", cyds).isEqualTo(all);
            assertThat(has(newcomers) && !all).as("newcomers: %s", newcomers).isFalse();
            assertThat(has(instructors))
                    .as("instructors: %s", instructors)
                    .isEqualTo(all || readers == Readers.INSTRUCTORS);
            List<String> kept = Files.readAllLines(transcript);
            if (readers == Readers.INSTRUCTORS) { // the file is theirs, and keeps what was reported of the course
                kept.removeIf(line -> line.startsWith("DID "));
            }
            assertThat(has(kept)).as("the transcript").isEqualTo(all);
        }

        private static boolean wordsOf(Set<String> events, List<String> lines) {
            return lines.stream()
                    .filter(line -> line.contains(WORD))
                    .allMatch(line -> events.contains(line.replaceFirst(" .*", "")));
        }

        private static boolean has(List<String> lines) {
            return lines.stream().anyMatch(line -> line.contains(WORD));
        }

        private List<String> linesOf(Peer peer) throws Exception {
            return linesOf(peer, List.of());
        }

        private List<String> linesOf(Peer peer, List<String> asks) throws Exception {
            for (String ask : asks) {
                peer.send(ask);
            }
            peer.send("/ping end");
            List<String> lines = new ArrayList<>();
            for (String line = peer.readLine(); !line.matches("PONG :end|\\* pong end"); line = peer.readLine()) {
                lines.add(line);
            }
            return lines;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
