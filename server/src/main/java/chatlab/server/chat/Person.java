package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.delivery.Connection;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A person that is here, or that may come back. Outlives its connections: a client that shows the token speaks for the same
 * person. All fields are guarded by the lock of the {@link Hall}.
 */
public final class Person {
    /** The most notes that wait until the person can be told. */
    private static final int MAX_UNTOLD = 20;

    String token;
    private final Instant since;
    private final Name guestName;

    /** {@code nanoTime} when the person came, when it got its name, and when its connection was lost. */
    final long cameAt = System.nanoTime();

    long namedAt = cameAt;
    long lostAt;
    Name name;

    /** Two objects share it if they are known to be the same person, which has left and come back. */
    Object identity;

    /** The identity before any merge: no other object has it at first. */
    final Object ownIdentity = new Object();

    /** Read without the lock, too, by the person's own reader. */
    volatile boolean instructor;

    /** The mute that was put on this person, lifted or not; null if there was none. */
    Mute mute;

    /** What this person is to be told as soon as it is in the room. */
    private final Deque<Event.Note> untold = new ArrayDeque<>();

    /** The connection that speaks for this person; null while it has none. */
    Connection connection;

    /** Where the last connection came from. */
    private InetAddress lastAddress;

    /** Read without the lock, too, to see quickly that a person has entered. */
    private volatile Entrance entrance = Entrance.OUTSIDE;

    /** The room that the person is in; null where it is in none. */
    private Room room;

    /** The room to come back to; null for a person that was in none. */
    private Name lastRoom;

    public Person(Name name, String token, Instant since, Connection connection) {
        this.identity = ownIdentity;
        this.guestName = name;
        this.name = name;
        this.token = token;
        this.since = since;
        this.connection = connection;
    }

    /** The server itself, which speaks and acts like an instructor and is in no room. */
    static Person server() {
        Person server = new Person(Name.server(), "", Instant.now(), null);
        server.instructor = true;
        return server;
    }

    public Name name() {
        return name;
    }

    /** The subject of a sentence that tells people what this person has done: the server's keyboard is the instructor's. */
    public String actor() {
        return name.shown().equals(Name.server().shown()) ? WORDS.get("actor.server") : name.shown();
    }

    /** The same for two objects that are known to be one person. */
    public Object identity() {
        return identity;
    }

    public String token() {
        return token;
    }

    public Instant since() {
        return since;
    }

    void setInstructor(boolean now) {
        instructor = now;
        if (connection != null) {
            connection.showIds(now); // an instructor acts on messages by their numbers
        }
    }

    public boolean isInstructor() {
        return instructor;
    }

    public Entrance entrance() {
        return entrance;
    }

    /** Null where the person is in no room. */
    public Room room() {
        return room;
    }

    Name lastRoom() {
        return lastRoom;
    }

    void enter(Room newRoom) {
        entrance = Entrance.INSIDE;
        room = newRoom;
        lastRoom = newRoom.name();
    }

    void leaveRoom() {
        entrance = Entrance.LEFT;
        room = null;
    }

    /** Whether the person has no name but the guest name that the server has given. */
    public boolean isGuest() {
        return name.equals(guestName);
    }

    boolean isMuted() {
        return mute != null && mute.isOn();
    }

    /** Whether there is no connection that speaks for the person. */
    public boolean isLost() {
        return connection == null;
    }

    void disconnect() {
        lastAddress = address();
        connection = null;
    }

    /** Where the person is, or was. */
    public InetAddress address() {
        return connection == null ? lastAddress : connection.address();
    }

    /** Address and port of the client, for people to read; empty where there is none. */
    public String peer() {
        return connection == null ? "" : connection.peer();
    }

    public boolean isRich() {
        return connection != null && connection.isRich();
    }

    boolean hasMuchToRead() {
        return connection != null && connection.hasMuchToRead();
    }

    /** Sends an event, if there is a connection. */
    public void send(Event event) {
        if (connection != null) {
            connection.send(event);
        }
    }

    /** Sends a note at once, or when the person comes back if its connection was lost. */
    public void sendNowOrLater(Event.Note note) {
        if (isLost()) {
            addNews(note);
        } else {
            send(note);
        }
    }

    /**
     * A person without a connection, or before it has entered, can be told nothing: {@link #sendNews} does it later. Of many
     * notes the last ones count.
     */
    void addNews(Event.Note note) {
        untold.add(note);
        if (untold.size() > MAX_UNTOLD) {
            untold.remove();
        }
    }

    /** Sends what there was to tell since the last time. For use once the person has entered. */
    public void sendNews() {
        untold.forEach(this::send);
        untold.clear();
    }

    /** As {@code WHO} tells it. */
    public String state() {
        List<String> states = new ArrayList<>();
        if (instructor) {
            states.add("op");
        }
        if (isMuted()) {
            states.add("muted");
        }
        if (isLost()) {
            states.add("lost");
        }
        return states.isEmpty() ? "-" : String.join(",", states);
    }

    public Event.Who who() {
        return new Event.Who(name.shown(), room.name().shown(), state());
    }
}
