package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Secrets;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Names that were given up or left, and that no other person can have for a while: another person would be taken for the
 * first one, and kicked for it, or told its secrets. Says when a person gets such a name back. Guarded by the lock of the
 * {@link Hall}.
 */
final class KeptNames {
    private static final int MAX = 1000;

    private final Map<String, Kept> byKey = new LinkedHashMap<>();

    /** Names that an instructor has taken from their people, by their keys: no student can have them. */
    private final Map<String, Name> takenAway = new LinkedHashMap<>();

    private final Settings settings;
    private final Neighbours neighbours;

    KeptNames(Settings settings, Neighbours neighbours) {
        this.settings = settings;
        this.neighbours = neighbours;
    }

    /**
     * A name, and what proves that a person had it before.
     *
     * @param address where the person was, or is
     * @param namedAt {@code nanoTime} when the person got the name
     * @param since {@code nanoTime} when the name was given up or left
     * @param left false if the person was still there, under another name
     * @param over false during the grace of a lost person: the others do not know yet that it has left
     */
    record Kept(
            Name name,
            String token,
            Object identity,
            InetAddress address,
            long namedAt,
            long since,
            boolean left,
            boolean over) {
        /** The name of a person whose connection was lost. */
        static Kept ofLost(Person person) {
            return new Kept(
                    person.name,
                    person.token,
                    person.identity,
                    person.address(),
                    person.namedAt,
                    person.lostAt,
                    true,
                    person.room() == null);
        }
    }

    /**
     * Keeps the name of this person, if it has had it for a while, and no earlier one: so one person cannot occupy many
     * names.
     *
     * @param leaves false if the person stays, under another name
     */
    void keep(Person person, boolean leaves) {
        long now = System.nanoTime();
        if (person.isGuest() || now - person.namedAt < TimeUnit.MILLISECONDS.toNanos(settings.wornMillis())) {
            return;
        }
        byKey.values().removeIf(kept -> kept.identity() == person.identity);
        byKey.put(
                person.name.key(),
                new Kept(
                        person.name,
                        person.token,
                        person.identity,
                        person.address(),
                        person.namedAt,
                        now,
                        leaves,
                        true));
        oneTooMany(person.address())
                .ifPresent(oldest -> byKey.remove(oldest.name().key()));
    }

    private Optional<Kept> oneTooMany(InetAddress address) {
        Kept[] fromThere = byKey.values().stream()
                .filter(kept -> kept.address().equals(address))
                .toArray(Kept[]::new);
        if (settings.limits(address) && fromThere.length > settings.keptPerAddress()) {
            return Optional.of(fromThere[0]);
        }
        return byKey.size() > MAX ? byKey.values().stream().findFirst() : Optional.empty();
    }

    /** The kept names that a reader takes for {@code name}. There may be several: two names can look like a third one. */
    List<Kept> find(Name name) {
        byKey.values().removeIf(kept -> millisLeft(kept) <= 0);
        return byKey.values().stream()
                .filter(kept -> kept.name().isTakenFor(name))
                .toList();
    }

    /** Keeps a name for no person, until the server's end: another student would be taken for the one that had it. */
    void takeAway(Name name) {
        takenAway.put(name.key(), name);
        if (takenAway.size() > MAX) {
            takenAway.remove(takenAway.keySet().iterator().next());
        }
    }

    /** A student cannot have a name that an instructor has taken from its person, or one that looks like it. */
    void checkNotTakenAway(Name name) throws RefusedException {
        Optional<Name> taken = takenAway.values().stream()
                .filter(other -> other.isTakenFor(name))
                .findFirst();
        if (taken.isPresent()) {
            throw new RefusedException(ErrorCode.NAME_TAKEN, WORDS.get("rename.taken", taken.get()));
        }
    }

    /** Says whether a name with this key was kept. */
    boolean free(String key) {
        boolean wasTakenAway = takenAway.remove(key) != null;
        return byKey.remove(key) != null || wasTakenAway;
    }

    /**
     * Whether the person may have the name back: it is the same person, or it shows the token, or it comes from the same
     * address, where no other person was seen, after the name was left.
     */
    boolean isBack(Kept kept, Person person, String token) {
        return kept.identity() == person.identity
                || Secrets.areSame(kept.token(), token)
                || kept.over() && isAlone(kept, person);
    }

    /**
     * Whether no other person was seen at the address of the kept name. A person that came back with its own token, and was
     * seen there before beside the owner of the name, is another person.
     */
    private boolean isAlone(Kept kept, Person person) {
        return kept.left()
                && kept.address().equals(person.address())
                && person.cameAt - kept.since() > 0
                && neighbours.sawOnly(kept.address(), List.of(kept.identity(), person.ownIdentity));
    }

    /** Says how long the name is kept, and what can be done about it. */
    RefusedException refusal(Kept kept, Person person) {
        long graceLeft = settings.graceMillis() - millisSince(kept);
        boolean soon = !kept.over() && graceLeft > 0 && isAlone(kept, person);
        return new RefusedException(
                ErrorCode.NAME_TAKEN,
                soon
                        ? WORDS.get("name-kept.soon", kept.name(), time(graceLeft))
                        : WORDS.get("name-kept", kept.name(), time(millisLeft(kept))));
    }

    private long millisLeft(Kept kept) {
        return settings.keepMillis() - millisSince(kept);
    }

    private static long millisSince(Kept kept) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - kept.since());
    }

    private static String time(long millis) {
        long seconds = Math.max(1, (millis + 999) / 1000);
        return seconds < 60 ? WORDS.get("time.seconds", seconds) : WORDS.get("time.minutes", (seconds + 59) / 60);
    }
}
