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
        JMenuItem item = Labels.set(new JMenuItem(), words.get(key));
        item.setName(key);
        item.addActionListener(e -> action.run());
        updates.add(() -> item.setEnabled(isPossible.getAsBoolean()));
        add(item);
    }

    /** An item that is only there where it is possible; its words, which are its name, too, are in another bundle. */
    public void optionalItem(String optionalWords, BooleanSupplier isPossible, Runnable action) {
        JMenuItem item = Labels.set(new JMenuItem(), optionalWords);
        item.setName(item.getText());
        item.addActionListener(e -> action.run());
        updates.add(() -> item.setVisible(isPossible.getAsBoolean()));
        add(item);
    }

    @Override
    public void show(Component invoker, int x, int y) {
        updates.forEach(Runnable::run);
        super.show(invoker, x, y);
    }
}
