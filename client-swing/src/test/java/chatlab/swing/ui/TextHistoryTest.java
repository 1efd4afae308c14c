package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import java.util.stream.IntStream;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.text.AbstractDocument;
import javax.swing.text.BadLocationException;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Works without a display. Texts are touched on the event dispatch thread nevertheless. */
@ExtendWith(NeedsFonts.class)
class TextHistoryTest {
    private JTextComponent text;
    private TextHistory history;

    private void onEdt(Runnable test) throws Exception {
        onEdt(new JTextArea(), test);
    }

    private void onEdt(JTextComponent component, Runnable test) throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            text = component;
            history = new TextHistory((AbstractDocument) component.getDocument());
            test.run();
        });
    }

    @Test
    void undoRemovesAWordAtATime() throws Exception {
        onEdt(() -> {
            type("one two  three");
            undone("one two  ");
            undone("one ");
            undone("");
            assertThat(history.canUndo()).isFalse();
            redone("one ");
            redone("one two  ");
            redone("one two  three");
            assertThat(history.canRedo()).isFalse();
        });
    }

    @Test
    void typingOverASelectionIsUndoneAtOnce() throws Exception {
        onEdt(() -> {
            text.setText("half a thought");
            text.selectAll();
            type("no");
            undone("half a thought");
            redone("no");
            undone("half a thought");
            undone("");
        });
    }

    @Test
    void aPasteIsAStepOfItsOwn() throws Exception {
        onEdt(() -> {
            type("see ");
            text.replaceSelection("int x = 1;\nint y = 2;");
            type(" ok");
            undone("see int x = 1;\nint y = 2; ");
            undone("see int x = 1;\nint y = 2;");
            undone("see ");
            redone("see int x = 1;\nint y = 2;");
        });
    }

    @Test
    void aPasteOverASelectionIsUndoneAtOnce() throws Exception {
        onEdt(() -> {
            type("one");
            text.selectAll();
            text.replaceSelection("pasted");
            undone("one");
            undone("");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void charactersDeletedInARowComeBackTogether(boolean backwards) throws Exception {
        onEdt(() -> {
            text.setText("one two");
            IntStream.range(0, 3).forEach(i -> delete(backwards ? 6 - i : 4));
            assertThat(text.getText()).isEqualTo("one ");
            undone("one two");
            redone("one ");
        });
    }

    @Test
    void wordTypedAtAnotherPlaceIsAStepOfItsOwn() throws Exception {
        onEdt(() -> {
            type("ac");
            text.setCaretPosition(1);
            type("b");
            undone("ac");
            undone("");
        });
    }

    @Test
    void aDeletionIsNotUndoneWithWhatWasTypedBefore() throws Exception {
        onEdt(() -> {
            type("word");
            delete(3);
            type("k");
            undone("wor");
            undone("word");
            undone("");
        });
    }

    @Test
    void typingAfterUndoEndsRedo() throws Exception {
        onEdt(() -> {
            type("one two");
            undone("one ");
            type("three");
            assertThat(history.canRedo()).isFalse();
            undone("one ");
        });
    }

    @Test
    void undoMovesTheCaretToTheChange() throws Exception {
        onEdt(() -> {
            type("one two");
            text.setCaretPosition(0);
            undone("one ");
            assertThat(text.getCaretPosition()).isEqualTo(4);
        });
    }

    @Test
    void charactersOutsideTheFirstPlaneAreTypedAndDeletedAsOthers() throws Exception {
        onEdt(() -> {
            type("a");
            text.replaceSelection("\uD83D\uDE00");
            undone("");
        });
    }

    @Test
    void forgottenHistoryIsNotRestored() throws Exception {
        onEdt(() -> {
            type("secret");
            text.setText("");
            history.forget();
            undone("");
        });
    }

    @Test
    void linesPastedIntoAOneLineFieldBecomeOneLine() throws Exception {
        onEdt(new JTextField(), () -> {
            text.replaceSelection("one\ntwo");
            assertThat(text.getText()).isEqualTo("one two");
            undone("");
        });
    }

    private void undone(String expected) {
        history.undo();
        assertThat(text.getText()).isEqualTo(expected);
    }

    private void redone(String expected) {
        history.redo();
        assertThat(text.getText()).isEqualTo(expected);
    }

    private void type(String typed) {
        typed.chars().forEach(c -> text.replaceSelection(String.valueOf((char) c)));
    }

    private void delete(int offset) {
        try {
            text.getDocument().remove(offset, 1);
        } catch (BadLocationException e) {
            throw new AssertionError(e);
        }
    }
}
