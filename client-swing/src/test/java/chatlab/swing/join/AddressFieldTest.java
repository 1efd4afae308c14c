package chatlab.swing.join;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.swing.testing.NeedsFonts;
import chatlab.swing.ui.ChatLook;
import java.util.List;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Works without a display. */
@ExtendWith(NeedsFonts.class)
class AddressFieldTest {
    private AddressField field;
    private JTextField input;

    @Test
    void unconfirmedSuggestionIsTakenBack() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            field = new AddressField("like this");
            field.suggest("127.0.0.1:9000");
            assertThat(field.text()).isEqualTo("127.0.0.1:9000");
            field.suggest("");
            assertThat(field.text()).isEmpty();
            field.suggest("127.0.0.1:9000");
            field.keep();
            field.suggest("");
        });
        assertThat(field.text()).isEqualTo("127.0.0.1:9000");
    }

    @Test
    void typedAddressSurvivesANewThemeAndANewList() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            ChatLook.set(false);
            field = new AddressField("like this");
            input = field.field();
            input.setText("192.168.1.1");
            ChatLook.set(true);
            SwingUtilities.updateComponentTreeUI(field);
            field.offer(List.of("lab-3", "lab-4"));
        });
        assertThat(field.field()).isSameAs(input); // listeners are registered with it
        assertThat(field.text()).isEqualTo("192.168.1.1");
        assertThat(field.getItemCount()).isEqualTo(2);
    }
}
