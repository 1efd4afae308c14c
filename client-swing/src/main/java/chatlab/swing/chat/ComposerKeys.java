package chatlab.swing.chat;

import chatlab.protocol.Verb;
import chatlab.swing.model.Chat;
import chatlab.swing.ui.UserInput;
import java.awt.event.ActionEvent;
import java.awt.event.HierarchyBoundsAdapter;
import java.awt.event.HierarchyEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import javax.swing.text.DefaultEditorKit;

/** The keys of the message area. */
final class ComposerKeys {
    /** The same as in code that the transcript shows. */
    private static final int TAB_WIDTH = 4;

    private final MessageArea area;
    private final Chat chat;
    private final Runnable send;
    private final Supplier<Recall> recall;
    private final Completion completion;
    private final CommandPopup popup;

    /** Whether the user has closed the popup; it stays closed until the text is no command any more. */
    private boolean unwanted;

    /** {@code field}: what the user sees as the field; the commands stand above it. */
    ComposerKeys(MessageArea area, JComponent field, Chat chat, Runnable send, Supplier<Recall> recall) {
        this.area = area;
        this.chat = chat;
        this.send = send;
        this.recall = recall;
        this.completion = new Completion(chat::completions);
        this.popup = new CommandPopup(area, field, this::accept);
        area.setFocusTraversalKeysEnabled(false); // Tab to the button, then a blank, would send half a message
        bind("ENTER", this::enter);
        bind("shift ENTER", () -> perform(DefaultEditorKit.insertBreakAction));
        bind("UP", () -> vertical(true));
        bind("DOWN", () -> vertical(false));
        bind("TAB", this::tab);
        bind("shift TAB", area::transferFocusBackward);
        bind("ctrl shift TAB", area::transferFocusBackward);
        bind("ctrl TAB", area::transferFocus);
        area.getInputMap().put(KeyStroke.getKeyStroke("ESCAPE"), "escape");
        area.getActionMap().put("escape", new Escape());
        area.addHierarchyBoundsListener(new HierarchyBoundsAdapter() {
            @Override
            public void ancestorResized(HierarchyEvent e) {
                popup.close();
            }
        });
    }

    /**
     * Binds a key. While an input method composes, its keys are for the input method: Enter commits, and sends nothing.
     */
    private void bind(String key, Runnable action) {
        UserInput.onKey(area, JComponent.WHEN_FOCUSED, key, () -> {
            if (!area.isComposing()) {
                action.run();
            }
        });
    }

    /** Call this after each change of the text, and when the focus has come or gone. */
    void offerCommands() {
        String text = area.getText();
        boolean command = text.startsWith("/") && text.chars().noneMatch(Character::isWhitespace);
        if (!command) {
            unwanted = false;
        }
        boolean offer = command && !unwanted && area.isFocusOwner();
        popup.offer(offer ? chat.commands(text.substring(1)) : List.of());
    }

    void closePopup() {
        popup.close();
    }

    private void enter() {
        boolean complete = popup.chosen()
                .map(verb -> area.getText().equalsIgnoreCase("/" + verb.word()))
                .orElse(true);
        if (complete) {
            send.run();
        } else {
            accept();
        }
    }

    private void accept() {
        popup.chosen().map(Verb::word).ifPresent(word -> area.setText("/" + word + " "));
    }

    private void vertical(boolean up) {
        if (popup.isOpen()) {
            popup.move(up ? -1 : 1);
            return;
        }
        String text = area.getText();
        Optional<String> recalled = !area.isCaretInLine(up)
                ? Optional.empty()
                : up ? recall.get().older(text) : recall.get().newer(text);
        if (recalled.isPresent()) {
            area.setText(recalled.get());
            popup.close(); // so that the next arrow key recalls, too
        } else {
            perform(up ? DefaultEditorKit.upAction : DefaultEditorKit.downAction);
        }
    }

    private void tab() {
        if (popup.isOpen()) {
            accept();
            return;
        }
        Optional<Completion.Edit> edit = completion.complete(area.getText(), area.getCaretPosition());
        if (edit.isPresent()) {
            area.replaceRange(
                    edit.get().replacement(), edit.get().start(), edit.get().end());
            area.setCaretPosition(edit.get().caret());
        } else if (area.getLineCount() > 1 && area.getSelectedText() == null) {
            area.replaceSelection(" ".repeat(TAB_WIDTH - column() % TAB_WIDTH)); // several lines count as code
        }
    }

    /** The number of characters before the caret in its line. */
    private int column() {
        String before = area.getText().substring(0, area.getCaretPosition());
        return before.length() - (before.lastIndexOf('\n') + 1);
    }

    private void perform(String action) {
        area.getActionMap().get(action).actionPerformed(new ActionEvent(area, ActionEvent.ACTION_PERFORMED, action));
    }

    /** Closes the popup. Without a popup, another component gets the key. */
    private final class Escape extends AbstractAction {
        private static final long serialVersionUID = 1;

        @Override
        public boolean isEnabled() {
            return popup.isOpen();
        }

        @Override
        public void actionPerformed(ActionEvent e) {
            unwanted = true;
            popup.close();
        }
    }
}
