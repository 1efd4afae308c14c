package chatlab.server;

import chatlab.protocol.Name;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** A room: who is in it and what was said there. Guarded by the lock of the {@link Hall}. */
final class Room {
    private final Name name;
    private final History history;
    private final Set<Person> people = new LinkedHashSet<>();

    Room(Name name, History history) {
        this.name = name;
        this.history = history;
    }

    Name name() {
        return name;
    }

    History history() {
        return history;
    }

    Collection<Person> people() {
        return people;
    }
}
