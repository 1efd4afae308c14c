package chatlab.server.report;

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
        Instant at = entry.at();
        Event event = entry.event();
        if (event instanceof Hand hand) {
            hands.take(at, hand, entry.end());
        } else if (event instanceof Poll poll) {
            polls.take(at, poll);
        } else if (event instanceof Did did) {
            course.take(at, did);
        } else if (event instanceof Predictions told) {
            course.take(at, told);
        } else if (event instanceof Event.Note note && note.code().equals(TranscriptEntry.FORGOTTEN)) {
            course.forget(note.words());
        } else if (event instanceof Event.Note note && note.code().equals(TranscriptEntry.START)) {
            end(last == null ? at : last); // the last line before a crash
        } else if (event instanceof Event.Note note && note.code().equals(TranscriptEntry.END)) {
            end(at);
        }
        last = at;
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
