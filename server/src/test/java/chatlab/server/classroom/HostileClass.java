package chatlab.server.classroom;

import static chatlab.server.TestServer.LAB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Poll.State;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Verb;
import chatlab.protocol.testing.Peer;
import chatlab.server.TestServer;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.classroom.HostileLines.Sent;
import chatlab.server.support.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class of thirty hostile clients and of two that watch. One command comes after the other, so it is known for each word which
 * clients may read it. After each command: the watchers see the same hands and the same poll as the server; no text, count or
 * letter has reached a client that may not have it; no lock was passed; each tagged command had its one answer; nothing is larger than
 * its limit; and the server answers a ping.
 */
final class HostileClass implements AutoCloseable {
    private static final int CLIENTS = 30;

    /** After so many commands, all clients read what they were sent. */
    private static final int SWEEP = 25;

    private static final Pattern WORD = Pattern.compile("\\bw(\\d+)q\\b");
    private static final Pattern COUNTS = Pattern.compile("\\ba \\d+, b \\d+");

    private final Random random;
    private final HostileLines lines;
    private final TestServer server;
    private final Peer watcher;
    private final Peer plainWatcher;
    private final List<Client> clients = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    /** By the number of a command: the clients that may read its word. Client {@code CLIENTS} stands for the watchers. */
    private final Map<Integer, BitSet> readers = new HashMap<>();

    /** By the number of a command: what it was, and how things were before it, for the report of a fault. */
    private final Map<Integer, String> commands = new HashMap<>();

    // What the watcher knows
    private final Map<String, Integer> hands = new HashMap<>();
    private final Set<String> locks = new HashSet<>();
    private int lastPlace;
    private State poll = State.VOID;
    private boolean hushed;

    /** What an instructor has asked to show. */
    private final Set<String> shown = new HashSet<>();

    private int number;
    private String last = "";

    private static final class Client {
        private final int slot;
        private Peer peer;
        private boolean rich;
        private boolean fromLab;

        Client(int slot) {
            this.slot = slot;
        }
    }

    HostileClass(long seed) throws Exception {
        this.random = new Random(seed);
        this.lines = new HostileLines(random);
        this.server = TestServer.start("--flood=off", "--worn-millis=0", "--max-clients=200");
        this.watcher = server.rich("watcher");
        this.plainWatcher = server.plain("onlooker");
        for (int slot = 0; slot < CLIENTS; slot++) {
            clients.add(new Client(slot));
        }
    }

    void send(int commands) throws Exception {
        for (int i = 0; i < commands; i++) {
            number++;
            Client client = clients.get(random.nextInt(CLIENTS));
            if (client.peer == null) {
                connect(client);
            }
            switch (random.nextInt(20)) {
                case 0 -> goes(client);
                case 1 -> changeRights(client);
                default -> command(client);
            }
            letThemReadHands();
            look();
            check();
            if (number % SWEEP == 0) {
                for (Client other : clients) {
                    readUntilPong(other);
                }
                checkRegister();
            }
        }
    }

    // Coming and going

    private void connect(Client client) throws Exception {
        client.fromLab = random.nextInt(3) == 0;
        client.peer = client.fromLab ? server.connectFrom(LAB) : server.connect();
        while (clients.stream().anyMatch(other -> other != client && port(other) == port(client))) {
            client.peer.close(); // a client is known by its port
            client.peer = client.fromLab ? server.connectFrom(LAB) : server.connect();
        }
        client.peer.skipTo("\\* CHAT/1 .*");
        client.rich = random.nextBoolean();
        String name = "p" + client.slot;
        String token = tokens.isEmpty() ? "" : " " + lines.one(tokens);
        if (client.rich) {
            client.peer.send("/proto 1" + lines.one(List.of("", " " + name, " " + name, " " + name + token)));
        } else {
            client.peer.send(lines.one(List.of("/nick " + name, "/nick " + name, "/class 3", "/say hello")));
        }
        last = "a new client, " + client.slot;
        readUntilPong(client);
    }

    private static int port(Client client) {
        return client.peer == null ? 0 : client.peer.socket().getLocalPort();
    }

