package chatlab.server.log;

import static chatlab.server.support.ServerWords.WORDS;

import chatlab.protocol.ClassroomEvent;
import chatlab.protocol.Event;
import chatlab.server.delivery.Batch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Takes every event to the transcript, if there is one, and to the instructor's console. Never blocks. Safe for use by several
 * threads.
 */
public final class EventLog {
    private final Transcript transcript;
    private final Console console;

    /** {@code transcript} is null when the server keeps none. */
    public EventLog(Transcript transcript, Console console) {
        this.transcript = transcript;
        this.console = console;
    }

    public boolean isRecording() {
        return transcript != null;
    }

    /** {@code peer} is the address of the client that did it; empty for the server. */
    public void happened(Batch batch, String peer) {
        List<? extends Event> events = batch.events();
        if (transcript != null && isForTranscript(events.get(0))) {
            transcript.append(batch.rich(), events.size());
        }
        for (Event event : events) {
            console.show(event, peer);
        }
    }

    /** Shows a private message to the server. It does not go to the transcript. */
    public void whispered(Event.Msg message, String peer) {
        console.show(message, peer);
    }

    /** Notes that the earlier messages of this room, which was cleared or has ended, are not shown again after a crash. */
    public void cleared(String room) {
        if (transcript != null) {
            transcript.appendTakingBack(Batch.line(new Event.Note(Transcript.CLEARED, room).print()));
        }
    }

    /** A message was removed from all histories: its text may not come back, also after a crash. */
    public void removed(ClassroomEvent.Gone gone, String words) {
        if (transcript != null) {
            transcript.appendTakingBack(Batch.line(gone.print()));
        }
        tell(words);
    }

    /** What happened in the class beside its talk: {@code words} go to the console, and may say more. */
    public void happened(ClassroomEvent event, String words) {
        record(event);
        tell(words);
    }

    /** Shows words about a person on the console alone. */
    public void tell(String words) {
        console.noteOfPerson(words);
    }

    /** A hand went down, as clients are told by {@code gone}; the transcript says more. */
    public void happened(ClassroomEvent.Hand gone, HandEnd end, String words) {
        record(gone, end);
        tell(words);
    }

    /** Takes the event to the transcript alone. */
    public void record(ClassroomEvent event) {
        keep(event.print(), event instanceof ClassroomEvent.Did ? "" : now());
    }

    /** Takes it to the transcript alone that the hand went down. */
    public void record(ClassroomEvent.Hand gone, HandEnd end) {
        keep(gone.print(), now() + " " + TranscriptReader.END + "=" + end.word());
    }

    private static String now() {
        return " " + TranscriptReader.AT + "=" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** {@code keys} are for a report: the clients did not get them. They stand first, so no text can pretend to be one. */
    private void keep(String line, String keys) {
        if (transcript != null) {
            int verb = line.indexOf(' ');
            transcript.append(Batch.line(line.substring(0, verb) + keys + line.substring(verb)), 1);
        }
    }

    /** What was reported under this name in the course does not count any more. */
    public void forgotten(String name, String words) {
        keepNote(TranscriptEntry.FORGOTTEN, name);
        console.note(words);
    }

    public void lost(String name, String peer) {
        keepNote(TranscriptEntry.LOST, name);
        console.noteOfPerson(WORDS.get("console.lost", name, peer));
    }

    public void tookOver(String name, String peer) {
        keepNote(TranscriptEntry.BACK, name);
        console.noteOfPerson(WORDS.get("console.back", name, peer));
    }

    public void tooSlow(String name, String peer) {
        console.noteOfPerson(WORDS.get("console.slow", name, peer));
    }

    public void note(String words) {
        console.note(words);
    }

    /** The others are told of a loss only after a while, or never; a report needs its time. */
    private void keepNote(String code, String name) {
        if (transcript != null) {
            transcript.appendNote(code, name);
        }
    }

    private static boolean isForTranscript(Event event) {
        return event instanceof Event.Msg
                || event instanceof Event.Join
                || event instanceof Event.Leave
                || event instanceof Event.Nick;
    }
}
