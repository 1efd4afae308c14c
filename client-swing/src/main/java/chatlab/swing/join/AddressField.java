package chatlab.swing.join;

import chatlab.swing.ui.TextEditing;
import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicComboBoxEditor;

/** Where the address of a server is typed, or chosen among the last ones. */
final class AddressField extends JComboBox<String> {
    private static final long serialVersionUID = 1;

    /** What was put in by {@link #suggest} and has not been kept; empty where there is no such thing. */
    private String suggestion = "";

    AddressField(String placeholder) {
        setEditable(true);
        setEditor(new BasicComboBoxEditor()); // one of our own: a change of the look would replace that of the look
        DefaultListCellRenderer plain = new DefaultListCellRenderer();
        plain.putClientProperty("html.disable", true);
        setRenderer(plain);
        setPrototypeDisplayValue(" ".repeat(30));
        putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, placeholder);
        setName("address");
        field().setName("address");
        TextEditing.install(field());
    }

    /** Another look takes the field out and puts it back in: neither its text nor the focus is to be lost by that. */
    @Override
    public void updateUI() {
        if (!isEditable()) { // while it is made
            super.updateUI();
            return;
        }
        boolean focused = field().isFocusOwner();
        int mark = field().getCaret().getMark();
        int caret = field().getCaretPosition();
        setSelectedItem(field().getText()); // or the last one that was chosen would be put back
        super.updateUI();
        field().setCaretPosition(mark);
        field().moveCaretPosition(caret);
        if (focused) {
            field().requestFocusInWindow();
        }
    }

    /** Without any address, the list would be an empty strip. */
    @Override
    public void setPopupVisible(boolean visible) {
        super.setPopupVisible(visible && getItemCount() > 0);
    }

    /** The part of it in which one types. */
    JTextField field() {
        return (JTextField) getEditor().getEditorComponent();
    }

    String text() {
        return field().getText().strip();
    }

    void setText(String address) {
        field().setText(address);
    }

    /**
     * Puts this address in, which may be empty, if nothing stands here but what was put in so before. All of it is selected
     * then, so what the user types here takes its place. Returns whether it is what stands here.
     */
    boolean suggest(String address) {
        if (text().isEmpty() || text().equals(suggestion)) {
            suggestion = address;
            setText(address);
            field().selectAll();
        }
        return text().equals(address);
    }

    /** What was put in has proved to be right: no other address is suggested in its place. */
    void keep() {
        suggestion = "";
    }

    /** Which addresses it offers; what is typed stays. */
    void offer(List<String> addresses) {
        String typed = field().getText();
        setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
        setSelectedItem(null);
        setText(typed);
    }
}
