package chatlab.swing.transcript;

import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Words;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;

/** A context menu. What cannot be done where it was opened is greyed. */
final class TranscriptMenu extends JPopupMenu {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(TranscriptMenu.class);

    private final transient List<Runnable> updates = new ArrayList<>();

    /** An item with the key of its words, which is its name, too. */
    void item(String key, BooleanSupplier isPossible, Runnable action) {
        JMenuItem item = Labels.set(new JMenuItem(), WORDS.get(key));
        item.setName(key);
        item.addActionListener(e -> action.run());
        updates.add(() -> item.setEnabled(isPossible.getAsBoolean()));
        add(item);
    }

    @Override
    public void show(Component invoker, int x, int y) {
        updates.forEach(Runnable::run);
        super.show(invoker, x, y);
    }
}
