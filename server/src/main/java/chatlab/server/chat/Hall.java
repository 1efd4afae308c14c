package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.PlainRenderer;
import chatlab.server.chat.KeptNames.Kept;
import chatlab.server.delivery.Batch;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.Delivery;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where everybody meets, and the one order in which things happen.
 *
 * <p>Whatever happens, happens under one lock: it goes to the journal and into the outboxes of those who are to see it
 * before anything else can happen. That is why all members of a room see the same things in the same order. Nothing
 * that is done under the lock waits for a socket or a disk.
 *
 * <p>All methods but {@link #inOrder} are for use within it.
 */
public final class Hall {
    /** People whose connection was lost and whose name is kept, at the most. */
    private static final int MAX_KEPT = 1000;

    /** Lines of earlier messages that a plain client is shown when it enters a room, at the most. */
    private static final int REPLAYED = 10;

    /** Guards all that can change in here, the roster, the rooms, the people, {@link Publisher}, and the order of what happens. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Neighbours neighbours = new Neighbours();
    private final Silence silence = new Silence(neighbours);
    private final Roster roster;
    private final Deque<Person> kept = new ArrayDeque<>();
    private final List<Person> tooSlow = new ArrayList<>();
    private boolean closed;
    private final Settings settings;
    private final Rooms rooms;
    private final PlainRenderer plain;
    private final Delivery delivery;
    private final EventLog eventLog;
    private final Scheduler scheduler;

    public Hall(
            Settings settings,
            Rooms rooms,
            PlainRenderer plain,
            Delivery delivery,
            EventLog eventLog,
            Scheduler scheduler) {
        this.settings = settings;
        this.roster = new Roster(new KeptNames(settings, neighbours));
        this.rooms = rooms;
        this.plain = plain;
        this.delivery = delivery;
        this.eventLog = eventLog;
        this.scheduler = scheduler;
    }

    /**
     * Something that happens in the hall.
     *
     * @param <E> what it throws, which the compiler finds out by itself: {@link RefusedException}, or nothing
     */
    public interface Action<E extends Exception> {
        void run() throws E;
    }

    /** Nothing is told any more: the server says goodbye to all at once. */
    public void close() {
        closed = true;
    }

    /**
     * Runs {@code action} under the lock, so nothing else happens meanwhile, and then delivers what it put into outboxes. An
     * action may use this method, too: then both are one step.
     */
    public <E extends Exception> void inOrder(Action<E> action) throws E {
        lock.lock();
        try {
            try {
                action.run();
            } finally {
                loseTheSlow();
            }
        } finally {
            lock.unlock();
            delivery.ring();
        }
    }

    /** The same for something that a client asks for: it is not done any more once the client was told goodbye. */
    public <E extends Exception> void inOrder(Connection client, Action<E> action) throws E {
        inOrder(() -> {
            if (!client.isLeaving()) {
                action.run();
            }
        });
    }

    public Roster roster() {
        return roster;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Silence silence() {
        return silence;
    }

    /** The people that were seen at each address. */
    Neighbours neighbours() {
        return neighbours;
    }

    /** How many people are in the rooms. */
    public int countPeople() {
        return rooms.all().stream().mapToInt(room -> room.people().size()).sum();
    }

    /** The person of this name, who must be here with a connection. */
    public Person present(String name) throws RefusedException {
        return roster.find(name)
                .filter(person -> !person.isLost() && person.room != null)
                .orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** The person of this name, who may be lost. */
    public Person known(String name) throws RefusedException {
        return roster.find(name).orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** The person that has this name, or had it last; may have left. */
    Person everCalled(String name) throws RefusedException {
        return roster.findByAnyName(name).orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** The person who has this name, or had it last and is still here; may be lost. */
    public Person meant(String name) throws RefusedException {
        return roster.findByAnyName(name).filter(roster::knows).orElseThrow(() -> RefusedException.noSuchName(name));
    }

    /** Who has this name or address, or had it last; may have left. */
    public Person everHere(String nameOrAddress) throws RefusedException {
        return roster.findByAnyName(nameOrAddress)
                .or(() -> roster.findByAddress(nameOrAddress))
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.NO_SUCH_NAME, WORDS.get("no-such-name-or-address", nameOrAddress)));
    }

    /** The open room of this name. */
    public Room room(String name) throws RefusedException {
        return rooms.find(RefusedException.orRoom(name))
                .orElseThrow(() -> new RefusedException(ErrorCode.BAD_ROOM, WORDS.get("no-such-room", name)));
    }

    /** Gives the person a place in a room, if it has none yet: from here on everybody can see it. */
    public void enter(Person person) throws RefusedException {
        if (person.room == null) {
            move(person, roomOf(person));
        }
    }

    /** The room where the person is, or will be when it enters: a person that comes back goes where it was. */
    public Name roomOf(Person person) {
        boolean canGoBack = person.lastRoom != null
                && (rooms.isOpen(person.lastRoom) || silence.mayOpenRooms(person))
                && rooms.canBeEntered(person.lastRoom, person.connection.address());
        return canGoBack ? person.lastRoom : rooms.lobby().name();
    }

    /** From one room to another. */
    public void move(Person person, Name name) throws RefusedException {
        silence.meet(person);
        if (!rooms.isOpen(name)) {
            silence.checkMayOpenRooms(person);
        }
        Room room = rooms.findOrOpen(name, person.connection.address());
        if (room != person.room) {
            if (!roster.knows(person)) {
                roster.claim(person.name, person);
            }
            leaveRoom(person, "moved", "");
            boolean newcomer = !person.hasEntered();
            place(person, room);
            if (newcomer) {
                neighbours.see(person, roster.all());
                silence.suspect(person).ifPresent(muted -> warnOf(person, muted));
            }
        }
    }

    private void warnOf(Person person, Name muted) {
        String words = WORDS.get("mute.suspect", person.name, muted);
        eventLog.note("* " + words);
        tellInstructors(new Event.Note("suspect", words));
    }

    /** Tells all instructors that are connected. */
    void tellInstructors(Event.Note note) {
        roster.all().stream()
                .filter(person -> person.instructor && !person.isLost())
                .forEach(person -> person.connection.send(note));
    }

    /**
     * Changes the name. The others in the room are told; the person itself is told by the caller.
     *
     * @param token may prove that the name is kept for this person; empty if there is none
     */
    public void rename(Person person, String typed, String token) throws RefusedException {
        Name old = person.name;
        if (typed.equals(old.shown())) {
            return;
        }
        silence.meet(person);
        Name name = silence.spelling(RefusedException.orPerson(typed));
        Optional<Kept> back = roster.check(name, person, token);
        silence.checkMayBeCalled(person, name, back.map(Kept::identity));
        back.ifPresent(kept -> comeBack(person, kept));
        boolean wasMuted = person.isMuted();
        roster.claim(name, person);
        neighbours.see(person, roster.all());
        silence.follow(person);
        tellOfLostRights(person);
        person.connection.setName(name.shown());
        if (person.room != null) {
            tell(person.room, new Event.Nick(old.shown(), name.shown(), now()), person, peer(person));
            if (person.isMuted() != wasMuted) {
                broadcast(person.room, new Batch(person.who(), plain), person); // the person itself gets a NOTE
            }
        }
    }

    /** The person is the one that had the name, but it gets no more than the name: only a token brings back the rest. */
    private void comeBack(Person person, Kept kept) {
        neighbours.merge(person, kept.identity());
        roster.find(kept.name().shown()).filter(Person::isLost).ifPresent(this::forget);
    }

    private void tellOfLostRights(Person person) {
        if (roster.lacksRights(person)) {
            person.untold.add(new Event.Note("deop", WORDS.get("deop.lost", person.name)));
            eventLog.note(WORDS.get("deop.lost.done", person.name, peer(person)));
        }
    }

    /** The connection has ended. What {@code code} says is told to the others. */
    public void leave(Person person, Connection connection, String code, String reason) {
        if (person.connection != connection || closed) {
            return; // another connection has taken over, the person was sent away, or the server says goodbye
        }
        if (code.equals("lost") && connection.isRich() && person.room != null) {
            lose(person);
        } else {
            depart(person, code, reason);
        }
    }

    /** Ends the presence of this person for good. Its name is kept for a while. */
    void depart(Person person, String code, String reason) {
        roster.leave(person);
        end(person, code, reason);
    }

    /** The person was lost, and its name is not kept any more. */
    void forget(Person person) {
        roster.release(person);
        end(person, "lost", "");
    }

    private void end(Person person, String code, String reason) {
        endLoss(person);
        leaveRoom(person, code, reason);
        disconnect(person);
    }

    private static void disconnect(Person person) {
        person.lastAddress = person.address();
        person.connection = null;
    }

    /** Nobody is told yet that the person has left: a laptop that changes its network is back in a moment. */
    private void lose(Person person) {
        eventLog.lost(person.name.shown(), peer(person));
        disconnect(person);
        person.lostAt = System.nanoTime();
        int loss = ++person.losses;
        showState(person);
        kept.add(person);
        oneTooMany(person.address()).ifPresent(this::forget);
        Runnable leave = () -> ifStillLost(person, loss, () -> leaveRoom(person, "lost", ""));
        Runnable forget = () -> ifStillLost(person, loss, () -> forget(person));
        person.whenGone =
                List.of(scheduler.after(settings.graceMillis(), leave), scheduler.after(settings.keepMillis(), forget));
    }

    /**
     * Who is to be forgotten, now that another one was lost from {@code address}: first those from the same address, and
     * never an instructor. A program can lose many people in a moment, so those go first that had their name for a moment.
     */
    private Optional<Person> oneTooMany(InetAddress address) {
        List<Person> students =
                kept.stream().filter(person -> !person.instructor).toList();
        if (settings.limits(address)) {
            List<Person> fromThere = students.stream()
                    .filter(person -> person.address().equals(address))
                    .toList();
            if (fromThere.size() > settings.keptPerAddress()) {
                return Optional.of(leastMissed(fromThere));
            }
        }
        return students.size() > MAX_KEPT ? Optional.of(leastMissed(students)) : Optional.empty();
    }

    private Person leastMissed(List<Person> lost) {
        long worn = TimeUnit.MILLISECONDS.toNanos(settings.wornMillis());
        return lost.stream()
                .filter(person -> person.isGuest() || person.lostAt - person.namedAt < worn)
                .findFirst()
                .orElse(lost.get(0));
    }

    private void endLoss(Person person) {
        person.losses++;
        kept.remove(person);
        person.whenGone.forEach(task -> task.cancel(false));
    }

    private void ifStillLost(Person person, int loss, Runnable task) {
        inOrder(() -> {
            if (person.losses == loss) {
                task.run();
            }
        });
    }

    /** Makes {@code connection} speak for a person who was lost, or who seems to be here but has proved to be there. */
    public void takeOver(Person person, Connection connection) {
        Connection before = person.connection;
        person.connection = connection;
        endLoss(person);
        neighbours.see(person, roster.all());
        silence.follow(person);
        connection.setName(person.name.shown());
        eventLog.tookOver(person.name.shown(), peer(person));
        if (before != null) {
            before.goodbye(new Event.Bye("", "replaced", WORDS.get("bye.replaced")));
        } else if (person.room != null) {
            broadcast(person.room, new Batch(person.who(), plain), person); // to whom nothing comes before HELLO
        }
    }

    private void place(Person person, Room room) {
        person.room = room;
        person.lastRoom = room.name();
        room.people().add(person);
        Event.Join join = new Event.Join(room.name().shown(), person.name.shown(), now());
        tell(room, join, person, peer(person));
        if (person.connection.isRich()) {
            person.connection.send(join);
        } else {
            room.history().last(REPLAYED).forEach(person.connection::send);
        }
        if (!person.state().equals("-")) {
            showState(person); // which a JOIN does not tell
        }
    }

    private void leaveRoom(Person person, String code, String reason) {
        Room room = person.room;
        if (room != null) {
            person.room = null;
            room.people().remove(person);
            String name = person.name.shown();
            tell(room, new Event.Leave(room.name().shown(), name, now(), code, reason), person, peer(person));
            rooms.closeIfEmpty(room);
        }
    }

    /** Something that the journal keeps and that everybody in the room sees but {@code actor}, who is told otherwise. */
    void tell(Room room, Event event, Person actor, String peer) {
        tell(List.of(room), List.of(event), actor, peer);
    }

    /** Several things that belong together: first all of them go to the journal, so that nobody sees what it lacks. */
    void tell(Collection<Room> rooms, List<? extends Event> events, Person actor, String peer) {
        List<Batch> batches = Batch.of(events, plain);
        batches.forEach(batch -> eventLog.happened(batch, peer));
        for (Room room : rooms) {
            batches.forEach(batch -> broadcast(room, batch, actor));
        }
    }

    /** A private message to the server. */
    void toServer(Event.Msg message, String peer) {
        eventLog.whispered(message, peer);
    }

    /** Shows everybody in the person's room what state it is in. */
    void showState(Person person) {
        if (person.room != null) {
            broadcast(person.room, new Batch(person.who(), plain), null);
        }
    }

    /** Puts the batch into the outboxes of all in the room but {@code actor}. */
    void broadcast(Room room, Batch batch, Person actor) {
        for (Person person : room.people()) {
            if (person != actor && !person.isLost() && !batch.putInto(person.connection)) {
                tooSlow.add(person);
            }
        }
    }

    private void loseTheSlow() {
        while (!tooSlow.isEmpty()) {
            Person person = tooSlow.remove(tooSlow.size() - 1);
            if (!person.isLost()) {
                eventLog.tooSlow(person.name.shown(), peer(person));
                leave(person, person.connection, "lost", "");
            }
        }
    }

    static String peer(Person person) {
        return person.isLost() ? "" : person.connection.peer();
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
