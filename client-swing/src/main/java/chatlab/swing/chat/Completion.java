package chatlab.swing.chat;

import chatlab.client.NameCompletion.Proposal;
import java.util.List;
import java.util.Optional;

/** Completes the name before the caret; asked again at once, it puts the next one in its place. */
final class Completion {
    /** Finds the names that complete the text before a caret. */
    interface Names {
        Proposal propose(String text, int caret);
    }

    /** Replace what stands from {@code start} to {@code end}; the caret goes behind the replacement. */
    record Edit(int start, int end, String replacement) {
        String in(String text) {
            return text.substring(0, start) + replacement + text.substring(end);
        }

        int caret() {
            return start + replacement.length();
        }
    }

    private final Names names;

    private List<String> candidates = List.of();
    private int next;
    private int start;

    /** What it looked like after the last completion, by which one knows that nothing was typed since. */
    private String leftText = "";

    private int leftCaret = -1;

    Completion(Names names) {
        this.names = names;
    }

    /** Empty where there is nothing to complete. */
    Optional<Edit> complete(String text, int caret) {
        boolean again = caret == leftCaret && text.equals(leftText);
        if (again && candidates.size() == 1) {
            return Optional.empty();
        }
        if (!again) {
            Proposal proposal = names.propose(text, caret);
            start = proposal.start();
            candidates = proposal.names();
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
}
