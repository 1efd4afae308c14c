package chatlab.server.report;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event;
import chatlab.protocol.Part;
import chatlab.server.log.TranscriptEntry;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** Writes the transcript of a lesson whose clock the test sets. */
final class LessonScript {
    private final StringBuilder lines = new StringBuilder();
    private Instant now = Instant.EPOCH;
    private long lastId;

    String text() {
        return lines.toString();
    }

    /** The time of what follows, like 09:00:15, on 2026-11-20 in UTC. */
    LessonScript at(String time) {
        now = Instant.parse("2026-11-20T" + time + "Z");
        return this;
    }

    /** A server begins, or goes on with a run after a crash. */
    LessonScript start(String run) {
        return line("NOTE code=run :" + run).note(TranscriptEntry.START, "");
    }

    LessonScript newRun(String run) {
        lastId = 0;
        return start(run);
    }

    LessonScript end() {
        return note(TranscriptEntry.END, "").line("BYE code=shutdown");
    }

    LessonScript join(String... names) {
        return joinRoom(Chat1.LOBBY, names);
    }

    LessonScript joinRoom(String room, String... names) {
        for (String name : names) {
            line(new Event.Join(room, name, now).print());
        }
        return this;
    }

    LessonScript leave(String name, String code) {
        return leaveRoom(Chat1.LOBBY, name, code, "");
    }

    LessonScript leaveRoom(String room, String name, String code, String reason) {
        return line(new Event.Leave(room, name, now, code, reason).print());
    }

    LessonScript nick(String old, String name) {
        return line(new Event.Nick(old, name, now).print());
    }

    LessonScript lost(String name) {
        return note(TranscriptEntry.LOST, name);
    }

    LessonScript back(String name) {
        return note(TranscriptEntry.BACK, name);
    }

    LessonScript say(String name, String text) {
        return sayIn(Chat1.LOBBY, name, text);
    }

    LessonScript sayIn(String room, String name, String text) {
        return message(room, name, ++lastId, Part.WHOLE, text);
    }

    LessonScript paste(String name, List<String> texts) {
        lastId++;
        for (int i = 0; i < texts.size(); i++) {
            message(Chat1.LOBBY, name, lastId, new Part(i + 1, texts.size()), texts.get(i));
        }
        return this;
    }

    private LessonScript message(String room, String name, long id, Part part, String text) {
        return line(new Event.Msg(room, "", name, id, now, part, false, "", text).print());
    }

    /** A hand goes up, or has another name since its person was renamed. */
    LessonScript hand(String name, int place) {
        return line("HAND at=" + now + " name=" + name + " place=" + place);
    }

    /** A hand goes down; {@code end} as in the transcript. */
    LessonScript handDown(String name, String end) {
        return line("HAND at=" + now + " end=" + end + " name=" + name + " place=0");
    }

    LessonScript handDownBy(String instructor, String name, String end) {
        return line("HAND at=" + now + " end=" + end + " name=" + name + " place=0 by=" + instructor);
    }

    /** {@code keys} are those behind the time. */
    LessonScript poll(String keys, String question) {
        return line("POLL at=" + now + " " + keys + " :" + question);
    }

    LessonScript did(String name, String chapter, String... facts) {
        for (String fact : facts) {
            line("DID name=" + name + " chapter=" + chapter + " fact=" + fact + " at=" + now);
        }
        return this;
    }

    /** A chapter is shown, opened or closed. */
    LessonScript chapter(String chapter, int predicted, int of, String counts) {
        return line("CLASS at=" + now + " chapter=" + chapter + " open=1 predicted=" + predicted + " of=" + of
                + (counts.isEmpty() ? "" : " counts=" + counts));
    }

    /** The same for each of these people. */
    LessonScript each(List<String> names, BiConsumer<LessonScript, String> does) {
        names.forEach(name -> does.accept(this, name));
        return this;
    }

    LessonScript forget(String name) {
        return note(TranscriptEntry.FORGOTTEN, name);
    }

    private LessonScript note(String code, String name) {
        return line(new Event.Note(code, now + (name.isEmpty() ? "" : " " + name)).print());
    }

    LessonScript line(String line) {
        return raw(line + "\n");
    }

    LessonScript raw(String text) {
        lines.append(text);
        return this;
    }
}
