package chatlab.swing.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import javax.swing.text.AbstractDocument;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.DocumentFilter;
import javax.swing.undo.AbstractUndoableEdit;
import javax.swing.undo.UndoManager;
import javax.swing.undo.UndoableEdit;

/**
 * Takes back what was typed into a document and brings it back again: a word at a time, and a replacement as one step. For
 * the event dispatch thread only.
 *
 * <p>It is the filter of the document, where a replacement is still whole; the document itself reports it as a removal and
 * an insertion.
 */
final class TextHistory extends DocumentFilter {
    private static final int MAX_STEPS = 200;

    private final UndoManager steps = new UndoManager();
    private final boolean oneLine;

    /** The change that is being made; null while none is. */
    private Step current;

    TextHistory(AbstractDocument document) {
        oneLine = Boolean.TRUE.equals(document.getProperty("filterNewlines"));
        steps.setLimit(MAX_STEPS);
        document.setDocumentFilter(this);
        document.addUndoableEditListener(e -> current.edits.add(e.getEdit()));
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
            inserted = inserted.replace('\n', ' '); // a document with a filter leaves that to the filter
        }
        Step step = new Step(offset, length, inserted);
        current = step;
        try {
            super.replace(text, offset, length, inserted, attributes);
        } finally {
            current = null;
            if (!step.edits.isEmpty()) { // as with what an input method has not finished yet
                steps.addEdit(step);
            }
        }
    }

    /** What is undone at once. It takes in the next one where a word goes on, or a deletion. */
    private static final class Step extends AbstractUndoableEdit {
        private static final long serialVersionUID = 1;

        private final transient List<UndoableEdit> edits = new ArrayList<>();
        private final int removed;
        private final boolean isTyped;
        private final boolean isDeletion;

        /** Where it begins, and where what it has inserted ends. */
        private int start;

        private int end;
        private boolean endsWithBlank;

        Step(int start, int removed, String inserted) {
            this.start = start;
            this.removed = removed;
            this.end = start + inserted.length();
            this.isTyped = inserted.codePointCount(0, inserted.length()) == 1;
            this.isDeletion = inserted.isEmpty() && removed <= 2; // two make one character outside the first plane
            this.endsWithBlank = isTyped && Character.isWhitespace(inserted.codePointAt(0));
        }

        @Override
        public boolean addEdit(UndoableEdit edit) {
            if (!(edit instanceof Step next) || !(continuesWord(next) || continuesDeletion(next))) {
                return false;
            }
            edits.addAll(next.edits);
            start = Math.min(start, next.start);
            end = next.end;
            endsWithBlank = next.endsWithBlank;
            return true;
        }

        /** A word has the blanks behind it. */
        private boolean continuesWord(Step next) {
            boolean goesOn = isTyped && next.isTyped && next.removed == 0 && next.start == end;
            return goesOn && (!endsWithBlank || next.endsWithBlank);
        }

        /** Backspace deletes before the place, Delete behind it. */
        private boolean continuesDeletion(Step next) {
            return isDeletion && next.isDeletion && (next.start == start || next.start + next.removed == start);
        }

        @Override
        public void undo() {
            super.undo();
            ListIterator<UndoableEdit> backwards = edits.listIterator(edits.size());
            while (backwards.hasPrevious()) {
                backwards.previous().undo();
            }
        }

        @Override
        public void redo() {
            super.redo();
            edits.forEach(UndoableEdit::redo);
        }
    }
}
