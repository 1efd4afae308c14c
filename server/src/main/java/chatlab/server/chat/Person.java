package chatlab.server.chat;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.delivery.Connection;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * Somebody who is here, or whose name is kept because the connection was lost. Outlives connections: whoever comes back
 * with the token is the same person. All fields are guarded by the lock of the {@link Hall}.
 */
public final class Person {
    final String token;
    final Instant since;
    private final Name guestName;

    /** {@code nanoTime} when the person came, when it got its name, and when its connection was lost. */
    final long cameAt = System.nanoTime();

    long namedAt = cameAt;
    long lostAt;
    Name name;

    /** The same for two of these objects that are known to be one and the same person, which has left and come back. */
    Object identity;

    /** The first one: nobody was seen with it before this object came to be. */
    final Object ownIdentity = new Object();

    /** Read without the lock, too, by the person's own reader. */
    volatile boolean instructor;

    /** The mute that was put on this person, lifted or not; null if there was none. */
    Silence.Mute mute;

    /** What this person is to be told as soon as it is in the room. */
    final List<Event.Note> untold = new ArrayList<>();

    /** The connection that speaks for this person; null while it is lost. */
    Connection connection;

    /** The address that the last connection came from, when there is none any more. */
    InetAddress lastAddress;

    /** Null before the room is entered, and when everybody was told that this person has left. */
    Room room;

    /** The room to come back to. */
    Name lastRoom;

    /** Counts lost connections, so that what was to be done after one of them is not done after a later one. */
    int losses;

    /** What is to be done when the person does not come back. */
    List<Future<?>> whenGone = List.of();

    public Person(Name name, String token, Instant since, Connection connection) {
        this.identity = ownIdentity;
        this.guestName = name;
        this.name = name;
        this.token = token;
        this.since = since;
        this.connection = connection;
    }

    /** Whether the person has no name but the one that the server has given. */
    boolean isGuest() {
        return name.equals(guestName);
    }

    boolean isMuted() {
        return mute != null && mute.isOn();
    }

    /** Whether the person was ever in a room, for everybody to see. */
    boolean hasEntered() {
        return lastRoom != null;
    }

    public boolean isLost() {
        return connection == null;
    }

    /** Where the person is, or was. */
    InetAddress address() {
        return connection == null ? lastAddress : connection.address();
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

    public String token() {
        return token;
    }

    public Instant since() {
        return since;
    }

    public Name name() {
        return name;
    }

    public boolean instructor() {
        return instructor;
    }

    public List<Event.Note> untold() {
        return untold;
    }

    public Connection connection() {
        return connection;
    }

    public Room room() {
        return room;
    }
}
