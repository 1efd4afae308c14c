package chatlab.server.classroom;

import chatlab.protocol.Name;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Roster;
import chatlab.server.log.EventLog;
import chatlab.server.support.Scheduler;

/** The parts of the classroom. For use within {@link Hall#inOrder}, whose lock guards all of it. */
public final class Classroom implements Roster.Watcher {
    private final Hands hands;
    private final Polls polls;
    private final ClassTimer timer;
    private final Locks locks;

    private Classroom(Audience audience, EventLog eventLog, Scheduler scheduler) {
        this.hands = new Hands(audience, eventLog);
        this.polls = new Polls(audience, eventLog, scheduler);
        this.timer = new ClassTimer(audience, eventLog, scheduler);
        this.locks = new Locks(audience, eventLog);
    }

    /** A classroom around this hall, which learns from it of people that leave or change their names. */
    public static Classroom around(Hall hall, EventLog eventLog, Scheduler scheduler) {
        Classroom classroom = new Classroom(new Audience(hall), eventLog, scheduler);
        hall.roster().watch(classroom);
        return classroom;
    }

    public Hands hands() {
        return hands;
    }

    public Polls polls() {
        return polls;
    }

    public ClassTimer timer() {
        return timer;
    }

    public Locks locks() {
        return locks;
    }

    /** Tells a person what it comes into: it has entered, or has come back. */
    public void greet(Person person) {
        locks.greet(person);
        timer.greet(person);
        hands.greet(person);
        polls.greet(person);
    }

    /** Tells a person what it may know as an instructor. */
    public void greetInstructor(Person person) {
        hands.greet(person);
    }

    @Override
    public void renamed(Person person, Name old) {
        hands.renamed(person, old);
        polls.renamed(person, old);
    }

    @Override
    public void departed(Person person) {
        hands.departed(person);
    }
}
