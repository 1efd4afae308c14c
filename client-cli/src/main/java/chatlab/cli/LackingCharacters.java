package chatlab.cli;

import chatlab.protocol.Words;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Says once that the encoding of the screen lacks characters that are to be shown. Safe for use by several threads. */
final class LackingCharacters {
    private static final Words WORDS = new Words(LackingCharacters.class);

    private final Charset charset;

    /** Guarded by this. */
    private boolean told;

    /** {@code charset}: the encoding of the screen. */
    LackingCharacters(Charset charset) {
        this.charset = charset;
    }

    /** These entries, and one more that says what their question marks mean, if that was never said. */
    synchronized List<ScreenEntry> explain(List<ScreenEntry> entries) {
        if (told || entries.stream().allMatch(this::canBeShown)) {
            return entries;
        }
        told = true;
        List<ScreenEntry> more = new ArrayList<>(entries);
        more.add(ScreenEntry.error("", WORDS.get("lacking", charset.displayName())));
        return more;
    }

    private boolean canBeShown(ScreenEntry entry) {
        CharsetEncoder encoder = charset.newEncoder();
        return encoder.canEncode(entry.line());
    }
}
