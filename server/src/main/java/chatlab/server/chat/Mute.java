package chatlab.server.chat;

import chatlab.protocol.Name;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;

/** A name that is muted, the person that had it then, and where that person was seen. Guarded by the lock of the {@link Hall}. */
final class Mute {
    /** The most addresses that are remembered of one muted person. */
    private static final int MAX_ADDRESSES = 64;

    final Name name;

    /** A person that has left holds no connection. */
    final Person person;

    final Object identity;
    private final String key;
    private final String id;
    private final Set<InetAddress> addresses = new HashSet<>();
    private boolean lifted;

    /** Whether the instructors were told that a newcomer may be this person. */
    boolean suspected;

    /** {@code id}: of the message by which the person is muted; empty where its name is. */
    Mute(Person person, String key, String id) {
        this.name = person.name;
        this.key = key;
        this.id = id;
        this.person = person;
        this.identity = person.identity;
    }

    /** Whether this is the mute of that person itself, and not that of another one which it is taken for. */
    boolean isOf(Person other) {
        return other == person || isOn(other.name);
    }

    /** Whether it is on a name, and not only on a person. */
    boolean isOnName() {
        return id.isEmpty();
    }

    /** For people to read. */
    String shown() {
        return isOnName() ? name.shown() : name + " (" + id + ")";
    }

    boolean isOn() {
        return !lifted;
    }

    boolean isOn(Name other) {
        return key.equals(other.key());
    }

    void lift() {
        lifted = true;
    }

    /** The person is, or was, at this address. */
    void see(InetAddress address) {
        if (addresses.size() < MAX_ADDRESSES) {
            addresses.add(address);
        }
    }

    boolean wasSeenAt(InetAddress address) {
        return addresses.contains(address);
    }
}
