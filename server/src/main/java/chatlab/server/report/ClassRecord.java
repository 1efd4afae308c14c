package chatlab.server.report;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.ClassroomEvent.Did;
import chatlab.protocol.ClassroomEvent.Hand;
import chatlab.protocol.ClassroomEvent.Poll;
import chatlab.protocol.ClassroomEvent.Predictions;
import chatlab.protocol.Event;
import chatlab.server.log.TranscriptEntry;
import java.time.Instant;

/** What happened in the class of one run beside its talk: takes its entries one after the other. */
final class ClassRecord {
    private final HandRecord hands;
    private final PollRecord polls;
    private final CourseRecord course;
    private Instant last;

    ClassRecord(Attendance attendance, Allowance allowance) {
        this.hands = new HandRecord(attendance, allowance);
        this.polls = new PollRecord(allowance);
        this.course = new CourseRecord(attendance, allowance);
    }

    void take(TranscriptEntry entry) {
        if (entry.event() instanceof Event.Note note) {
            take(entry.at(), note);
        } else if (entry.event() instanceof Event.Join join) {
            course.enter(join.name());
        } else if (entry.event() instanceof Event.Nick nick) {
            course.enter(nick.now());
        } else if (entry.event() instanceof ClassroomEvent event) {
            take(entry, event);
        }
        last = entry.at();
    }

    private void take(TranscriptEntry entry, ClassroomEvent event) {
        if (event instanceof Hand hand) {
            hands.take(entry.at(), hand, entry.end());
        } else if (event instanceof Poll poll) {
            polls.take(entry.at(), poll);
        } else if (event instanceof Did did) {
            course.take(entry.at(), did);
        } else if (event instanceof Predictions told) {
            course.take(entry.at(), told);
        }
    }

    private void take(Instant at, Event.Note note) {
        switch (note.code()) {
            case TranscriptEntry.FORGOTTEN -> course.forget(note.words());
            case TranscriptEntry.START -> end(last == null ? at : last); // the last line before a crash
            case TranscriptEntry.END -> end(at);
            default -> {
                // says nothing about the class
            }
        }
    }

    private void end(Instant at) {
        hands.endAll(at);
        polls.end();
    }

    /** No more entries come. */
    void close() {
        end(last);
    }

    HandRecord hands() {
        return hands;
    }

    PollRecord polls() {
        return polls;
    }

    CourseRecord course() {
        return course;
    }
}
