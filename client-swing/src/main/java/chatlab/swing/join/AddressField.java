package chatlab.swing.join;

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
    }

    @Override
    public void updateUI() {
        if (isEditable()) { // it is not yet while it is made
            setSelectedItem(field().getText()); // or the new look would put back the last one that was chosen
        }
        super.updateUI();
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

    /** Which addresses it offers; what is typed stays. */
    void offer(List<String> addresses) {
        String typed = field().getText();
        setModel(new DefaultComboBoxModel<>(addresses.toArray(String[]::new)));
        setSelectedItem(null);
        setText(typed);
    }
}
