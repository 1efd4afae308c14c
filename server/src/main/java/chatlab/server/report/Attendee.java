package chatlab.server.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known of one person in one run. A person is a name; a rename carries the figures on to the new name. */
final class Attendee {
    private static final double MILLIS_A_MINUTE = 60_000;

    /** More earlier names are not kept: a program can rename itself without end. */
    private static final int MOST_NAMES = 20;

    private final Set<String> formerNames = new LinkedHashSet<>();
    private String name;
    private Instant first;
    private Instant last;
    private long messages;

    /** Milliseconds in the rooms, without the time since {@code cameAt}. */
    private long present;

    /** When the person came; null while it is not there. */
    private Instant cameAt;

    /** When the connection was lost, if it is; otherwise null. */
    private Instant lostAt;

    /** The attendee that goes on with the figures of this attendee; itself until then. */
    private Attendee current = this;

    Attendee(String name) {
        this.name = name;
    }

    void come(Instant at) {
        if (cameAt != null) {
            leaveAtLast();
        }
        cameAt = at;
        first = first == null ? at : first;
        last = at;
        lostAt = null;
    }

    /** The person does something, so it is there. */
    void act(Instant at) {
        if (cameAt == null) {
            come(at);
        }
        last = at;
        lostAt = null;
    }

    void speak(Instant at) {
        act(at);
        messages++;
    }

    void lose(Instant at) {
        if (cameAt != null && lostAt == null) {
            lostAt = at;
        }
    }

    void comeBack() {
        lostAt = null;
    }

    /** The person leaves, or its server ends. A person that was lost, and is not back, left when it was lost. */
    void leave(Instant at) {
        if (first == null) { // its arrival is in no transcript
            come(at);
        }
        if (cameAt != null) {
            last = lostAt == null ? at : lostAt;
            present += Math.max(0, cameAt.until(last, ChronoUnit.MILLIS));
            cameAt = null;
            lostAt = null;
        }
    }

    boolean isPresent() {
        return cameAt != null;
    }

    /** An instructor can rename a person that is lost or has left, so a new name does not say that the person is there. */
    void rename(String now, Instant at) {
        if (first == null || cameAt != null && lostAt == null) {
            act(at);
        }
        keepAsFormer(name);
        formerNames.remove(now);
        name = now;
    }

    private void keepAsFormer(String former) {
        if (formerNames.size() < MOST_NAMES) {
            formerNames.add(former);
        }
    }

    /** Its departure is in no transcript: it was there until its last line. */
    void leaveAtLast() {
        leave(last);
    }

    /** Whether this person had left before the other one came for the first time. */
    boolean hasLeftBefore(Attendee other) {
        return !last.isAfter(other.first);
    }

    /** This person goes on, under the name that {@code earlier} had before it left. */
    void absorb(Attendee earlier) {
        earlier.current = this;
        first = earlier.first.isBefore(first) ? earlier.first : first;
        present += earlier.present;
        messages += earlier.messages;
        earlier.formerNames.forEach(this::keepAsFormer);
        formerNames.remove(name);
    }

    /** The person that this one has become. */
    Attendee current() {
        Attendee person = this;
        while (person.current != person) {
            person.current = person.current.current; // a long way is halved each time it is gone
            person = person.current;
        }
        return person;
    }

    String name() {
        return name;
    }

    /** In the order in which they were given up. */
    List<String> formerNames() {
        return List.copyOf(formerNames);
    }

    Instant first() {
        return first;
    }

    /** The last moment at which the person was there. */
    Instant last() {
        return last;
    }

    /** Rounded. */
    long minutes() {
        return Math.round(present / MILLIS_A_MINUTE);
    }

    /** A paste is one message. */
    long messages() {
        return messages;
    }
}
