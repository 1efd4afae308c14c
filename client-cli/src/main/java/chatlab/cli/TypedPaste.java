package chatlab.cli;

import chatlab.client.Sent;
import chatlab.protocol.Chat1;
import chatlab.protocol.Command;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A paste that is typed line by line, from {@code /paste} to the dot. For the keyboard's thread only. */
final class TypedPaste {
    private final String to;
    private final boolean refused;
    private final List<String> lines = new ArrayList<>();

    TypedPaste(String to) {
        this(to, false);
    }

    private TypedPaste(String to, boolean refused) {
        this.to = to;
        this.refused = refused;
    }

    /** A paste that cannot be sent. Its lines are thrown away, since they were not meant as single messages to the room. */
    static TypedPaste refused() {
        return new TypedPaste("", true);
    }

    boolean isRefused() {
        return refused;
    }

    /** Takes the next line. Says whether it was the dot. */
    boolean isEndedBy(String line) {
        boolean end = line.equals(PasteLines.END);
        if (!end && lines.size() <= Chat1.PASTE_LINES) { // one too many is enough to be refused
            lines.add(PasteLines.parse(line));
        }
        return end;
    }

    Sent toSend() {
        List<String> clean = lines.stream().map(Text::clean).collect(Collectors.toUnmodifiableList());
        return new Sent(new Command.Paste(to), clean);
    }
}
