package chatlab.swing.chat;

import chatlab.client.NameCompletion.Proposal;
import java.util.List;
import java.util.Optional;

/** Completes the name before the caret. A second call at once replaces it by the next name. */
final class Completion {
    /** Finds the names that complete the text before a caret. */
    interface Names {
        Proposal propose(String text, int caret);
    }

    /** Replaces the text from {@code start} to {@code end}; the caret goes behind the replacement. */
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

    /** The text after the last completion; if it is still the same, the user has typed nothing since. */
    private String leftText = "";

    private int leftCaret = -1;

    Completion(Names names) {
        this.names = names;
    }

    /** The edit that completes the name; empty if there is nothing to complete. */
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
