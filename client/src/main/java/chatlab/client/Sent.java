package chatlab.client;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.InstructorCommand;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Text;
import chatlab.protocol.Words;
import java.util.List;

/**
 * Something that is to be sent, or was. Immutable, as long as the list that it was made of does not change.
 *
 * @param command the line, or the first line of a paste
 * @param paste the lines of a paste, as they are meant; empty for everything else
 */
public record Sent(Command command, List<String> paste) {
    private static final Words WORDS = new Words(Sent.class);
    private static final int MAX_SUMMARY = 60;

    /** Anything but a paste with lines. */
    public Sent(Command command) {
        this(command, List.of());
    }

    /**
     * The lines that travel, without their ends. The server repeats {@code tag} in its answer; an empty one is none.
     *
     * @throws IllegalArgumentException for a line end in what is sent: what follows it would be a line of its own
     */
    public List<String> lines(String tag) {
        ClientLine line = new ClientLine(command, tag);
        return command instanceof Command.Paste ? PasteLines.print(line, paste) : List.of(line.print());
    }

    /** Whether it says something, and not only asks. */
    public boolean isMessage() {
        return command instanceof Command.Say
                || command instanceof Command.Msg
                || command instanceof Command.Paste
                || command instanceof InstructorCommand.Announce;
    }

    /** The person that a private message is for; empty for everything else. */
    public String to() {
        if (command instanceof Command.Msg msg) {
            return msg.to();
        }
        return command instanceof Command.Paste begun ? begun.to() : "";
    }

    /** The lines that it says, as they are meant; none where it only asks. */
    public List<String> said() {
        if (command instanceof Command.Say say) {
            return List.of(say.text());
        } else if (command instanceof Command.Msg msg) {
            return List.of(msg.text());
        } else if (command instanceof InstructorCommand.Announce announce) {
            return List.of(announce.text());
        }
        return paste;
    }

    /** What a history would hold of it; empty where a history would hold nothing, as of private messages. */
    public List<String> inHistory() {
        return to().isEmpty() ? said() : List.of();
    }

    /** Enough of it to know it by, but no key: one line of sixty characters or so, clean, so it can be shown. */
    public String summary() {
        String text = new ClientLine(command).print();
        if (command instanceof Command.Say say) {
            text = say.text();
        } else if (command instanceof Command.Op) {
            text = "/op ***";
        } else if (command instanceof Command.Paste) {
            text = WORDS.get("paste", paste.size()) + " "
                    + (paste.isEmpty() ? "" : paste.get(0).strip());
        }
        String clean = Text.collapseBlanks(Text.clean(text));
        return clean.codePointCount(0, clean.length()) <= MAX_SUMMARY
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, MAX_SUMMARY)) + "\u2026";
    }
}
