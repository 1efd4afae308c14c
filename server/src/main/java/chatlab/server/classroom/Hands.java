package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.EventLog;
import chatlab.server.log.HandEnd;
import chatlab.server.support.RefusedException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The hands that are up. A person that was lost keeps its place until its name is given away. For use within
 * {@link Hall#inOrder}, whose lock guards all of it.
 */
public final class Hands {
    private static final int MAX = 200;

    /** Characters. */
    private static final int MAX_TEXT = 200;

    private final Audience audience;
    private final EventLog eventLog;

    /** The hand that is up for longest comes first. */
    private final Map<Person, Raised> up = new LinkedHashMap<>();

    private int lastPlace;

    private record Raised(int place, String text) {}

    Hands(Audience audience, EventLog eventLog) {
        this.audience = audience;
        this.eventLog = eventLog;
    }

    /** Raises the hand of this person, or changes what is written on it: then it keeps its place. */
    public void raise(Person person, String typed) throws RefusedException {
        String text = Audience.text(typed, MAX_TEXT);
        Raised before = up.get(person);
        if (before == null && up.size() >= MAX) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("hands.full", MAX));
        }
        if (before != null && before.text().equals(text)) {
            return;
        }
        up.put(person, new Raised(before == null ? ++lastPlace : before.place(), text));
        String words = WORDS.get("hands.up", person.name(), text.isEmpty() ? "" : ": " + text);
        if (before == null) {
            eventLog.happened(hand(person, false), words);
            tell(person, other -> other.isRich() || mayRead(other, person));
        } else {
            tell(person, other -> mayRead(other, person)); // the others do not see the text
            eventLog.tell(words);
        }
    }

    /** Takes down the hand of {@code by}, or that of the person called {@code name} where that is not empty. */
    public void lower(Person by, String name) throws RefusedException {
        if (name.isEmpty()) {
            if (!up.containsKey(by)) {
                throw Audience.notAllowed("hands.not-up.you");
            }
            down(by, "", HandEnd.DOWN);
            return;
        }
        if (!by.isInstructor()) {
            throw Audience.notAllowed("not-allowed");
        }
        Person person = audience.hall().roster().known(name);
        if (!up.containsKey(person)) {
            throw Audience.notAllowed("hands.not-up", person.name());
        }
        down(person, by.name().shown(), HandEnd.LOWERED);
        person.sendNowOrLater(new Event.Note("lowered", WORDS.get("hands.lowered", by.name())));
    }

    /**
     * Calls the person whose hand is up for longest and that is here. Under a hush that person may speak now, and the one before it
     * no longer.
     */
    public void next(Person by) throws RefusedException {
        Person called =
                up.keySet().stream().filter(Audience::isHere).findFirst().orElse(null);
        if (called != null) {
            down(called, by.name().shown(), HandEnd.CALLED);
            audience.tell(new Event.Note("next", WORDS.get("hands.next", by.name(), called.name())));
            eventLog.note(WORDS.get("hands.called", by.name(), called.name()));
        }
        boolean turnHasEnded = audience.hall().silence().giveFloor(called);
        if (called == null && !turnHasEnded) {
            throw Audience.notAllowed("hands.none");
        }
    }

    /** The hands that are up, with what this person may read of them. */
    public List<ClassroomEvent.Hand> seenBy(Person person) {
        List<ClassroomEvent.Hand> hands = new ArrayList<>();
        up.keySet().forEach(other -> hands.add(hand(other, mayRead(person, other))));
        return hands;
    }

    /** A plain client is told only what its person may read. */
    void greet(Person person) {
        up.keySet().stream()
                .filter(other -> person.isRich() || mayRead(person, other))
                .forEach(other -> person.send(hand(other, mayRead(person, other))));
    }

    void renamed(Person person, Name old) {
        if (!up.containsKey(person)) {
            return;
        }
        eventLog.record(hand(person, false));
        tell(person, Person::isRich); // plain clients read of the new name alone
        if (!old.key().equals(person.name().key())) {
            ClassroomEvent.Hand gone = new ClassroomEvent.Hand(old.shown(), 0, "", "");
            eventLog.record(gone, HandEnd.RENAMED);
            audience.all().stream().filter(Person::isRich).forEach(other -> other.send(gone));
        }
    }

    void departed(Person person) {
        if (up.containsKey(person)) {
            down(person, "", HandEnd.LEFT);
        }
    }

    private void down(Person person, String by, HandEnd end) {
        up.remove(person);
        ClassroomEvent.Hand gone = new ClassroomEvent.Hand(person.name().shown(), 0, by, "");
        eventLog.happened(gone, end, WORDS.get("hands.down", person.name(), by.isEmpty() ? "" : ", " + by));
        audience.all().stream()
                .filter(other -> other.isRich() || mayRead(other, person))
                .forEach(other -> other.send(gone));
    }

    private void tell(Person person, Predicate<Person> receives) {
        ClassroomEvent.Hand full = hand(person, true);
        ClassroomEvent.Hand bare = hand(person, false);
        audience.all().stream().filter(receives).forEach(other -> other.send(mayRead(other, person) ? full : bare));
    }

    /** What is written on a hand is for the instructors, and for the person itself. */
    private static boolean mayRead(Person reader, Person person) {
        return reader == person || reader.isInstructor();
    }

    private ClassroomEvent.Hand hand(Person person, boolean withText) {
        Raised raised = up.get(person);
        return new ClassroomEvent.Hand(person.name().shown(), raised.place(), "", withText ? raised.text() : "");
    }
}
