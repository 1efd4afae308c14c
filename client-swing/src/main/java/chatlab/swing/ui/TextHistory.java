package chatlab.swing.ui;

import java.util.function.IntConsumer;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import javax.swing.undo.CompoundEdit;
import javax.swing.undo.UndoManager;
import javax.swing.undo.UndoableEdit;

/**
 * Undo and redo for a document: a word at a time, and a replacement as one step. For the event dispatch thread only.
 *
 * <p>It is the filter of the document, because a filter sees a replacement as one change; the document reports a
 * removal and an insertion.
 */
final class TextHistory extends DocumentFilter {
    private static final int MAX_STEPS = 200;

    private final UndoManager steps = new UndoManager();
    private final boolean oneLine;

    /** The change that the document is making; null between changes. */
    private Step current;

    private int mostCharacters = Integer.MAX_VALUE;
    private IntConsumer refused = length -> {};

    TextHistory(AbstractDocument document) {
        oneLine = Boolean.TRUE.equals(document.getProperty("filterNewlines"));
        steps.setLimit(MAX_STEPS);
        document.setDocumentFilter(this);
        document.addUndoableEditListener(e -> current.addEdit(e.getEdit()));
    }

    void limit(int most, IntConsumer tooLong) {
        mostCharacters = most;
        refused = tooLong;
    }

    boolean canUndo() {
        return steps.canUndo();
    }

    boolean canRedo() {
        return steps.canRedo();
    }

    void undo() {
        if (canUndo()) {
            steps.undo();
        }
    }

    void redo() {
        if (canRedo()) {
            steps.redo();
        }
    }

    void forget() {
        steps.discardAllEdits();
    }

    @Override
    public void insertString(FilterBypass text, int offset, String more, AttributeSet attributes)
            throws BadLocationException {
        replace(text, offset, 0, more, attributes);
    }

    @Override
    public void remove(FilterBypass text, int offset, int length) throws BadLocationException {
        replace(text, offset, length, "", null);
    }

    @Override
    public void replace(FilterBypass text, int offset, int length, String more, AttributeSet attributes)
            throws BadLocationException {
        String inserted = more == null ? "" : more;
        if (oneLine) {
            inserted = inserted.replace('\n', ' '); // a document that has a filter does not do it itself
        }
        int characters = text.getDocument().getLength() - length + inserted.length();
        if (characters > mostCharacters) {
            refused.accept(characters);
            return;
        }
        Step step = new Step(offset, length, inserted);
        current = step;
        try {
            super.replace(text, offset, length, inserted, attributes);
        } finally {
            current = null;
            step.end();
            if (step.isSignificant()) { // it is not for text that an input method has not committed yet
                steps.addEdit(step);
            }
        }
    }

    /** One step of undo. It absorbs the next change if that continues the word, or the deletion. */
    private static final class Step extends CompoundEdit {
        private static final long serialVersionUID = 1;

        private final int removed;
        private final boolean isTyped;
        private final boolean isDeletion;

        /** Where the step begins, and where the text that it inserted ends. */
        private int start;

        private int end;
        private boolean endsWithBlank;

        Step(int start, int removed, String inserted) {
            this.start = start;
            this.removed = removed;
            this.end = start + inserted.length();
            this.isTyped = inserted.codePointCount(0, inserted.length()) == 1;
            this.isDeletion = inserted.isEmpty() && removed <= 2; // a character outside the first plane has two
            this.endsWithBlank = isTyped && Character.isWhitespace(inserted.codePointAt(0));
        }

        @Override
        public boolean addEdit(UndoableEdit edit) {
            if (!(edit instanceof Step next)) {
                return super.addEdit(edit);
            }
            if (!continuesWord(next) && !continuesDeletion(next)) {
                return false;
            }
            edits.addAll(next.edits);
            start = Math.min(start, next.start);
            end = next.end;
            endsWithBlank = next.endsWithBlank;
            return true;
        }

        /** Blanks behind a word belong to the word. */
        private boolean continuesWord(Step next) {
            boolean goesOn = isTyped && next.isTyped && next.removed == 0 && next.start == end;
            return goesOn && (!endsWithBlank || next.endsWithBlank);
        }

        /** Backspace deletes before the place, Delete behind it. */
        private boolean continuesDeletion(Step next) {
            return isDeletion && next.isDeletion && (next.start == start || next.start + next.removed == start);
        }
    }
}
