package chatlab.server.report;

import chatlab.protocol.ClassroomEvent.Gone;
import chatlab.protocol.Event;
import chatlab.server.log.TranscriptEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts each entry into its run, and gives whole messages to the outputs. */
final class ReportMaker {
    private static final Set<String> ABOUT_THE_SERVER = Set.of(TranscriptEntry.START, TranscriptEntry.END);

    /** Where a message goes to. */
    interface MessageReceiver {
        void message(int run, ReportedMessage message) throws CannotReportException;
    }

    private final RemovedMessages removed;
    private final MessageReceiver receiver;
    private final Map<String, ReportedRun> runs = new HashMap<>();
    private final Allowance allowance = new Allowance();
    private final List<ReportedRun> withPeople = new ArrayList<>();

    ReportMaker(RemovedMessages removed, MessageReceiver receiver) {
        this.removed = removed;
        this.receiver = receiver;
    }

    void take(TranscriptEntry entry) throws CannotReportException {
        ReportedRun run =
                runs.computeIfAbsent(entry.run(), name -> new ReportedRun(id -> removed.remover(name, id), allowance));
        if (run.number() == 0 && isAboutPeople(entry.event())) {
            withPeople.add(run);
            run.setNumber(withPeople.size());
        }
        hand(run, run.take(entry));
    }

    private static boolean isAboutPeople(Event event) {
        return !(event instanceof Event.Bye || event instanceof Gone)
                && !(event instanceof Event.Note note && ABOUT_THE_SERVER.contains(note.code()));
    }

    /** Ends all runs. Returns those in which there was a person or a message, in the order in which they began. */
    List<ReportedRun> finish() throws CannotReportException {
        for (ReportedRun run : withPeople) {
            hand(run, run.close());
        }
        return withPeople;
    }

    /** Whether a transcript tells of more in the class than a report keeps. */
    boolean isTooMuch() {
        return allowance.isExceeded();
    }

    private void hand(ReportedRun run, List<ReportedMessage> messages) throws CannotReportException {
        for (ReportedMessage message : messages) {
            receiver.message(run.number(), message);
        }
    }
}
