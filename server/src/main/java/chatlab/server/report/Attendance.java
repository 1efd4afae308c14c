package chatlab.server.report;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.log.TranscriptEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The people of one run: takes its entries one after the other. */
final class Attendance {
    /** The name under which the server's own keyboard speaks. It is no person. */
    static final String SERVER = "server";

    private final Map<String, Attendee> byKey = new LinkedHashMap<>();

    /** By the key of a name: the people that had it and have left, while another person has it. The last one is on top. */
    private final Map<String, Deque<Attendee>> under = new HashMap<>();

    /** By the key of a name that was given up: the person that had it last. */
    private final Map<String, Attendee> former = new HashMap<>();

    /** To find the key of a name takes longer than to read a line, and a name comes often. */
    private final Map<String, String> keys = new HashMap<>();

    private Instant begin;
    private Instant end;
    private long lastMessage;

    void take(Instant at, Event event) {
        begin = begin == null ? at : begin;
        if (event instanceof Event.Msg message) {
            speak(message);
        } else if (event instanceof Event.Join join) {
            person(join.name()).come(at);
        } else if (event instanceof Event.Leave leave) {
            person(leave.name()).leave(at);
        } else if (event instanceof Event.Nick nick) {
            rename(nick);
        } else if (event instanceof Event.Bye) {
            endAll(at);
        } else if (event instanceof Event.Note note) {
            note(at, note);
        }
        end = at;
    }

    private void note(Instant at, Event.Note note) {
        switch (note.code()) {
            case TranscriptEntry.START -> endAll(end == null ? at : end); // the last line before a crash
            case TranscriptEntry.END -> endAll(at);
            case TranscriptEntry.LOST -> known(note.words()).ifPresent(person -> person.lose(at));
            case TranscriptEntry.BACK -> known(note.words()).ifPresent(Attendee::comeBack);
            case TranscriptEntry.FORGOTTEN -> {
                // says nothing about attendance
            }
            default -> throw new IllegalArgumentException(note.code());
        }
    }

    private void speak(Event.Msg message) {
        if (message.from().equals(SERVER)) {
            return;
        }
        Attendee person = person(message.from());
        if (message.part().isWhole() || message.id() != lastMessage) {
            person.speak(message.at());
        } else {
            person.act(message.at());
        }
        lastMessage = message.id();
    }

    private void rename(Event.Nick nick) {
        Attendee person = person(nick.old());
        String old = key(nick.old());
        byKey.remove(old);
        former.put(old, person);
        person.rename(nick.now(), nick.at());
        Attendee earlier = byKey.put(key(nick.now()), person);
        if (earlier != null) {
            takeName(person, earlier);
        }
        bearAgain(old);
    }

    /** The person takes the name of another person that has left: the two are one person, unless both were there at a time. */
    private void takeName(Attendee person, Attendee earlier) {
        earlier.leaveAtLast();
        if (earlier.hasLeftBefore(person)) {
            person.absorb(earlier);
        } else {
            under.computeIfAbsent(key(person.name()), key -> new ArrayDeque<>()).push(earlier);
        }
    }

    /** The name was given up: the person that had it before has it again, if it comes back. */
    private void bearAgain(String key) {
        Deque<Attendee> earlier = under.get(key);
        if (earlier != null && !byKey.containsKey(key)) {
            byKey.put(key, earlier.pop());
            under.computeIfPresent(key, (same, rest) -> rest.isEmpty() ? null : rest);
        }
    }

    private Attendee person(String name) {
        return byKey.computeIfAbsent(key(name), key -> new Attendee(name));
    }

    /** The person that bears this name now. */
    Bearer bearerNow(String name) {
        return new Bearer(name, byKey.get(Name.keyOf(name)));
    }

    /** The person that bears this name now, or has borne it last. */
    Bearer bearer(String name) {
        String key = Name.keyOf(name);
        return new Bearer(name, byKey.getOrDefault(key, former.get(key)));
    }

    /** Of the name of a person that is or was there: each one is kept. */
    String key(String name) {
        return keys.computeIfAbsent(name, Name::keyOf);
    }

    private Optional<Attendee> known(String name) {
        return Optional.ofNullable(byKey.get(key(name)));
    }

    private void endAll(Instant at) {
        byKey.values().stream().filter(Attendee::isPresent).forEach(person -> person.leave(at));
    }

    /** No more entries come: a server that still runs, or has crashed, is known to have been there up to its last line. */
    void close() {
        endAll(end);
    }

    Collection<Attendee> people() {
        return Stream.concat(byKey.values().stream(), under.values().stream().flatMap(Deque::stream))
                .toList();
    }

    /** The time of the first entry. */
    Instant begin() {
        return begin;
    }

    /** The time of the last entry. */
    Instant end() {
        return end;
    }
}
