package chatlab.cli;

import chatlab.protocol.Chat1;
import chatlab.protocol.Event.Msg;
import java.util.ArrayList;
import java.util.List;

/** Looks through a history for the messages whose receipt was lost with the connection. */
final class HistorySearch {
    private final Receipts receipts;
    private final String you;
    private final List<String> lines = new ArrayList<>();

    HistorySearch(Receipts receipts, String you) {
        this.receipts = receipts;
        this.you = you;
    }

    /** The next line of the history. A paste, of which all lines come in a row, is looked for as a whole. */
    void old(Msg message) {
        if (!message.from().equals(you)) {
            return;
        }
        if (message.part().number() <= 1 || lines.size() == Chat1.PASTE_LINES) {
            lines.clear();
        }
        lines.add(message.text());
        if (message.part().number() == message.part().of()) {
            receipts.seenInHistory(List.copyOf(lines));
            lines.clear();
        }
    }
}
