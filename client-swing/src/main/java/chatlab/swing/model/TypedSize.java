package chatlab.swing.model;

import chatlab.client.TypedText;
import chatlab.protocol.Chat1;
import chatlab.protocol.ClientLine;
import chatlab.protocol.PasteLines;
import chatlab.protocol.Utf8;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How near what is typed comes to what can be sent. */
final class TypedSize {
    /** As long as any tag will be. */
    private static final String TAG = "@k9999999";

    private TypedSize() {}

    static Actions.Limit of(Conversation where, String text) {
        List<String> lines = TypedText.lines(text);
        return lines.size() == 1 ? ofLine(where, lines.get(0)) : ofCode(lines);
    }

    private static Actions.Limit ofLine(Conversation where, String line) {
        String before = TAG;
        if (!ClientLine.looksLikeCommand(line)) {
            before += where.isPrivate() ? "/msg " + where.name() + " " : "/say ";
        }
        return new Actions.Limit(Utf8.length(line), Chat1.CLIENT_LINE - Utf8.length(before));
    }

    private static Actions.Limit ofCode(List<String> lines) {
        int longest = 0;
        int all = 0;
        for (String line : lines) {
            int bytes = Utf8.length(PasteLines.print(line));
            longest = Math.max(longest, bytes);
            all += bytes + 1;
        }
        return Stream.of(
                        new Actions.Limit(longest, Chat1.CLIENT_LINE),
                        new Actions.Limit(all, Chat1.PASTE_BYTES),
                        new Actions.Limit(lines.size(), Chat1.PASTE_LINES))
                .max(Comparator.comparingDouble(Actions.Limit::share))
                .orElseThrow();
    }
}
