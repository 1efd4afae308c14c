package chatlab.swing.transcript;

import chatlab.swing.model.ConversationTranscript;
import chatlab.swing.model.Entry;
import chatlab.swing.model.Entry.Manner;
import chatlab.swing.model.Entry.Said;
import java.util.List;
import java.util.Optional;

/** The messages and the code that the user can copy without selecting them. */
final class Clippings {
    private final ConversationTranscript transcript;
    private final ShownEntries shown;

    Clippings(ConversationTranscript transcript, ShownEntries shown) {
        this.transcript = transcript;
        this.shown = shown;
    }

    /** The message at this offset of the document, without time and name. */
    Optional<String> messageAt(int offset) {
        return shown.entryAt(offset).flatMap(Clippings::message);
    }

    /** The code at this offset, with its own indentation. */
    Optional<String> codeAt(int offset) {
        return shown.entryAt(offset).filter(Clippings::isCode).flatMap(Clippings::message);
    }

    Optional<String> newestCode() {
        for (long number = transcript.end() - 1; number >= transcript.first(); number--) {
            Entry entry = transcript.get(number);
            if (isCode(entry)) {
                return message(entry);
            }
        }
        return Optional.empty();
    }

    private static boolean isCode(Entry entry) {
        return entry instanceof Said said && said.manner() == Manner.CODE;
    }

    private static Optional<String> message(Entry entry) {
        if (entry instanceof Said said) {
            return Optional.of(joined(said.lines(), isCode(said) ? "\n" : ""));
        }
        return entry instanceof Entry.Notice notice ? Optional.of(notice.text()) : Optional.empty();
    }

    private static String joined(List<String> lines, String end) {
        return String.join("\n", lines) + end;
    }
}
