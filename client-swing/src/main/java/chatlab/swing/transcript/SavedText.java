package chatlab.swing.transcript;

import chatlab.protocol.Words;
import chatlab.swing.model.Conversation;
import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Pending;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** A conversation as plain text for a file: each line has date, time and name. */
final class SavedText {
    private static final Words WORDS = new Words(SavedText.class);

    private final StringBuilder text = new StringBuilder();
    private final DateTimeFormatter time;
    private final DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL);

    private SavedText(ZoneId zone) {
        time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone); // sorts by time, in any language
    }

    static String of(Conversation conversation, ZoneId zone) {
        SavedText saved = new SavedText(zone);
        ConversationTranscript transcript = conversation.transcript();
        for (long number = transcript.first(); number < transcript.end(); number++) {
            saved.add(transcript.get(number));
        }
        conversation.pending().forEach(saved::add);
        return saved.text.toString();
    }

    private void add(Entry entry) {
        if (entry instanceof Entry.Said said) {
            boolean toAll = said.manner() == Manner.ANNOUNCEMENT;
            String from = toAll ? WORDS.get("saved.announcement", said.from()) : said.from();
            said(said.at(), from, said.manner(), said.lines());
        } else if (entry instanceof Entry.Notice notice) {
            line(notice.at(), "* " + notice.text());
        } else if (entry instanceof Entry.Day day) {
            heading(date.format(day.date()));
        } else if (entry instanceof Entry.Divider divider) {
            heading(divider.text());
        }
    }

    private void add(Pending pending) {
        said(pending.at(), WORDS.get("saved.not-sent"), pending.manner(), pending.lines());
    }

    private void said(Instant at, String from, Manner manner, List<String> lines) {
        if (manner == Manner.CODE) {
            line(at, from + ": " + WORDS.get("saved.code", lines.size()));
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
        } else {
            lines.forEach(line -> line(at, from + ": " + line));
        }
    }

    private void line(Instant at, String words) {
        text.append(time.format(at)).append("  ").append(words).append('\n');
    }

    private void heading(String words) {
        text.append("--- ").append(words).append(" ---\n");
    }
}
