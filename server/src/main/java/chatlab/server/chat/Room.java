package chatlab.server.chat;

import chatlab.protocol.Name;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** A room: its people, and what was said there. Guarded by the lock of the {@link Hall}. */
public final class Room {
    private final Name name;
    private final History history;
    private final InetAddress openedFrom;
    private final Set<Person> people = new LinkedHashSet<>();

    /** {@code openedFrom}: null for the lobby, which is always open. */
    Room(Name name, History history, InetAddress openedFrom) {
        this.name = name;
        this.history = history;
        this.openedFrom = openedFrom;
    }

    public Name name() {
        return name;
    }

    public History history() {
        return history;
    }

    boolean wasOpenedFrom(InetAddress address) {
        return address.equals(openedFrom);
    }

    /** The people in the room, in the order in which they came; not for changing. */
    public Collection<Person> people() {
        return Collections.unmodifiableSet(people);
    }

    void add(Person person) {
        people.add(person);
    }

    void remove(Person person) {
        people.remove(person);
    }
}
