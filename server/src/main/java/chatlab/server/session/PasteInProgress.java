package chatlab.server.session;

import chatlab.protocol.Chat1;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Utf8;
import java.util.ArrayList;
import java.util.List;

/** A paste whose end has not come yet. Once refused it only waits for its end. */
final class PasteInProgress {
    private final String to;
    private final String tag;
    private final List<String> lines = new ArrayList<>();
    private int bytes;
    private boolean refused;

    /** {@code to}: whom it is for, empty for the room. */
    PasteInProgress(String to, String tag) {
        this.to = to;
        this.tag = tag;
    }

    String to() {
        return to;
    }

    String tag() {
        return tag;
    }

    List<String> lines() {
        return lines;
    }

    boolean isRefused() {
        return refused;
    }

    /** Adds a line as it came in, unless all of them were refused. False when the paste has become too long. */
    boolean add(String sent) {
        if (refused) {
            return true; // not too long: it is thrown away, and was answered before
        }
        lines.add(PasteLines.parse(sent));
        bytes += Utf8.length(sent) + 1;
        return lines.size() <= Chat1.PASTE_LINES && bytes <= Chat1.PASTE_BYTES;
    }

    void refuse() {
        refused = true;
        lines.clear();
    }
}
