package chatlab.server.report;

import chatlab.protocol.Event;
import chatlab.server.log.TranscriptEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** One run of a server: its people, and the paste that is being read. */
final class ReportedRun {
    private final Attendance attendance = new Attendance();
    private final ClassRecord inClass;
    private final List<String> lines = new ArrayList<>();
    private final LongFunction<String> remover;
    private int number;

    /** The first line of the paste that is being read; null while none is. */
    private Event.Msg begun;

    /** {@code remover}: the name of the person that removed a message; empty for a message that was not removed. */
    ReportedRun(LongFunction<String> remover, Allowance allowance) {
        this.inClass = new ClassRecord(attendance, allowance);
        this.remover = remover;
    }

    /** Which of the runs with people it is, from 1; 0 for a run without any. */
    int number() {
        return number;
    }

    void setNumber(int number) {
        this.number = number;
    }

    Attendance attendance() {
        return attendance;
    }

    ClassRecord inClass() {
        return inClass;
    }

    /** Takes the next entry. Returns the messages that are whole now: none, or one, or a torn paste and the one behind it. */
    List<ReportedMessage> take(TranscriptEntry entry) {
        Event event = entry.event();
        attendance.take(entry.at(), event);
        inClass.take(entry);
        List<ReportedMessage> whole = new ArrayList<>(2);
        if (begun != null && !isNextPart(event)) {
            whole.add(takePaste());
        }
        if (event instanceof Event.Msg line && line.part().isWhole()) {
            whole.add(message(line, List.of(line.text())));
        } else if (event instanceof Event.Msg line) {
            begun = begun == null ? line : begun;
            lines.add(line.text());
            if (line.part().number() == line.part().of()) {
                whole.add(takePaste());
            }
        }
        return whole;
    }

    private boolean isNextPart(Event event) {
        return event instanceof Event.Msg line
                && line.id() == begun.id()
                && line.part().number() == begun.part().number() + lines.size();
    }

    /** No more entries come. Returns the paste whose end is missing, if there is one. */
    List<ReportedMessage> close() {
        attendance.close();
        inClass.close();
        return begun == null ? List.of() : List.of(takePaste());
    }

    private ReportedMessage takePaste() {
        ReportedMessage paste = message(begun, List.copyOf(lines));
        begun = null;
        lines.clear();
        return paste;
    }

    private ReportedMessage message(Event.Msg line, List<String> texts) {
        String removedBy = remover.apply(line.id());
        return new ReportedMessage(
                line.at(),
                line.room(),
                line.from(),
                line.id(),
                !line.part().isWhole(),
                removedBy,
                removedBy.isEmpty() ? texts : List.of());
    }
}
