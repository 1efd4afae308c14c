package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.PlainRenderer;
import chatlab.server.delivery.Batch;
import chatlab.server.delivery.Connection;
import chatlab.server.delivery.Delivery;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one order in which things happen, and which person is in which room.
 *
 * <p>All that happens, happens under one lock: an event goes to the log, and into the outbox of each person that is to see
 * it, before another event can happen. That is why all members of a room see the same events in the same order. Nothing that
 * is done under the lock waits for a socket or a disk.
 *
 * <p>All methods but {@link #inOrder} are for use within it.
 */
public final class Hall {
    /** Lines of earlier messages that a plain client is shown when it enters a room, at the most. */
    private static final int REPLAYED = 10;

    /** Guards all that can change in this package, and the order of what happens. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Person server = Person.server();
    private final Neighbours neighbours = new Neighbours();
    private final Silence silence = new Silence(neighbours);
    private final Roster roster;
    private final Rooms rooms;
    private final LostPeople lostPeople;
    private final Queue<Overflow> tooSlow = new ArrayDeque<>();
    private final PlainRenderer plain;
    private final Delivery delivery;
    private final EventLog eventLog;
    private boolean closed;

    public Hall(
            Settings settings,
            Rooms rooms,
            PlainRenderer plain,
            Delivery delivery,
            EventLog eventLog,
            Scheduler scheduler) {
        this.roster = new Roster(settings, neighbours);
        this.rooms = rooms;
        this.lostPeople = new LostPeople(this, settings, scheduler);
        this.plain = plain;
        this.delivery = delivery;
        this.eventLog = eventLog;
    }

    /**
     * What is to be done under the lock.
     *
     * @param <E> what it throws, which the compiler finds out by itself: {@link RefusedException}, or nothing
     */
    public interface Action<E extends Exception> {
        void run() throws E;
    }

    /**
     * Runs {@code action} under the lock, so nothing else happens meanwhile. Then it rings, because there may be new mail in
     * outboxes: that wakes the postman (a {@code Writer} is woken by its outbox). An action may call this method again, and the
     * lock lets its own thread in.
     */
    public <E extends Exception> void inOrder(Action<E> action) throws E {
        inOrder(null, action);
    }

    /** The same for what {@code client} asks for: it is not done any more once the client was told goodbye. */
    public <E extends Exception> void inOrder(Connection client, Action<E> action) throws E {
        lock.lock();
        try {
            if (client == null || !client.isLeaving()) {
                action.run();
            }
        } finally {
            try {
                loseTheSlow();
            } finally {
                lock.unlock();
                delivery.ring();
            }
        }
    }

    // Telling

    // begin broadcast
    /**
     * Tells the log, and then all people in these rooms but {@code actor}, which gets an answer of its own. The log comes
     * first, so that no client sees an event that the transcript lacks.
     */
    void broadcast(Collection<Room> rooms, List<? extends Event> events, Person actor) {
        for (Batch batch : Batch.of(events, plain)) {
            eventLog.happened(batch, actor.peer());
            for (Room room : rooms) {
                for (Person person : room.people()) {
                    boolean receives = person != actor && !person.isLost();
                    if (receives && !person.connection.put(batch)) {
                        tooSlow.add(new Overflow(person, person.connection)); // leaves after this loop over the people
                    }
                }
            }
        }
    }
    // end broadcast

    private void loseTheSlow() {
        while (!tooSlow.isEmpty()) {
            Overflow overflow = tooSlow.remove();
            Person person = overflow.person();
            if (person.connection == overflow.connection()) { // otherwise the person has another one by now
                eventLog.tooSlow(person.name.shown(), person.peer());
                leave(person, person.connection, "lost", "");
            }
        }
    }

    /** The outbox of this connection had no room. */
    private record Overflow(Person person, Connection connection) {}

    /** From now on no person leaves: the server says goodbye to all people at once. */
    public void close() {
        closed = true;
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

    /** The person under whose name the server's own keyboard speaks and acts. It is in no room and has no connection. */
    public Person server() {
        return server;
    }

    /** The room where the person is, or will be when it enters. */
    public Name roomToEnter(Person person) {
        return rooms.toEnter(person, silence.mayOpenRooms(person));
    }

    // Entering and leaving

    /** Gives the person a place in a room, if it has none: from here on the others see it. */
    public void enter(Person person) throws RefusedException {
        if (person.entrance() != Entrance.INSIDE) {
            move(person, roomToEnter(person));
        }
    }

    /** From the room where the person is, if it is in one, to this one. */
    public void move(Person person, Name name) throws RefusedException {
        silence.meet(person);
        if (!rooms.isOpen(name)) {
            silence.checkMayOpenRooms(person);
        }
        Room room = rooms.findOrOpen(name, person.address());
        if (room == person.room()) {
            return;
        }
        if (!roster.knows(person)) {
            roster.claim(person.name, person);
        }
        boolean newcomer = person.entrance() == Entrance.OUTSIDE;
        leaveRoom(person, "moved", "");
        place(person, room);
        if (newcomer) {
            neighbours.see(person, roster.all());
            silence.suspect(person).ifPresent(muted -> warnOf(person, muted));
        }
    }

    private void place(Person person, Room room) {
        person.enter(room);
        room.add(person);
        Event.Join join = new Event.Join(room.name().shown(), person.name.shown(), now());
        broadcast(List.of(room), List.of(join), person);
        if (person.isRich()) {
            person.send(join);
        } else {
            room.history().last(REPLAYED).forEach(person::send);
        }
        if (!person.state().equals("-")) {
            showState(person); // a JOIN does not tell the state
        }
    }

    void leaveRoom(Person person, String code, String reason) {
        Room room = person.room();
        person.leaveRoom();
        if (room != null) {
            room.remove(person);
            String name = person.name.shown();
            broadcast(List.of(room), List.of(new Event.Leave(room.name().shown(), name, now(), code, reason)), person);
            rooms.closeIfEmpty(room, eventLog);
        }
    }

    private void warnOf(Person person, Name muted) {
        String words = WORDS.get("mute.suspect", person.name, muted);
        eventLog.note("* " + words);
        roster.instructors().forEach(instructor -> instructor.send(new Event.Note("suspect", words)));
    }

    /** The connection has ended. {@code code} is what the others are told. */
    public void leave(Person person, Connection connection, String code, String reason) {
        if (person.connection != connection || closed) {
            return; // the person has another connection now, or was sent away, or the server says goodbye
        }
        if (code.equals("lost") && person.isRich() && person.entrance() == Entrance.INSIDE) {
            eventLog.lost(person.name.shown(), person.peer());
            person.disconnect();
            showState(person);
            lostPeople.add(person);
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
        lostPeople.remove(person);
        leaveRoom(person, code, reason);
        person.disconnect();
    }

    /** The person that was lost has a connection again. */
    void noteFound(Person person) {
        lostPeople.remove(person);
    }

    /** Tells the others in the room of the new name. Tells them, too, if the person is muted under one name and not under the other. */
    void tellName(Person person, Name old, boolean stateChanged) {
        if (person.entrance()
                != Entrance.OUTSIDE) { // of a person that was lost, and is in no room, the log alone is told
            List<Room> room = person.room() == null ? List.of() : List.of(person.room());
            broadcast(room, List.of(new Event.Nick(old.shown(), person.name.shown(), now())), person);
        }
        if (stateChanged) {
            showStateToOthers(person); // the person itself gets a NOTE
        }
    }

    /** Shows the person's state to all people in its room. */
    void showState(Person person) {
        showState(person, server);
    }

    /** The same, but not to the person. */
    void showStateToOthers(Person person) {
        showState(person, person);
    }

    private void showState(Person person, Person actor) {
        if (person.room() != null) {
            broadcast(List.of(person.room()), List.of(person.who()), actor);
        }
    }

    /** The time of an event, as it is sent. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
