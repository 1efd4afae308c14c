package chatlab.swing.ui;

import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;

/**
 * Puts the bundles' own words on buttons, menus and labels. An ampersand stands before the mnemonic, which is then
 * underlined: "&amp;Name". Not for words of others, in which an ampersand is an ampersand.
 */
public final class Labels {
    private static final char MARK = '&';

    private Labels() {}

    /** A button that does this. */
    public static JButton button(String marked, Runnable action) {
        JButton button = set(new JButton(), marked);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** A menu without items. */
    public static JMenu menu(String marked) {
        return set(new JMenu(), marked);
    }

    /** A label whose mnemonic leads to {@code target}, and which names it to screen readers. */
    public static JLabel label(String marked, JComponent target) {
        JLabel label = new JLabel(unmarked(marked));
        label.setDisplayedMnemonic(mnemonic(marked));
        label.setDisplayedMnemonicIndex(marked.indexOf(MARK));
        label.setLabelFor(target);
        return label;
    }

    /** Gives this button or menu item its words, and returns it. */
    public static <B extends AbstractButton> B set(B button, String marked) {
        button.setText(unmarked(marked));
        button.setMnemonic(mnemonic(marked));
        button.setDisplayedMnemonicIndex(marked.indexOf(MARK));
        return button;
    }

    /** The words without the mark. */
    public static String unmarked(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? marked : marked.substring(0, mark) + marked.substring(mark + 1);
    }

    /** The code of the mnemonic's key, 0 for none. A key is called by its capital. */
    private static int mnemonic(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? 0 : Character.toUpperCase(marked.charAt(mark + 1));
    }
}
