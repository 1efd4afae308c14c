package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ErrorCode;
import chatlab.protocol.Name;
import chatlab.server.limits.AddressGroups;
import chatlab.server.support.RefusedException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The addresses from which no person may come in. Addresses and not names, since a person can change its name. Guarded by
 * the lock of the {@link Hall}.
 */
public final class Bans {
    /** How long a question waits for the same command again, nanoseconds. */
    private static final long ASKED_FOR = TimeUnit.SECONDS.toNanos(30);

    /** The most addresses that are banned. */
    private static final int MAX = 1000;

    /** The most names and numbers of messages that are remembered for the ban of one address: each of them ends it. */
    private static final int MAX_TYPED = 64;

    private final LongSupplier nanoTime;

    private final Map<InetAddress, Ban> byAddress = new LinkedHashMap<>();

    /** What each instructor was last asked. */
    private final Map<Person, Question> asked = new HashMap<>();

    /**
     * A ban.
     *
     * @param typed all that was typed to ban the address: names, the address, or the numbers of messages
     * @param because what was typed last, with the name of the person
     */
    public record Ban(InetAddress address, Set<String> typed, String because) {
        private boolean isMeant(String by) {
            return AddressGroups.isMeant(by, address)
                    || typed.stream().anyMatch(word -> Name.keyOf(word).equals(Name.keyOf(by)));
        }
    }

    /** The ban of an address that people share, as it was asked for at a moment of {@code nanoTime}. */
    private record Question(InetAddress address, String typed, String reason, long at) {
        boolean isSame(Question before) {
            return address.equals(before.address)
                    && typed.equals(before.typed)
                    && reason.equals(before.reason)
                    && at - before.at <= ASKED_FOR;
        }
    }

    Bans(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    boolean contains(InetAddress address) {
        return byAddress.containsKey(address);
    }

    Collection<Ban> all() {
        return byAddress.values();
    }

    /** Whether this instructor has asked for the same ban a moment ago. If not, the next time counts as the second one. */
    boolean isAskedAgain(Person by, InetAddress address, String name, String reason) {
        Question question = new Question(address, name, reason, nanoTime.getAsLong());
        Question before = asked.remove(by);
        asked.values().removeIf(other -> question.at - other.at > ASKED_FOR);
        boolean again = before != null && question.isSame(before);
        if (!again) {
            asked.put(by, question);
        }
        return again;
    }

    void add(InetAddress address, String typed, String because) throws RefusedException {
        Ban before = byAddress.get(address);
        if (before == null && byAddress.size() >= MAX) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("ban.full", MAX));
        }
        Set<String> all = new HashSet<>(before == null ? Set.of() : before.typed());
        if (all.size() < MAX_TYPED) {
            all.add(typed); // otherwise the address itself ends the ban
        }
        byAddress.put(address, new Ban(address, all, because));
    }

    /** {@code typed}: what was typed to ban an address, or the address. False if there is no such ban. */
    boolean remove(String typed) {
        return byAddress.values().removeIf(ban -> ban.isMeant(typed));
    }
}
