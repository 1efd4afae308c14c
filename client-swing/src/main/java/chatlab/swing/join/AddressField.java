package chatlab.swing.join;

import chatlab.swing.ui.TextEditing;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/** The field for the address of a server: the user types it, or chooses one of the last addresses. */
final class AddressField extends JComboBox<String> {
    private static final long serialVersionUID = 1;

    /** The address that {@link #suggest} put in and {@link #keep} has not confirmed; empty for none. */
    private String suggestion = "";

    AddressField(String placeholder) {
        setEditable(true);
        setEditor(new BasicComboBoxEditor()); // a change of the look and feel would replace its own editor
        DefaultListCellRenderer plain = new DefaultListCellRenderer();
        plain.putClientProperty("html.disable", true);
        setRenderer(plain);
        setPrototypeDisplayValue(" ".repeat(30));
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, placeholder);
        setName("address");
        field().setName("address");
        TextEditing.install(field());
    }

    /** A change of the look and feel removes the field and adds it again; this keeps its text and the focus. */
    @Override
    public void updateUI() {
        if (!isEditable()) { // the constructor of JComboBox is running
            super.updateUI();
            return;
        }
        boolean focused = field().isFocusOwner();
        int mark = field().getCaret().getMark();
        int caret = field().getCaretPosition();
        setSelectedItem(field().getText()); // or the address that was chosen last would come back
        super.updateUI();
        field().setCaretPosition(mark);
        field().moveCaretPosition(caret);
        if (focused) {
            field().requestFocusInWindow();
        }
    }

    /** Does not open an empty list. */
    @Override
    public void setPopupVisible(boolean visible) {
        super.setPopupVisible(visible && getItemCount() > 0);
    }

    /** The part of it in which the user types. */
    JTextField field() {
        return (JTextField) getEditor().getEditorComponent();
    }

    String text() {
        return field().getText().strip();
    }

    void setText(String address) {
        field().setText(address);
    }

    /** The address of the last time; empty for none. */
    String last() {
        return getItemCount() == 0 ? "" : getItemAt(0);
    }

    /**
     * Puts in this address, which may be empty, if the field holds nothing but an earlier suggestion. Selects the
     * address, so that typing replaces it.
     */
    void suggest(String address) {
        if (text().isEmpty() || text().equals(suggestion)) {
            suggestion = address;
            setText(address);
            field().selectAll();
        }
    }

    /** The address in the field is right: no later suggestion replaces it. */
    void keep() {
        suggestion = "";
    }

    /** Offers these addresses in the list; the text in the field stays. */
    void offer(List<String> addresses) {
        String typed = field().getText();
        setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
        setSelectedItem(null);
        setText(typed);
    }
}
