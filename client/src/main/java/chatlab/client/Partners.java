package chatlab.client;

import chatlab.protocol.Name;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The people to whom the user writes in private, and whether each name still belongs to the same person. When a
 * person has left a name, another person may take it, and must not read what was meant for the first person. A client can
 * only see that a person left and that a person of the same name came; it may be the same person again. For any thread.
 */
public final class Partners {
    /** More than a client shows; the person that was added first is forgotten. */
    static final int MAX = 500;

    /**
     * A name that has changed hands, or may.
     *
     * @param left when the former bearer left
     * @param came when the person came that bears the name now; empty where no arrival was seen
     */
    public record Change(Instant left, Optional<Instant> came) {}

    /** {@code change} is null where the user knows that this is the person. */
    private record Partner(Change change, boolean agreed) {
        static final Partner SAME = new Partner(null, false);

        static Partner changed(Instant left, Optional<Instant> came) {
            return new Partner(new Change(left, came), false);
        }
    }

    /** By the keys of their names. Guarded by this. */
    private final Map<String, Partner> partners = new LinkedHashMap<>();

    /** The user writes with this person from now on. */
    public synchronized void add(String name) {
        if (partners.size() == MAX && !partners.containsKey(Name.keyOf(name))) {
            partners.remove(partners.keySet().iterator().next());
        }
        partners.putIfAbsent(Name.keyOf(name), Partner.SAME);
    }

    /** The user does not write with this person any more. */
    public synchronized void remove(String name) {
        partners.remove(Name.keyOf(name));
    }

    /** The person has left the server. Says whether it is one of these. */
    public synchronized boolean left(String name, Instant at) {
        return partners.replace(Name.keyOf(name), Partner.changed(at, Optional.empty())) != null;
    }

    /** A person of this name is here, or has written. Says whether that is news, after one was seen to leave. */
    public synchronized boolean came(String name, Instant at) {
        Partner partner = partners.get(Name.keyOf(name));
        if (partner == null || partner.change == null || partner.change.came().isPresent()) {
            return false;
        }
        partners.put(Name.keyOf(name), Partner.changed(partner.change.left(), Optional.of(at)));
        return true;
    }

    /**
     * A person has taken another name. Where the user writes with that person, the conversation goes along, unless there is
     * one under the new name already. Says whether the new name was that of another partner, and so changes hands.
     */
    public synchronized boolean renamed(String old, String now, Instant at) {
        String oldKey = Name.keyOf(old);
        String newKey = Name.keyOf(now);
        if (oldKey.equals(newKey)) {
            return false;
        }
        Partner taken = partners.get(newKey);
        if (taken == null) {
            Partner moved = partners.remove(oldKey);
            if (moved != null) {
                partners.put(newKey, moved);
            }
            return false;
        }
        left(old, at);
        Instant left = taken.change == null ? at : taken.change.left();
        partners.put(newKey, Partner.changed(left, Optional.of(at)));
        return true;
    }

    /** What the user is to see before something more is sent to this person; empty where there is no such thing. */
    public synchronized Optional<Change> change(String name) {
        Partner partner = partners.get(Name.keyOf(name));
        return partner == null || partner.agreed ? Optional.empty() : Optional.ofNullable(partner.change);
    }

    /** The user has seen the change, and writes to the person that bears the name now. A later change is told again. */
    public synchronized void agree(String name) {
        partners.computeIfPresent(
                Name.keyOf(name),
                (key, partner) ->
                        partner.change == null || partner.change.came().isPresent()
                                ? Partner.SAME
                                : new Partner(partner.change, true));
    }

    /** As on another server. */
    public synchronized void forget() {
        partners.clear();
    }
}