    private void goes(Client client) throws Exception {
        last = "client " + client.slot + " goes";
        if (client.peer == null) {
            return;
        }
        if (random.nextBoolean()) {
            String peer = peer(client);
            client.peer.reset();
            await().until(() -> find(peer) == null); // the server has noticed it
        } else {
            client.peer.send("/quit " + HostileLines.word(number));
            readers.put(number, mayRead(client, person(client), new Sent(Verb.QUIT, "", List.of(), 0)));
            client.peer.readAll().forEach(line -> checkLine(client.slot, line));
            client.peer.close();
        }
        client.peer = null;
    }

    private void changeRights(Client client) {
        last = "other rights for client " + client.slot;
        Hall hall = server.services().hall();
        hall.inOrder(() -> {
            Person person = find(client);
            long instructors =
                    hall.roster().all().stream().filter(Person::isInstructor).count();
            if (person == null) {
                return;
            }
            if (person.isInstructor()) {
                makeStudent(person);
            } else if (instructors < 4) {
                server.services().moderation().makeInstructor(hall.server(), person);
                server.services().classroom().greetInstructor(person);
            }
        });
    }

    private void makeStudent(Person person) {
        try {
            server.services().moderation().makeStudent(server.services().hall().server(), person);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** All clients go, and the server forgets the people that were lost. */
    void closeClients() throws Exception {
        for (Client client : clients) {
            if (client.peer != null) {
                client.peer.close();
                client.peer = null;
            }
        }
        await().until(
                        () -> { // a client is lost only after its connection is
                            server.services().hall().inOrder(this::forgetTheLost);
                            return people().size() == 2;
                        });
        look();
        assertThat(people()).containsExactlyInAnyOrder("watcher", "onlooker");
        assertThat(hands).isEmpty();
        check();
    }

    private void forgetTheLost() {
        Hall hall = server.services().hall();
        for (String name : people()) {
            if (hall.roster().find(name).orElseThrow().isLost()) {
                try {
                    server.services().moderation().free(hall.server(), new InstructorCommand.Free(name));
                } catch (RefusedException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** The names of all people, lost ones too. */
    private List<String> people() {
        List<String> names = new ArrayList<>();
        server.services()
                .hall()
                .inOrder(() -> server.services()
                        .hall()
                        .roster()
                        .all()
                        .forEach(person -> names.add(person.name().shown())));
        return names;
    }

    /** The names of the people that have a client: after a while most of all people are lost, and many are muted. */
    private List<String> peopleHere() {
        List<String> names = new ArrayList<>();
        server.services()
                .hall()
                .inOrder(() -> slots().keySet()
                        .forEach(person -> names.add(person.name().shown())));
        names.sort(null); // the order in a HashMap is another one each time
        return names;
    }

    // Commands

    private void command(Client client) throws Exception {
        if (client.peer == null) {
            return;
        }
        if (random.nextInt(100) == 0) {
            List<String> reports = lines.reports(client.fromLab ? "lab" : "s");
            last = "many reports of client " + client.slot;
            client.peer.send(reports.toArray(String[]::new));
            readUntilPong(client);
            return;
        }
        List<String> names = random.nextInt(4) == 0 ? people() : peopleHere();
        names.removeAll(List.of("watcher", "onlooker"));
        boolean tagged = client.rich && random.nextInt(4) != 0;
        Sent sent = lines.line(number, tagged, names, tokens);
        last = "command " + number + " of client " + client.slot + ", " + sent.lines();
        Before before = before(client);
        readers.put(number, mayRead(client, before.person(), sent));
        commands.put(number, last + " as " + before + ", hush " + hushed + ", locks " + locks);
        if (sent.verb() == Verb.SHOW && before.isInstructor()) {
            shown.add(sent.lines().get(0).replaceFirst(".* ", ""));
        }
        client.peer.send(sent.lines().toArray(String[]::new));
        List<String> received = readUntilPong(client);
        boolean wasSentAway = received.stream().anyMatch(line -> line.startsWith("BYE code="));
        if (tagged && sent.verb() != null && !wasSentAway) {
            checkAnswers(sent, received);
        }
        client.rich |= sent.verb() == Verb.PROTO;
        checkLocks(before, sent);
    }

    /** The person of a client, and its name and place, before it sends a command. */
    private record Before(Person person, boolean isInstructor, boolean hasChosen, String name, String room) {}

    private Before before(Client client) {
        Before[] before = new Before[1];
        server.services().hall().inOrder(() -> {
            Person person = find(client);
            before[0] = person == null
                    ? new Before(null, false, false, "", "")
                    : new Before(
                            person,
                            person.isInstructor(),
                            !person.isGuest(),
                            person.name().shown(),
                            room(person));
        });
        return before[0];
    }

    private static String room(Person person) {
        return person.room() == null ? "lobby" : person.room().name().shown();
    }

    /** The person that this client speaks for; null before it has entered. */
    private Person find(Client client) {
        return find(peer(client));
    }

    private static String peer(Client client) {
        return (client.fromLab ? LAB.getHostAddress() : "127.0.0.1") + ":" + port(client);
    }

    private Person find(String peer) {
        Person[] found = new Person[1];
        server.services()
                .hall()
                .inOrder(() -> found[0] = server.services().hall().roster().all().stream()
                        .filter(person -> person.peer().equals(peer) && person.room() != null)
                        .findFirst()
                        .orElse(null));
        return found[0];
    }

    private Person person(Client client) {
        return before(client).person();
    }

    /** The clients that may read the word of this command: the rules of the specification, told once more. */
    private BitSet mayRead(Client client, Person before, Sent sent) {
        Person person = sent.verb() == Verb.PROTO ? meant(sent.lines().get(0), before) : before;
        BitSet self = new BitSet();
        self.set(client.slot);
        if (person == null || sent.verb() == null) {
            return everyone(); // a newcomer may choose a name; noise has no word, or goes to the client itself
        }
        BitSet[] may = {self};
        server.services().hall().inOrder(() -> {
            boolean instructor = person.isInstructor();
            boolean muted = person.state().contains("muted");
            boolean silent = !instructor
                    && (muted
                            || hushed
                                    && person
                                            != server.services()
                                                    .hall()
                                                    .silence()
                                                    .floor());
            boolean chosen = !person.isGuest();
            BitSet instructors = slots(slots(), Person::isInstructor);
            instructors.or(self);
            may[0] = switch (sent.verb()) {
                case SAY, QUIT -> silent ? self : everyone();
                case PASTE ->
                    sent.target().isEmpty() ? silent ? self : everyone() : privately(person, sent, silent, self);
                case MSG -> privately(person, sent, silent, self);
                case HAND -> instructors;
                case NICK -> free(instructor, muted, hushed && chosen || locks.contains("names") && chosen, self);
                case PROTO -> free(instructor, muted, hushed && chosen || locks.contains("names") && chosen, self);
                case JOIN -> free(instructor, muted, hushed || locks.contains("rooms"), self);
                default ->
                    sent.verb().isForInstructor() || sent.verb() == Verb.POLL ? instructor ? everyone() : self : self;
            };
        });
        return may[0];
    }

    /** With the token of a lost person the client becomes that one, and then chooses the name. */
    private Person meant(String proto, Person before) {
        String[] words = proto.split(" ");
        Person[] meant = {before};
        server.services()
                .hall()
                .inOrder(() -> server.services().hall().roster().all().stream()
                        .filter(person -> words.length == 4
                                && person.isLost()
                                && person.token().equals(words[3]))
                        .findFirst()
                        .ifPresent(person -> meant[0] = person));
        return meant[0];
    }

    private static BitSet free(boolean instructor, boolean muted, boolean stopped, BitSet self) {
        return instructor || !muted && !stopped ? everyone() : self;
    }

    private BitSet privately(Person person, Sent sent, boolean silent, BitSet self) {
        Optional<Person> target = server.services().hall().roster().find(sent.target());
        boolean stopped = silent || !person.isInstructor() && locks.contains("private");
        BitSet may = target.isEmpty() || stopped && !target.get().isInstructor()
                ? new BitSet()
                : slots(slots(), other -> other == target.get());
        may.or(self);
        return may;
    }

    private static BitSet slots(Map<Person, Integer> people, Predicate<Person> wanted) {
        BitSet slots = new BitSet();
        people.forEach((person, slot) -> {
            if (wanted.test(person)) {
                slots.set(slot);
            }
        });
        return slots;
    }

    /** The people of the clients, and their places in the list of these. */
    private Map<Person, Integer> slots() {
        Map<String, Integer> slots = new HashMap<>();
        clients.stream().filter(client -> client.peer != null).forEach(client -> slots.put(peer(client), client.slot));
        Map<Person, Integer> people = new HashMap<>();
        server.services().hall().roster().all().stream()
                .filter(person -> person.room() != null && slots.containsKey(person.peer()))
                .forEach(person -> people.put(person, slots.get(person.peer())));
        return people;
    }

    private static BitSet everyone() {
        BitSet all = new BitSet();
        all.set(0, CLIENTS + 1);
        return all;
    }

    private void checkAnswers(Sent sent, List<String> received) {
        long answers = received.stream()
                .filter(line -> line.matches(".* re=t" + number + "( .*)?"))
                .count();
        if (sent.verb() == Verb.PONG) {
            assertThat(answers).as(last).isZero();
        } else if (sent.verb() == Verb.PASTE) {
            assertThat(answers).as(last).isIn(1L, (long) sent.texts());
        } else {
            assertThat(answers).as(last + ": " + received).isEqualTo(1);
        }
    }

    private void checkLocks(Before before, Sent sent) {
        if (before.person() == null || before.isInstructor()) {
            return;
        }
        server.services().hall().inOrder(() -> {
            Person person = before.person();
            boolean here = !person.isLost() && person.room() != null;
            if (here && locks.contains("names") && before.hasChosen()) {
                assertThat(person.name().shown()).as(last).isEqualTo(before.name());
            }
            if (here && locks.contains("rooms")) {
                assertThat(room(person)).as(last).isIn(before.room(), "lobby");
            }
            if (here && before.hasChosen() && person.state().contains("muted") && sent.verb() != Verb.RENAME) {
                assertThat(person.name().shown()).as(last).isEqualTo(before.name());
            }
        });
    }

    // What is received

    /** All lines up to the answer to a ping; the client is gone where that does not come. */
    private List<String> readUntilPong(Client client) throws IOException {
        List<String> received = new ArrayList<>();
        if (client.peer == null) {
            return received;
        }
        boolean answered = false;
        try {
            client.peer.send("/ping d" + number);
            String line = client.peer.readLine();
            while (line != null && !answered) {
                received.add(line);
                answered = line.matches("PONG :d" + number + "|\\* pong d" + number);
                line = answered ? null : client.peer.readLine();
            }
        } catch (IOException e) {
            // the server has closed the connection before
        }
        letThemReadHands();
        received.forEach(line -> checkLine(client.slot, line));
        if (!answered) {
            client.peer.close();
            client.peer = null;
        }
        return received;
    }

    /** Some may have become instructors only now, or the person itself may have another client. */
    private void letThemReadHands() {
        Hall hall = server.services().hall();
        hall.inOrder(() -> {
            Map<Person, Integer> people = slots();
            BitSet instructors = slots(people, Person::isInstructor);
            for (ClassroomEvent.Hand hand :
                    server.services().classroom().hands().inLine()) {
                Matcher word = WORD.matcher(hand.text());
                if (word.find()) {
                    BitSet may = readers.get(Integer.parseInt(word.group(1)));
                    may.or(instructors);
                    may.or(slots(people, person -> person.name().shown().equals(hand.name())));
                }
            }
        });
    }

    private void look() throws IOException {
        for (Peer peer : List.of(watcher, plainWatcher)) {
            peer.send("/ping look");
            for (String line = peer.readLine(); !line.matches("PONG :look|\\* pong look"); line = peer.readLine()) {
                checkLine(CLIENTS, line);
                if (peer == watcher) {
                    see(line, Event.parse(line).orElseThrow());
                }
            }
        }
    }

    private void see(String line, Event event) {
        if (event instanceof ClassroomEvent.Hand hand) {
            see(line, hand);
        } else if (event instanceof ClassroomEvent.Poll now) {
            boolean follows = now.state() == State.OPEN
                    || now.state() == State.VOID
                    || poll == State.OPEN
                    || poll == State.CLOSED;
            assertThat(follows).as(poll + " before " + line + ", " + last).isTrue();
            poll = now.state();
        } else if (event instanceof Event.Note note) {
            see(note);
        }
    }

    private void see(String line, ClassroomEvent.Hand hand) {
        assertThat(hand.text()).as(line).isEmpty();
        if (hand.isUp()) {
            boolean moved = hands.containsValue(hand.place()); // to another name
            boolean comesAgain = last.contains(HostileLines.UNDO);
            boolean isNew = (hand.place() > lastPlace || comesAgain) && !hands.containsKey(hand.name());
            assertThat(moved || isNew)
                    .as("a place that is new or stays, " + line + ", " + hands + ", " + last)
                    .isTrue();
            hands.values().removeIf(place -> place == hand.place());
            hands.put(hand.name(), hand.place());
            lastPlace = Math.max(lastPlace, hand.place());
        } else {
            hands.remove(hand.name());
        }
    }

    private void see(Event.Note note) {
        String code = note.code();
        if (code.startsWith("hush-")) {
            hushed = code.equals("hush-on");
        } else if (code.startsWith("lock-")) {
            String lock = code.split("-")[1];
            if (code.endsWith("-on")) {
                locks.add(lock);
            } else {
                locks.remove(lock);
            }
        }
    }

    private void checkLine(int slot, String line) {
        assertThat(line).as(last).doesNotContain("has made a mistake", "code=error", "code=slow");
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            BitSet may = readers.get(Integer.parseInt(words.group(1)));
            assertThat(may != null && may.get(slot))
                    .as(
                            "client %d may read %s of %s; %s",
                            slot, line, commands.get(Integer.parseInt(words.group(1))), last)
                    .isTrue();
        }
        if (line.startsWith("HELLO ")) {
            tokens.add(line.replaceFirst(".* token=(\\S+) .*", "$1"));
            if (tokens.size() > 50) {
                tokens.remove(0);
            }
        }
        Event event = line.startsWith("*") || line.startsWith("!") || line.startsWith("<") || line.startsWith(" ")
                ? null
                : Event.parse(line).orElse(null);
        if (event instanceof ClassroomEvent.Poll now) {
            assertThat(now.counts().isEmpty()).as(line).isEqualTo(now.state() != State.SHOWN);
            assertThat(now.counts().stream().mapToInt(count -> count).sum())
                    .as(line)
                    .isEqualTo(now.state() == State.SHOWN ? now.voted() : 0);
        } else if (event instanceof ClassroomEvent.Predictions now) {
            assertThat(now.counts().isEmpty() || shown.contains(now.question().toString()))
                    .as(line + ", " + last)
                    .isTrue();
        } else if (event instanceof ClassroomEvent.Did done) {
            assertThat(!done.fact().contains("=")
                            || shown.contains(done.question().toString()))
                    .as(line + ", " + last)
                    .isTrue();
        } else if (event == null && COUNTS.matcher(line).find()) {
            assertThat(line).as(last).matches("\\* (The poll has ended|Course, chapter \\S+: \\d+ prediction).*");
        }
    }

    // What the server has

    private void check() {
        Hall hall = server.services().hall();
        hall.inOrder(() -> {
            List<ClassroomEvent.Hand> up = server.services().classroom().hands().inLine();
            assertThat(up).as(last).hasSizeLessThanOrEqualTo(200);
            assertThat(up)
                    .as(last)
                    .extracting(ClassroomEvent.Hand::place)
                    .isSorted()
                    .doesNotHaveDuplicates();
            Map<String, Integer> places = new TreeMap<>();
            for (ClassroomEvent.Hand hand : up) {
                places.put(hand.name(), hand.place());
                assertThat(hall.roster().find(hand.name())).as(last).isPresent();
                assertThat(hand.text().codePointCount(0, hand.text().length()))
                        .as(last)
                        .isLessThanOrEqualTo(200);
            }
            assertThat(new TreeMap<>(hands)).as(last).isEqualTo(places);
            server.services().classroom().polls().now().ifPresent(now -> {
                assertThat(now.state()).as(last).isEqualTo(poll);
                assertThat(now.voted()).as(last).isLessThanOrEqualTo(1000);
            });
            assertThat(hall.rooms().all()).as(last).hasSizeLessThanOrEqualTo(64);
        });
    }

    private void checkRegister() {
        Map<String, Integer> facts = new HashMap<>();
        server.services()
                .hall()
                .inOrder(() -> server.services()
                        .classroom()
                        .course()
                        .progress()
                        .forEach(done -> facts.merge(done.name(), 1, Integer::sum)));
        assertThat(facts).as(last).hasSizeLessThanOrEqualTo(1000);
        assertThat(facts.values()).as(last).allMatch(count -> count <= 200);
        assertThat(facts.keySet().stream().filter(name -> name.startsWith("lab")))
                .as("names of one address, " + last)
                .hasSizeLessThanOrEqualTo(64);
    }

    void checkScreen() throws IOException {
        server.close();
        assertThat(server.screen.shown())
                .as("what the server says of itself")
                .noneMatch(line -> line.contains("Please report this") || line.contains("Exception"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
