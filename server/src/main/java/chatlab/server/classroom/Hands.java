package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ErrorCode;
import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.protocol.PlainRenderer;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.EventLog;
import chatlab.server.log.HandEnd;
import chatlab.server.support.RefusedException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<Person, Raised> up = new HashMap<>();

    private int lastPlace;

    /** What {@link #undo} undoes: the hand that an instructor took down last; null where there is nothing to undo. */
    private Lowered lowered;

    private record Raised(int place, String text) {}

    /**
     * A hand that an instructor took down.
     *
     * @param called whether its person was called
     * @param floorBefore the person that might speak under the hush until then; null for none
     */
    private record Lowered(Person person, Raised hand, boolean called, Person floorBefore) {}

    Hands(Audience audience, EventLog eventLog) {
        this.audience = audience;
        this.eventLog = eventLog;
    }

    /** Raises the hand of this person, or changes what is written on it: then it keeps its place. */
    public void raise(Person person, String typed) throws RefusedException {
        String text = Audience.text(typed, MAX_TEXT);
        Raised before = up.get(person);
        if (before != null && before.text().equals(text)) {
            return;
        }
        if (before == null) {
            checkHasRoom();
        }
        up.put(person, new Raised(before == null ? ++lastPlace : before.place(), text));
        String words = WORDS.get("hands.up", person.name(), text.isEmpty() ? "" : ": " + text);
        if (before == null) {
            eventLog.happened(hand(person, false), words);
            tell(person, other -> other.isRich() || mayRead(other, person));
            forgetLowered(person);
        } else {
            tell(person, other -> mayRead(other, person)); // the others do not see the text
            eventLog.tell(words);
        }
    }

    private void checkHasRoom() throws RefusedException {
        if (up.size() >= MAX) {
            throw new RefusedException(ErrorCode.FULL, WORDS.get("hands.full", MAX));
        }
    }

    /** Takes down the hand of this person, which itself asks for that. */
    public void lower(Person person) throws RefusedException {
        if (!up.containsKey(person)) {
            throw Audience.notAllowed("hands.not-up.you");
        }
        down(person, "", HandEnd.DOWN);
    }

    /** Takes down the hand of this person. */
    public void lower(Person by, Person person) throws RefusedException {
        checkIsUp(person);
        down(by, person, HandEnd.LOWERED);
        person.sendNowOrLater(new Event.Note("lowered", WORDS.get("hands.lowered", by.actor())));
    }

    /** Calls the person whose hand is up for longest and that is here. If there is none, the turn ends of the person before it. */
    public void next(Person by) throws RefusedException {
        Optional<Person> first = people().stream().filter(Audience::isHere).findFirst();
        Person before = audience.hall().silence().floor();
        if (first.isPresent()) {
            call(by, first.get());
        } else if (audience.hall().silence().giveFloor(null)) {
            eventLog.note(WORDS.get("hands.over", before.name(), by.name()));
        } else {
            throw Audience.notAllowed("hands.none");
        }
    }

    /** Calls this person. Under a hush it may speak now, and the one before it no longer. */
    public void call(Person by, Person person) throws RefusedException {
        checkIsUp(person);
        if (!Audience.isHere(person)) {
            throw Audience.notAllowed("hands.lost", person.name());
        }
        down(by, person, HandEnd.CALLED);
        audience.tell(new Event.Note("next", WORDS.get("hands.next", by.actor(), person.name())));
        eventLog.note(WORDS.get("hands.called", person.name(), by.name()));
        audience.hall().silence().giveFloor(person);
    }

    private void checkIsUp(Person person) throws RefusedException {
        if (!up.containsKey(person)) {
            throw Audience.notAllowed("hands.not-up", person.name());
        }
    }

    /**
     * Puts up again the hand that an instructor took down last, in its old place and with its text. Where its person was called
     * under the hush, the turn goes back to the person that had it before.
     */
    public void undo(Person by) throws RefusedException {
        if (lowered == null) {
            throw Audience.notAllowed("hands.nothing-to-undo");
        }
        checkHasRoom();
        Lowered undone = lowered;
        Person person = undone.person();
        up.put(person, undone.hand());
        eventLog.happened(hand(person, false), WORDS.get("hands.again", person.name(), by.name()));
        tell(person, other -> other.isRich() || mayRead(other, person));
        setLowered(null);
        if (undone.called()) {
            audience.tell(new Event.Note("undone", WORDS.get("hands.undone.next", by.actor(), person.name())));
        } else {
            person.sendNowOrLater(new Event.Note("undone", WORDS.get("hands.undone.lower", by.actor())));
        }
        if (audience.hall().silence().floor() == person) {
            audience.hall().silence().giveFloor(undone.floorBefore());
        }
    }

    /** The hands that are up, with their texts, in the order in which they are called. */
    public List<ClassroomEvent.Hand> inLine() {
        return people().stream().map(person -> hand(person, true)).toList();
    }

    /** The hands that are up, with what this person may read of them. */
    public List<Event> toldTo(Person person) {
        return people().stream().map(other -> told(person, other)).toList();
    }

    /** A plain client is told only what its person may read. */
    void greet(Person person) {
        people().stream()
                .filter(other -> person.isRich() || mayRead(person, other))
                .forEach(other -> person.send(told(person, other)));
        if (lowered != null) {
            tellUndo(person);
        }
    }

    void renamed(Person person, Name old) {
        if (lowered != null && lowered.person() == person) {
            setLowered(lowered); // tells the new name
        }
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
        forgetLowered(person);
    }

    private void down(Person by, Person person, HandEnd end) {
        Person floorBefore = audience.hall().silence().floor();
        Lowered now = new Lowered(person, up.get(person), end == HandEnd.CALLED, floorBefore);
        down(person, by.name().shown(), end);
        setLowered(now);
    }

    private void forgetLowered(Person person) {
        if (lowered != null && lowered.person() == person) {
            setLowered(null);
        }
    }

    private void setLowered(Lowered now) {
        lowered = now;
        audience.all().forEach(this::tellUndo);
    }

    private void tellUndo(Person person) {
        if (person.isInstructor() && person.isRich()) {
            person.send(
                    lowered == null
                            ? ClassroomEvent.Undo.NOTHING
                            : new ClassroomEvent.Undo(
                                    lowered.called(), lowered.person().name().shown()));
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
        audience.all().stream().filter(receives).forEach(other -> other.send(told(other, person)));
    }

    /** What {@code reader} is told of this hand: a plain client, how many hands are called before its own. */
    private Event told(Person reader, Person person) {
        if (reader == person && !reader.isRich()) {
            return new Event.Note(
                    "",
                    PlainRenderer.ownHand(
                            people().indexOf(person), up.get(person).text()));
        }
        return hand(person, mayRead(reader, person));
    }

    /** The people whose hands are up; the hand that is up for longest comes first. */
    private List<Person> people() {
        return up.keySet().stream()
                .sorted(Comparator.comparing(person -> up.get(person).place()))
                .toList();
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
