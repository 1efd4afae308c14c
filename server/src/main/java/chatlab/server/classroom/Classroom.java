package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.protocol.Name;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.chat.Roster;
import chatlab.server.log.EventLog;
import chatlab.server.support.Scheduler;
import java.net.InetAddress;
import java.util.function.Predicate;

/** The parts of the classroom. For use within {@link Hall#inOrder}, whose lock guards all of it. */
public final class Classroom implements Roster.Watcher {
    private final Hands hands;
    private final Polls polls;
    private final ClassTimer timer;
    private final Locks locks;
    private final ClassCourse course;

    /** Whether the server goes on with the messages of one that ended a moment ago, which had a classroom, too. */
    private boolean isRestarted;

    private Classroom(Audience audience, EventLog eventLog, Scheduler scheduler, Predicate<InetAddress> isLimited) {
        this.hands = new Hands(audience, eventLog);
        this.polls = new Polls(audience, eventLog, scheduler, isLimited);
        this.timer = new ClassTimer(audience, eventLog, scheduler);
        this.locks = new Locks(audience, eventLog);
        this.course = new ClassCourse(audience, eventLog, scheduler, isLimited);
    }

    /**
     * A classroom around this hall, which learns from it of people that leave or change their names.
     *
     * @param isLimited whether there are limits for people at this address
     * @param restartMillis how long newcomers are told that a former classroom has ended; 0 where there was none
     */
    public static Classroom around(
            Hall hall, EventLog eventLog, Scheduler scheduler, Predicate<InetAddress> isLimited, int restartMillis) {
        Classroom classroom = new Classroom(new Audience(hall), eventLog, scheduler, isLimited);
        hall.roster().watch(classroom);
        if (restartMillis > 0) {
            classroom.isRestarted = true;
            scheduler.after(restartMillis, () -> hall.inOrder(() -> classroom.isRestarted = false));
        }
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

    public ClassCourse course() {
        return course;
    }

    /** Greets a person that has entered for the first time. */
    public void welcome(Person person) {
        if (isRestarted) {
            person.send(new Event.Note("restarted", WORDS.get("restarted")));
        }
        greet(person);
    }

    /** Tells a person what it comes into: it has entered, or has come back. */
    public void greet(Person person) {
        course.changed(person);
        locks.greet(person);
        timer.greet(person);
        hands.greet(person);
        polls.greet(person);
        course.greet(person);
    }

    /** Tells a person what it may know as an instructor. */
    public void greetInstructor(Person person) {
        hands.greet(person);
    }

    @Override
    public void renamed(Person person, Name old) {
        hands.renamed(person, old);
        polls.renamed(person, old);
        course.renamed(person, old);
    }

    @Override
    public void departed(Person person) {
        hands.departed(person);
        polls.departed(person);
        course.departed(person);
    }

    @Override
    public void changed(Person person) {
        course.changed(person);
    }
}
