package chatlab.server.chat;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.Event;
import chatlab.server.log.EventLog;
import chatlab.server.support.Scheduler;
import chatlab.server.support.Settings;
import java.util.List;

/**
 * Tells the instructors of wrong keys: of the first one at once, and of later ones once a minute, since a program that
 * guesses goes on and on. For use within {@link Hall#inOrder}.
 */
public final class KeyAlarm {
    private final Hall hall;
    private final EventLog eventLog;
    private final Settings settings;
    private final Scheduler scheduler;

    /** Wrong keys that the instructors have not been told of. */
    private int untold;

    private String lastFrom = "";
    private boolean waiting;

    public KeyAlarm(Hall hall, EventLog eventLog, Settings settings, Scheduler scheduler) {
        this.hall = hall;
        this.eventLog = eventLog;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    public void wrongKey(Person person) {
        eventLog.note(WORDS.get("console.key", person.name, person.peer()));
        untold++;
        lastFrom = person.name + ", " + person.peer();
        if (!waiting) {
            tell();
        }
    }

    private void tell() {
        List<Person> instructors = hall.roster().instructors().stream()
                .filter(person -> !person.isLost())
                .toList();
        waiting = untold > 0 && !instructors.isEmpty();
        if (waiting) {
            Event.Note note = new Event.Note("bad-key", WORDS.get("op.wrong-keys", untold, lastFrom));
            untold = 0;
            instructors.forEach(person -> person.send(note));
            scheduler.after(settings.tellMillis(), () -> hall.inOrder(this::tell));
        }
    }
}
