package chatlab.server.classroom;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.Times;
import chatlab.server.chat.Hall;
import chatlab.server.chat.Person;
import chatlab.server.log.EventLog;
import chatlab.server.support.RefusedException;
import chatlab.server.support.Scheduler;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The timer of the class, one at a time. For use within {@link Hall#inOrder}, whose lock guards all of it. */
public final class ClassTimer {
    /** Characters. */
    private static final int MAX_TEXT = 200;

    private final Audience audience;
    private final EventLog eventLog;
    private final Scheduler scheduler;

    /** Null while no timer runs. */
    private Running running;

    /** What ends the running timer. */
    private Future<?> end;

    /** {@code endNanos}: of {@code nanoTime}, since the clock of the machine may be set meanwhile. */
    private record Running(Instant ends, long endNanos, String text) {}

    ClassTimer(Audience audience, EventLog eventLog, Scheduler scheduler) {
        this.audience = audience;
        this.eventLog = eventLog;
        this.scheduler = scheduler;
    }

    /** Starts a timer in place of the one that runs, or stops that. */
    public void set(Person by, InstructorCommand.Timer command) throws RefusedException {
        if (command.seconds() > 0) {
            start(by, command.seconds(), Audience.text(command.text(), MAX_TEXT));
        } else {
            stop(by);
        }
    }

    private void start(Person by, int seconds, String text) {
        forget();
        Running started = new Running(
                Hall.now().plusSeconds(seconds), System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds), text);
        running = started;
        end = scheduler.after(
                TimeUnit.SECONDS.toMillis(seconds), () -> audience.hall().inOrder(() -> end(started)));
        audience.tell(event(seconds));
        eventLog.note(WORDS.get("timer.started", Times.left(seconds), by.name(), text.isEmpty() ? "" : ": " + text));
    }

    private void stop(Person by) throws RefusedException {
        if (running == null) {
            throw Audience.notAllowed("timer.none");
        }
        audience.tell(new ClassroomEvent.Timer(Hall.now(), 0, ""));
        eventLog.note(WORDS.get("timer.stopped", by.name()));
        forget();
    }

    /** The task may have waited for the lock while another timer was started. */
    private void end(Running ended) {
        if (running == ended) {
            String words = WORDS.get("timer.over");
            audience.tell(new Event.Note("timer", ended.text().isEmpty() ? words : words + " " + ended.text()));
            eventLog.note(words);
            forget();
        }
    }

    private void forget() {
        if (running != null) {
            end.cancel(false);
            running = null;
        }
    }

    void greet(Person person) {
        if (running != null) {
            long left = TimeUnit.NANOSECONDS.toSeconds(running.endNanos() - System.nanoTime());
            person.send(event((int) Math.max(1, left)));
        }
    }

    private ClassroomEvent.Timer event(int left) {
        return new ClassroomEvent.Timer(running.ends(), left, running.text());
    }
}
