package chatlab.swing.chat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Completes the word before the caret; asked again at once, it puts the next one in its place. */
final class Completion {
    /** Replace what stands from {@code start} to {@code end}; the caret goes behind the replacement. */
    record Edit(int start, int end, String replacement) {
        String in(String text) {
            return text.substring(0, start) + replacement + text.substring(end);
        }

        int caret() {
            return start + replacement.length();
        }
    }

    private final Function<String, List<String>> names;

    private List<String> candidates = List.of();
    private int next;
    private int start;

    /** What it looked like after the last completion, by which one knows that nothing was typed since. */
    private String leftText = "";

    private int leftCaret = -1;

    /** {@code names}: those that begin like a prefix, the best one first. */
    Completion(Function<String, List<String>> names) {
        this.names = names;
    }

    /** Empty where there is nothing to complete. */
    Optional<Edit> complete(String text, int caret) {
        boolean again = caret == leftCaret && text.equals(leftText);
        if (again && candidates.size() == 1) {
            return Optional.empty();
        }
        if (!again) {
            start = startOfName(text, caret);
            candidates = start == caret ? List.of() : List.copyOf(names.apply(text.substring(start, caret)));
            next = 0;
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        Edit edit = new Edit(start, caret, candidates.get(next) + " ");
        next = (next + 1) % candidates.size();
        leftText = edit.in(text);
        leftCaret = edit.caret();
        return Optional.of(edit);
    }

    /** Many are used to an @ before a name; it stays where it is. */
    private static int startOfName(String text, int caret) {
        int start = caret;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1)) && text.charAt(start - 1) != '@') {
            start--;
        }
        return start;
    }
}
