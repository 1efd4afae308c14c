package chatlab.swing.ui;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.Objects;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;

/**
 * Puts words of the bundles on buttons, menus and labels. An ampersand stands before the mnemonic, which is then
 * underlined: "&amp;Name". Not for texts from the network, in which an ampersand is an ampersand.
 */
public final class Labels {
    private static final char MARK = '&';

    private Labels() {}

    /** A button that runs this action. */
    public static JButton button(String marked, Runnable action) {
        JButton button = set(new JButton(), marked);
        button.addActionListener(event -> action.run());
        return button;
    }

    /** The same with a name, and a style of the theme: "primary", "quiet", "link" or "row". */
    public static JButton button(String name, String style, String marked, Runnable action) {
        JButton button = button(marked, action);
        button.setName(name);
        button.putClientProperty(FlatClientProperties.STYLE_CLASS, style);
        return button;
    }

    /** A menu item that runs this action; {@code name} is the name of the component. */
    public static JMenuItem item(String name, String marked, Runnable action) {
        JMenuItem item = set(new JMenuItem(), marked);
        item.setName(name);
        item.addActionListener(event -> action.run());
        return item;
    }

    /** A label that names {@code target} to screen readers, with a mnemonic that moves the focus there. */
    public static JLabel label(String marked, JComponent target) {
        JLabel label = new JLabel(unmarked(marked));
        label.setDisplayedMnemonic(mnemonic(marked));
        label.setDisplayedMnemonicIndex(marked.indexOf(MARK));
        label.setLabelFor(target);
        return label;
    }

    /** The same in semibold letters, above what it names. */
    public static JLabel heading(String marked, JComponent target) {
        JLabel heading = label(marked, target);
        heading.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
        return heading;
    }

    /** Gives this button or menu item its words, and returns it. */
    public static <B extends AbstractButton> B set(B button, String marked) {
        button.setText(unmarked(marked));
        button.setMnemonic(mnemonic(marked));
        button.setDisplayedMnemonicIndex(marked.indexOf(MARK));
        return button;
    }

    /** Greys the button where there is a reason, which stands in its tool tip; screen readers are told it, too. */
    public static void allow(AbstractButton button, Optional<String> whyNot) {
        allow(button, true, whyNot, null);
    }

    /** The same for a button with a tool tip of its own, or null; greyed also where it is of no {@code use} now. */
    public static void allow(AbstractButton button, boolean use, Optional<String> whyNot, String tip) {
        button.setEnabled(use && whyNot.isEmpty());
        if (!Objects.equals(button.getToolTipText(), whyNot.orElse(tip))) { // or a problem with it would be forgotten
            button.setToolTipText(whyNot.orElse(tip));
            button.getAccessibleContext().setAccessibleDescription(whyNot.orElse(null));
        }
    }

    /** The words without the mark. */
    public static String unmarked(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? marked : marked.substring(0, mark) + marked.substring(mark + 1);
    }

    /** The code of the mnemonic's key, which is that of the capital letter; 0 for none. */
    private static int mnemonic(String marked) {
        int mark = marked.indexOf(MARK);
        return mark < 0 ? 0 : Character.toUpperCase(marked.charAt(mark + 1));
    }
}
