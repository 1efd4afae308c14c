package chatlab.swing.ui;

import chatlab.protocol.Words;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;
import javax.swing.text.TextAction;

/**
 * Gives text fields undo and redo, and a context menu that the mouse, Shift+F10 and the menu key open. For the event
 * dispatch thread only.
 */
public final class TextEditing {
    private static final Words WORDS = new Words(TextEditing.class);

    private TextEditing() {}

    /**
     * Adds undo, redo and the menu to a field, and returns the field. Replaces the filter of its document. A password
     * field gets no undo, which would show an old password again.
     */
    public static <T extends JTextComponent> T install(T field) {
        ContextMenu menu = new ContextMenu(WORDS);
        menu.setName("textMenu");
        if (field.isEditable() && !isSecret(field)) {
            TextHistory history = new TextHistory((AbstractDocument) field.getDocument());
            field.putClientProperty(TextHistory.class, history);
            bindKeys(field, history);
            menu.item("text.undo", history::canUndo, history::undo);
            menu.item("text.redo", history::canRedo, history::redo);
            menu.addSeparator();
        }
        menu.item("text.cut", () -> field.isEditable() && canCopy(field), field::cut);
        menu.item("text.copy", () -> canCopy(field), field::copy);
        menu.item("text.paste", field::isEditable, field::paste);
        menu.addSeparator();
        menu.item("text.all", () -> field.getDocument().getLength() > 0, field::selectAll);
        field.setComponentPopupMenu(menu);
        return field;
    }

    /** Runs this after each change of the text. */
    public static void whenEdited(JTextComponent field, Runnable action) {
        field.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                action.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {} // a change of attributes, which plain text does not have
        });
    }

    /** Forgets the history: undo cannot bring back what was in this field. */
    public static void forget(JTextComponent field) {
        history(field).forget();
    }

    /** Refuses changes that would make the text longer; {@code refused} gets the length. */
    public static void limit(JTextComponent field, int mostCharacters, IntConsumer refused) {
        history(field).limit(mostCharacters, refused);
    }

    private static TextHistory history(JTextComponent field) {
        return (TextHistory) field.getClientProperty(TextHistory.class);
    }

    /** An action for a menu: undo in the field that had the focus last. */
    public static Action undoAction() {
        return new OfFocusedField("undo", TextHistory::undo);
    }

    /** An action for a menu: redo in the field that had the focus last. */
    public static Action redoAction() {
        return new OfFocusedField("redo", TextHistory::redo);
    }

    private static void bindKeys(JTextComponent field, TextHistory history) {
        int menuKey = GraphicsEnvironment.isHeadless()
                ? InputEvent.CTRL_DOWN_MASK
                : Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
        bind(field, KeyEvent.VK_Z, menuKey, history::undo);
        bind(field, KeyEvent.VK_Y, menuKey, history::redo);
        bind(field, KeyEvent.VK_Z, menuKey | InputEvent.SHIFT_DOWN_MASK, history::redo);
    }

    private static void bind(JTextComponent field, int key, int modifiers, Runnable action) {
        field.registerKeyboardAction(
                e -> action.run(), KeyStroke.getKeyStroke(key, modifiers), JComponent.WHEN_FOCUSED);
    }

    private static boolean canCopy(JTextComponent field) {
        return !isSecret(field) && field.getSelectionStart() != field.getSelectionEnd();
    }

    private static boolean isSecret(JTextComponent field) {
        return field instanceof JPasswordField;
    }

    private static final class OfFocusedField extends TextAction {
        private static final long serialVersionUID = 1;

        private final transient Consumer<TextHistory> change;

        OfFocusedField(String name, Consumer<TextHistory> change) {
            super(name);
            this.change = change;
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            JTextComponent focused = getTextComponent(e);
            if (focused != null && focused.getClientProperty(TextHistory.class) instanceof TextHistory history) {
                change.accept(history);
            }
        }
    }
}
