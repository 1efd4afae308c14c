package chatlab.cli;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Text;
import java.util.List;

/**
 * Something that is to be sent, or was.
 *
 * @param command the line, or the first line of a paste
 * @param paste the lines of a paste, as they are meant; empty for everything else
 */
record Sent(Command command, List<String> paste) {
    private static final int MAX_SUMMARY = 60;

    Sent(Command command) {
        this(command, List.of());
    }

    /** The lines that travel. */
    List<String> lines(String tag) {
        ClientLine line = new ClientLine(command, tag);
        return command instanceof Command.Paste ? PasteLines.print(line, paste) : List.of(line.print());
    }

    /** Whether it says something, and not only asks. */
    boolean isMessage() {
        return command instanceof Command.Say
                || command instanceof Command.Msg
                || command instanceof Command.Paste
                || command instanceof Command.Announce;
    }

    /** What a history would hold of it; empty where a history would hold nothing, as of private messages. */
    List<String> inHistory() {
        if (command instanceof Command.Say say) {
            return List.of(say.text());
        } else if (command instanceof Command.Announce announce) {
            return List.of(announce.text());
        } else if (command instanceof Command.Paste to && to.to().isEmpty()) {
            return paste;
        }
        return List.of();
    }

    /** Enough of it to know it by. */
    String summary() {
        String text = new ClientLine(command).print();
        if (command instanceof Command.Say say) {
            text = say.text();
        } else if (command instanceof Command.Paste) {
            text = Words.get("paste", paste.size()) + " "
                    + (paste.isEmpty() ? "" : paste.get(0).strip());
        }
        String clean = Text.collapseBlanks(Text.clean(text));
        return clean.codePointCount(0, clean.length()) <= MAX_SUMMARY
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_SUMMARY)) + "\u2026";
    }
}
