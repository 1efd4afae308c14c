package chatlab.server.chat;

import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * People whose connection was lost: a laptop that changes its network is back in a moment. So the others are told only after
 * a grace that the person has left, and its name is kept for longer. Guarded by the lock of the {@link Hall}.
 */
final class LostPeople {
    private static final int MAX = 1000;

    /** The person that was lost first comes first. */
    private final Map<Person, Loss> losses = new LinkedHashMap<>();

    private final Hall hall;
    private final Settings settings;
    private final Scheduler scheduler;

    LostPeople(Hall hall, Settings settings, Scheduler scheduler) {
        this.hall = hall;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    /** One loss of one person, and what is to be done if the person does not come back. */
    private static final class Loss {
        private Future<?> leave;
        private Future<?> forget;
    }

    /** Waits for this person, and forgets another one where too many are waited for. */
    void add(Person person) {
        person.lostAt = System.nanoTime();
        Loss loss = new Loss();
        losses.put(person, loss);
        hall.roster().noteChange(person);
        loss.leave = unlessBack(person, loss, settings.graceMillis(), () -> hall.leaveRoom(person, "lost", ""));
        loss.forget = unlessBack(person, loss, settings.keepMillis(), () -> hall.forget(person));
        oneTooMany(person.address()).ifPresent(hall::forget);
    }

    /** A task may already wait for the lock when the person comes back, so a cancelled one must find out, too. */
    private Future<?> unlessBack(Person person, Loss loss, long millis, Runnable task) {
        return scheduler.after(
                millis,
                () -> hall.inOrder(() -> {
                    if (losses.get(person) == loss) {
                        task.run();
                    }
                }));
    }

    /** The person has come back, or is not waited for any more. */
    void remove(Person person) {
        Loss loss = losses.remove(person);
        if (loss != null) {
            loss.leave.cancel(false);
            loss.forget.cancel(false);
        }
    }

    /** The person to forget, now that another one was lost from {@code address}. Never an instructor. */
    private Optional<Person> oneTooMany(InetAddress address) {
        List<Person> students =
                losses.keySet().stream().filter(person -> !person.instructor).toList();
        List<Person> fromThere = students.stream()
                .filter(person -> person.address().equals(address))
                .toList();
        if (settings.limits(address) && fromThere.size() > settings.keptPerAddress()) {
            return Optional.of(leastMissed(fromThere));
        }
        return students.size() > MAX ? Optional.of(leastMissed(students)) : Optional.empty();
    }

    /** A program can lose many people in a moment: people that had their names only for a moment are forgotten first. */
    private Person leastMissed(List<Person> lost) {
        long worn = TimeUnit.MILLISECONDS.toNanos(settings.wornMillis());
        return lost.stream()
                .filter(person -> person.isGuest() || person.lostAt - person.namedAt < worn)
                .findFirst()
                .orElse(lost.get(0));
    }
}
