package chatlab.client;

import chatlab.protocol.ClientLine;
import chatlab.protocol.Command;
import chatlab.protocol.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Asks once before a text goes out in which a line was probably meant as a command with a secret: the instructor's key,
 * or a private message. A blank before the slash is enough to make such a line a text that everybody reads. The same
 * text sent off once more goes out. Not safe for use by several threads.
 */
public final class PublishGuard {
    private static final Words WORDS = new Words(PublishGuard.class);
    private static final Pattern SECRET = Pattern.compile("\\s*/(op|msg)(?![a-z]).*", Pattern.CASE_INSENSITIVE);

    /** The text that the user was asked about. */
    private String asked = "";

    /**
     * What speaks against sending this, as a sentence for the user. Empty where nothing does.
     *
     * @param text as it was typed
     * @param sent what {@link TypedText#read} has made of it
     */
    public Optional<String> objection(String text, Sent sent) {
        boolean again = text.equals(asked);
        asked = "";
        if (again
                || said(text, sent).stream()
                        .noneMatch(line -> SECRET.matcher(line).matches())) {
            return Optional.empty();
        }
        asked = text;
        return Optional.of(WORDS.get("guard.ask"));
    }

    /** The lines that would be said although no command in them asks for it. */
    private static List<String> said(String text, Sent sent) {
        if (sent.command() instanceof Command.Paste) {
            return sent.paste();
        }
        List<String> lines = TypedText.lines(text);
        return lines.size() == 1 && !ClientLine.looksLikeCommand(lines.get(0)) ? lines : List.of();
    }
}
