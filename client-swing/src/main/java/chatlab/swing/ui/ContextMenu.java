package chatlab.swing.ui;

import chatlab.protocol.Words;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** A context menu. Items that are not possible where it was opened are disabled. */
public final class ContextMenu extends JPopupMenu {
    private static final long serialVersionUID = 1;

    private final transient Words words;
    private final transient List<Runnable> updates = new ArrayList<>();

    /** {@code words}: the bundle with the words of its items. */
    public ContextMenu(Words words) {
        this.words = words;
    }

    /** Adds an item; {@code key} is the key of its words and its name. */
    public void item(String key, BooleanSupplier isPossible, Runnable action) {
        JMenuItem item = add(Labels.item(key, words.get(key), action));
        updates.add(() -> item.setEnabled(isPossible.getAsBoolean()));
    }

    /** An item that is only there where it is possible; its words, which are its name, too, are in another bundle. */
    public void optionalItem(String optionalWords, BooleanSupplier isPossible, Runnable action) {
        JMenuItem item = add(Labels.item(Labels.unmarked(optionalWords), optionalWords, action));
        updates.add(() -> item.setVisible(isPossible.getAsBoolean()));
    }

    @Override
    public void show(Component invoker, int x, int y) {
        updates.forEach(Runnable::run);
        super.show(invoker, x, y);
    }
}
